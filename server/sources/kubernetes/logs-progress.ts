import type { StampedLine } from './logs-lines.ts';

/**
 * How far a log was read, so that it can be opened again at that place. `sinceTime` reaches the kubelet in whole seconds,
 * and lines may share a stamp, so what comes again is told apart by stamp and count.
 */
export class LogProgress {
  #latest: bigint | undefined;
  /** Lines given so far that have the latest stamp. */
  #given = 0;
  /** Lines with the latest stamp that are still to come again. */
  #toSkip = 0;
  /** A line without a stamp belongs to the one before it. */
  #isSkipping = false;

  constructor(fromMs: number | undefined) {
    this.#latest = fromMs === undefined ? undefined : BigInt(Math.floor(fromMs * 1000)) * 1000n;
  }

  /** Where to begin, in nanoseconds. */
  get since(): bigint | undefined {
    return this.#latest;
  }

  /** The log is opened again, at `since`. */
  reopen(): void {
    this.#toSkip = this.#given;
    this.#isSkipping = this.#given > 0;
  }

  /** Those of the lines that were not given before. */
  fresh(lines: readonly StampedLine[]): StampedLine[] {
    return lines.filter((line) => this.#isFresh(line));
  }

  #isFresh({ stamp }: StampedLine): boolean {
    if (stamp === undefined) return !this.#isSkipping;
    this.#isSkipping = this.#isKnown(stamp);
    if (this.#isSkipping) return false;
    // The kubelet's stamps grow; should a clock be set back, what follows is still new.
    this.#given = stamp === this.#latest ? this.#given + 1 : 1;
    this.#latest = stamp;
    this.#toSkip = 0;
    return true;
  }

  #isKnown(stamp: bigint): boolean {
    if (this.#latest === undefined) return false;
    if (stamp < this.#latest) return true;
    if (stamp !== this.#latest || this.#toSkip === 0) return false;
    this.#toSkip -= 1;
    return true;
  }
}

/** A time in nanoseconds as the API takes it. */
export function rfc3339(nanoseconds: bigint): string {
  const seconds = new Date(Number(nanoseconds / 1_000_000_000n) * 1000).toISOString().slice(0, 19);
  return `${seconds}.${String(nanoseconds % 1_000_000_000n).padStart(9, '0')}Z`;
}
