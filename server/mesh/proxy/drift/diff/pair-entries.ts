import type { Json } from '#server/mesh/proxy/json/json.ts';
import { canonicalText } from './canonical-text.ts';
import { type Pair, pairInOrder } from './pair-in-order.ts';
import { setOf } from './set-fields.ts';

/** Which entries of two lists stand for each other, in the order of the right one. */
export function pairEntries(left: readonly Json[], right: readonly Json[], field: string): Pair[] {
  const set = setOf(field);
  const pairs =
    set === undefined
      ? pairInOrder(left, right, canonicalText)
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
