/** Remembers what was computed for the times asked last. */
export class RecentTimes {
  readonly #byTime = new Map<number, Float64Array>();
  readonly #limit: number;
  readonly #compute: (seconds: number) => Float64Array;

  constructor(limit: number, compute: (seconds: number) => Float64Array) {
    this.#limit = limit;
    this.#compute = compute;
  }

  at(seconds: number): Float64Array {
    const known = this.#byTime.get(seconds);
    if (known !== undefined) return known;
    const computed = this.#compute(seconds);
    // A Map keeps the order of insertion, so the first key is the oldest.
    const [oldest] = this.#byTime.keys();
    if (this.#byTime.size >= this.#limit && oldest !== undefined) this.#byTime.delete(oldest);
    this.#byTime.set(seconds, computed);
    return computed;
  }
}
