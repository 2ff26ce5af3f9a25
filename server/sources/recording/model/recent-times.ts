/** How many numbers one cache may hold: 32 MB. */
const keptNumbers = 4_000_000;

/** Remembers the counts of the times asked last; a graph over time asks each of its times once for every series. */
export class RecentTimes {
  readonly #byTime = new Map<number, Float64Array>();
  readonly #compute: (seconds: number) => Float64Array;

  constructor(compute: (seconds: number) => Float64Array) {
    this.#compute = compute;
  }

  at(seconds: number): Float64Array {
    const known = this.#byTime.get(seconds);
    if (known !== undefined) return known;
    const computed = this.#compute(seconds);
    // A Map keeps the order of insertion, so the first key is the oldest.
    const [oldest] = this.#byTime.keys();
    if ((this.#byTime.size + 1) * computed.length > keptNumbers && oldest !== undefined)
      this.#byTime.delete(oldest);
    this.#byTime.set(seconds, computed);
    return computed;
  }
}
