import { EventEmitter } from 'node:events';
import type { Session } from './session.ts';

const processWide: { [key: symbol]: EventEmitter | undefined } = globalThis;
const key = Symbol.for('vigla.session-ends');

/** On the global object because the framework loads this module once for each bundle. */
function ends(): EventEmitter {
  processWide[key] ??= new EventEmitter().setMaxListeners(0);
  return processWide[key];
}

/** Tells all in this process that last as long as a session that its owner has ended it. */
export function announceSessionEnd(session: Session): void {
  ends().emit(nameOf(session));
}

/** Runs `handle` when the owner of a session ends it here; answers how to forget about it. */
export function onSessionEnd(session: Session, handle: () => void): () => void {
  const name = nameOf(session);
  ends().on(name, handle);
  return () => ends().off(name, handle);
}

/** The cookies change when a session is renewed; whose it is and its end do not. */
function nameOf({ name, untilSeconds }: Session): string {
  return `${untilSeconds} ${name}`;
}
