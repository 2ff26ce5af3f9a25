import { createRandom } from '#tests/bench/mesh/random.ts';

/** What is left to chance, the same for the same seed. */
export type Chance = {
  /** A whole number from 0 up to, and without, `count`. */
  below(count: number): number;
  happens(share: number): boolean;
  /** One of several; throws for none. */
  of<Item>(items: readonly Item[]): Item;
};

export function createChance(seed: number): Chance {
  const random = createRandom(seed);
  const below = (count: number) => Math.floor(random() * count);
  return {
    below,
    happens: (share) => random() < share,
    of<Item>(items: readonly Item[]): Item {
      const index = below(items.length);
      const found = items.slice(index, index + 1);
      for (const item of found) return item;
      throw new Error('there is nothing to choose from');
    },
  };
}

/** A seed of its own for each text: FNV-1a, 32 bits. */
export function seedOf(text: string): number {
  let hash = 0x811c9dc5;
  for (const character of text) hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193);
  return hash >>> 0;
}
