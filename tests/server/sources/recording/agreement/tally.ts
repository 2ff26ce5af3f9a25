/** How often something was seen, by a text that says what. */
export class Tally {
  readonly #counts = new Map<string, number>();

  add(key: string, count = 1): void {
    if (count !== 0) this.#counts.set(key, (this.#counts.get(key) ?? 0) + count);
  }

  addAll(other: Tally): Tally {
    for (const [key, count] of other.#counts) this.add(key, count);
    return this;
  }

  get total(): number {
    return [...this.#counts.values()].reduce((sum, count) => sum + count, 0);
  }

  get size(): number {
    return this.#counts.size;
  }

  toObject(): Record<string, number> {
    return Object.fromEntries([...this.#counts].sort(([one], [other]) => (one < other ? -1 : 1)));
  }
}
