import type { Json } from '#server/mesh/proxy/json/json.ts';
import { textAt } from '#server/mesh/proxy/json/json.ts';
import { canonicalText } from './canonical-text.ts';
import { commonOrder } from './common-order.ts';
import { setOf } from './set-fields.ts';

/** An entry of both lists, or of one of them. */
type Pair = { leftIndex: number | undefined; rightIndex: number | undefined };

/** Which entries of two lists stand for each other, in the order of the right one. */
export function pairEntries(left: readonly Json[], right: readonly Json[], field: string): Pair[] {
  const set = setOf(field);
  const pairs =
    set === undefined
      ? pairInOrder(left, right)
      : pairByKey(left, right, (entry) => set.key?.(entry) ?? canonicalText(entry));
  return pairs.sort((one, other) => (one.rightIndex ?? Infinity) - (other.rightIndex ?? Infinity));
}

/** Of several entries with one key the first belongs to the first. */
function pairByKey(left: readonly Json[], right: readonly Json[], keyOf: (entry: Json) => string): Pair[] {
  const waiting = new Map<string, number[]>();
  for (const [index, entry] of left.entries()) {
    const key = keyOf(entry);
    waiting.set(key, [...(waiting.get(key) ?? []), index]);
  }
  const pairs = right.map(
    (entry, rightIndex): Pair => ({
      leftIndex: waiting.get(keyOf(entry))?.shift(),
      rightIndex,
    }),
  );
  const rest = [...waiting.values()].flat().map((leftIndex): Pair => ({ leftIndex, rightIndex: undefined }));
  return [...pairs, ...rest];
}

/** Entries that are alike keep their places; between them the first stands for the first, names permitting. */
function pairInOrder(left: readonly Json[], right: readonly Json[]): Pair[] {
  const alike = commonOrder(
    left.map((entry) => canonicalText(entry)),
    right.map((entry) => canonicalText(entry)),
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
