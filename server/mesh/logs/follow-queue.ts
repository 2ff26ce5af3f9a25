import type { LogEvent, LogLine } from '#lib/contract/logs.ts';

/** Lines that wait for a follower who takes them slower than they come. */
const mostWaitingLines = 2_000;

/**
 * What happened since the follower last looked. Lines that wait are sent together; beyond a bound the oldest are dropped
 * and counted, so that a slow follower costs a fixed amount of memory and is told what is missing.
 */
export class FollowQueue {
  #waiting: LogEvent[] = [];
  #waitingLines = 0;
  #dropped = 0;
  #isClosed = false;
  #arrived = Promise.withResolvers<void>();
  readonly #most: number;

  constructor(most: number = mostWaitingLines) {
    this.#most = most;
  }

  push(event: LogEvent): void {
    if (this.#isClosed) return;
    const latest = this.#waiting.at(-1);
    if (event.kind === 'lines' && latest?.kind === 'lines') latest.lines.push(...event.lines);
    else this.#waiting.push(event.kind === 'lines' ? { ...event, lines: [...event.lines] } : event);
    if (event.kind === 'lines') this.#waitingLines += event.lines.length;
    this.#dropBeyondBound();
    this.#arrived.resolve();
  }

  close(): void {
    this.#isClosed = true;
    this.#arrived.resolve();
  }

  /** Events in the order in which they came, until the queue is closed. */
  async *events(): AsyncGenerator<LogEvent> {
    for (;;) {
      const next = this.#take();
      if (next !== undefined) yield next;
      else if (this.#isClosed) return;
      else await this.#arrived.promise;
    }
  }

  #take(): LogEvent | undefined {
    if (this.#dropped > 0) {
      const count = this.#dropped;
      this.#dropped = 0;
      return { kind: 'dropped', count, text: droppedText(count) };
    }
    const next = this.#waiting.shift();
    if (next === undefined) this.#arrived = Promise.withResolvers();
    else if (next.kind === 'lines') this.#waitingLines -= next.lines.length;
    return next;
  }

  #dropBeyondBound(): void {
    while (this.#waitingLines > this.#most) {
      const lines = this.#waiting.find(hasLines)?.lines ?? [];
      const dropped = lines.splice(0, this.#waitingLines - this.#most).length;
      this.#waitingLines -= dropped;
      this.#dropped += dropped;
      this.#waiting = this.#waiting.filter((event) => event.kind !== 'lines' || event.lines.length > 0);
    }
  }
}

function hasLines(event: LogEvent): event is { kind: 'lines'; lines: LogLine[] } {
  return event.kind === 'lines';
}

function droppedText(count: number): string {
  const lines = count === 1 ? '1 line is' : `${count} lines are`;
  return `${lines} missing here: they came faster than this page took them. Choose fewer containers to see all.`;
}
