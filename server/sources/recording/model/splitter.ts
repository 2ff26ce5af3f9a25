import { markedInLeftHalf, normalQuantile } from './half-split.ts';
import { uniform } from './hash.ts';

/** A stream holds at most 2^36 requests: 70 years at 30 a second. */
const height = 36;

export type Splitter = {
  /** How many of the first `count` members of the stream are marked. */
  markedAmong(count: number): number;
  /** The place in the stream of the member that is the `index`-th of the marked ones, or of the others; both from 0. */
  placeOf(index: number, isMarked: boolean): number;
};

/**
 * Marks each member of a stream with a probability, at random but fixed by the seed. The count among the first n is
 * found in O(log n) by walking a binary tree of blocks whose totals are split by the hash of their position, so it
 * agrees exactly with the marks of single members: member i is marked when the count among i + 1 is one more than
 * among i. The counts carry true binomial noise.
 */
export function splitter(seed: number, probability: number): Splitter {
  if (probability <= 0) return { markedAmong: () => 0, placeOf: (index) => index };
  if (probability >= 1) return { markedAmong: (count) => count, placeOf: (index) => index };
  const whole = 2 ** height;
  const noise = normalQuantile(uniform(seed, height, 0)) * Math.sqrt(whole * probability * (1 - probability));
  const total = Math.min(Math.max(Math.round(whole * probability + noise), 0), whole);

  // The last walk is kept, and so is what it came by on each level: neighbouring counts share its upper part.
  const walkedBlock = new Float64Array(height + 1).fill(-1);
  const walkedMarked = new Float64Array(height + 1);
  const walkedLeft = new Float64Array(height + 1);
  const foundAbove = new Float64Array(height + 1);
  const markedIn = new Float64Array(height + 1).fill(total);
  let deepest = height;
  let lastCount = 0;
  let lastMarked = 0;

  function leftOf(level: number, block: number, marked: number): number {
    if (walkedBlock[level] === block && walkedMarked[level] === marked) return walkedLeft[level] ?? 0;
    const left = markedInLeftHalf({ half: 2 ** (level - 1), marked, draw: uniform(seed, level, block) });
    walkedBlock[level] = block;
    walkedMarked[level] = marked;
    walkedLeft[level] = left;
    return left;
  }

  return {
    markedAmong(count) {
      if (count === lastCount) return lastMarked;
      const start = Math.max(differingBits(count, lastCount), deepest);
      const size = 2 ** start;
      let block = Math.floor(count / size);
      let rest = count - block * size;
      let found = foundAbove[start] ?? 0;
      let marked = markedIn[start] ?? 0;
      deepest = start;
      for (let level = start; level > 0 && rest > 0 && marked > 0; level--) {
        foundAbove[level] = found;
        markedIn[level] = marked;
        deepest = level;
        const half = 2 ** (level - 1);
        const left = leftOf(level, block, marked);
        if (rest >= half) {
          found += left;
          rest -= half;
          block = block * 2 + 1;
          marked -= left;
        } else {
          block *= 2;
          marked = left;
        }
      }
      lastCount = count;
      lastMarked = found;
      return found;
    },
    placeOf(index, isMarked) {
      let rest = index;
      let block = 0;
      let marked = total;
      for (let level = height; level > 0; level--) {
        const half = 2 ** (level - 1);
        const left = leftOf(level, block, marked);
        const before = isMarked ? left : half - left;
        if (rest >= before) {
          rest -= before;
          block = block * 2 + 1;
          marked -= left;
        } else {
          block *= 2;
          marked = left;
        }
      }
      return block;
    },
  };
}

/** The level below which two counts part. */
function differingBits(one: number, other: number): number {
  const word = 2 ** 32;
  if (Math.floor(one / word) !== Math.floor(other / word)) return height;
  return 32 - Math.clz32((one % word) ^ (other % word));
}
