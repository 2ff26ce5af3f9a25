import { ViglaError } from '#server/errors.ts';

const processWide: { [key: symbol]: AbortController | undefined } = globalThis;
const key = Symbol.for('vigla.stopping');

/** On the global object because the framework loads this module once for each bundle. */
function controller(): AbortController {
  processWide[key] ??= new AbortController();
  return processWide[key];
}

/** From here on this process takes nothing that would last. */
export function beginStop(): void {
  controller().abort(
    new ViglaError('stopping', 'This Vigla is being stopped. Ask again: another one takes its place.'),
  );
}

/** Aborts with a ViglaError `stopping` when the process is about to end. */
export function stopSignal(): AbortSignal {
  return controller().signal;
}

/** @throws ViglaError `stopping` */
export function refuseWhileStopping(): void {
  stopSignal().throwIfAborted();
}
