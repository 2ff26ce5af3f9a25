import { setTimeout as wait } from 'node:timers/promises';
import type { StoredLine } from '#server/sources/interface.ts';
import { longestMs, type ModelledLog } from './modelled-log.ts';
import type { DatedLine } from './recorded-lines.ts';

const pollMs = 1000;
const shortestStepMs = 5000;
/** What is worked out in one go, though it gives no line, must not take long. */
const longestStepMs = 60_000;
/** A step of time should give about so many lines. */
const fewLines = 200;
const manyLines = 800;

/**
 * Lines written after a time, oldest first, worked out only as far as somebody reads on. `follow` goes on with new ones
 * as their time comes, until the signal is aborted.
 */
export async function* linesSince(input: {
  log: ModelledLog;
  recorded: readonly DatedLine[];
  afterMs: number;
  follow: boolean;
  now: () => number;
  signal: AbortSignal;
}): AsyncGenerator<StoredLine[]> {
  const { log, recorded, afterMs, follow, now, signal } = input;
  let seenMs = afterMs;
  let stepMs = shortestStepMs;
  // Requests that have begun before may still write.
  const begunBefore = log.begunIn({ fromMs: afterMs - longestMs, toMs: afterMs });
  let pending: DatedLine[] = [...begunBefore, ...recorded].filter(({ atMs }) => atMs > afterMs);
  while (!signal.aborted) {
    const nowMs = now();
    if (seenMs >= nowMs) {
      if (!follow) return;
      await wait(pollMs, undefined, { signal }).catch(() => undefined);
      continue;
    }
    const untilMs = Math.min(seenMs + stepMs, nowMs);
    pending.push(...log.begunIn({ fromMs: seenMs, toMs: untilMs }));
    const written = pending.filter(({ atMs }) => atMs <= untilMs);
    pending = pending.filter(({ atMs }) => atMs > untilMs);
    seenMs = untilMs;
    if (written.length < fewLines) stepMs = Math.min(longestStepMs, stepMs * 2);
    else if (written.length > manyLines) stepMs = Math.max(shortestStepMs, stepMs / 2);
    if (written.length > 0) yield written.sort((one, other) => one.atMs - other.atMs);
    // Working lines out takes its time: others get their turn between any two steps.
    await wait(0);
  }
}
