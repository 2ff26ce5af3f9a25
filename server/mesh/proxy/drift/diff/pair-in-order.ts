import { type Json, textAt } from '#server/mesh/proxy/json/json.ts';
import { commonOrder } from './common-order.ts';

/** An entry of both lists, or of one of them. */
export type Pair = { leftIndex: number | undefined; rightIndex: number | undefined };

/**
 * Which entries of two ordered lists stand for each other. Entries that are alike (of one text) keep their places; between
 * them the first stands for the first, names permitting.
 */
export function pairInOrder(
  left: readonly Json[],
  right: readonly Json[],
  textOf: (entry: Json) => string,
): Pair[] {
  const alike = commonOrder(
    left.map((entry) => textOf(entry)),
    right.map((entry) => textOf(entry)),
  );
  const pairs: Pair[] = [];
  let [nextLeft, nextRight] = [0, 0];
  for (const [leftIndex, rightIndex] of [...alike, [left.length, right.length] as const]) {
    pairs.push(...pairBetween({ left, right, from: [nextLeft, nextRight], to: [leftIndex, rightIndex] }));
    if (leftIndex < left.length) pairs.push({ leftIndex, rightIndex });
    [nextLeft, nextRight] = [leftIndex + 1, rightIndex + 1];
  }
  return pairs;
}

type Stretch = {
  left: readonly Json[];
  right: readonly Json[];
  from: readonly [number, number];
  to: readonly [number, number];
};

function pairBetween({ left, right, from, to }: Stretch): Pair[] {
  const lefts = Array.from({ length: to[0] - from[0] }, (_, offset) => from[0] + offset);
  const pairs: Pair[] = [];
  for (let rightIndex = from[1]; rightIndex < to[1]; rightIndex++) {
    const name = textAt(right[rightIndex], 'name');
    const found = lefts.findIndex((index) => textAt(left[index], 'name') === name);
    pairs.push({ leftIndex: found < 0 ? undefined : lefts.splice(found, 1)[0], rightIndex });
  }
  // What has no namesake is taken for a change of what stands there instead, as far as there is any.
  for (const pair of pairs) if (pair.leftIndex === undefined) pair.leftIndex = lefts.shift();
  return [...pairs, ...lefts.map((leftIndex): Pair => ({ leftIndex, rightIndex: undefined }))];
}
