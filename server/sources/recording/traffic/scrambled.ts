import { uniform } from '../model/hash.ts';

const wordSize = 2 ** 32;
const rounds = 6;

function wordOf(seed: number, first: number, second: number): number {
  return Math.floor(uniform(seed, first, second) * wordSize);
}

/**
 * A one-to-one map of pairs of 32-bit words onto themselves (a Feistel network), so that numbers look like chance and
 * can be read back without a table.
 */
export function scramble(seed: number, [left, right]: readonly [number, number]): [number, number] {
  let [one, other] = [left, right];
  for (let round = 0; round < rounds; round++) {
    [one, other] = [other, (one ^ wordOf(seed, round, other)) >>> 0];
  }
  return [one, other];
}

export function unscramble(seed: number, [left, right]: readonly [number, number]): [number, number] {
  let [one, other] = [left, right];
  for (let round = rounds - 1; round >= 0; round--) {
    [one, other] = [(other ^ wordOf(seed, round, one)) >>> 0, one];
  }
  return [one, other];
}

/** 16 hexadecimal digits that depend on nothing but these numbers. */
export function hexOf(seed: number, first: number, second: number): string {
  return hexOfWords([wordOf(seed, first * 2, second), wordOf(seed, first * 2 + 1, second)]);
}

export function hexOfWords(words: readonly number[]): string {
  return words.map((word) => word.toString(16).padStart(8, '0')).join('');
}
