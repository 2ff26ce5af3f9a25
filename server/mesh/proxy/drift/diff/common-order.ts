/** Above this many comparisons only what two lists begin and end with is looked for. */
const mostComparisons = 1_000_000;

/** Pairs of indices of the longest run of entries that two lists have in common, in order (not necessarily adjacent). */
export function commonOrder(left: readonly string[], right: readonly string[]): [number, number][] {
  let start = 0;
  while (start < left.length && start < right.length && left[start] === right[start]) start++;
  let [leftEnd, rightEnd] = [left.length, right.length];
  while (leftEnd > start && rightEnd > start && left[leftEnd - 1] === right[rightEnd - 1]) {
    leftEnd--;
    rightEnd--;
  }
  const head = Array.from({ length: start }, (_, index): [number, number] => [index, index]);
  const tail = Array.from({ length: left.length - leftEnd }, (_, index): [number, number] => [
    leftEnd + index,
    rightEnd + index,
  ]);
  const middle = longestCommon(left.slice(start, leftEnd), right.slice(start, rightEnd));
  return [...head, ...middle.map(([one, other]): [number, number] => [one + start, other + start]), ...tail];
}

function longestCommon(left: readonly string[], right: readonly string[]): [number, number][] {
  if (left.length * right.length > mostComparisons) return [];
  // lengths[i][j]: how many entries left from i and right from j have in common.
  const lengths = Array.from({ length: left.length + 1 }, () => new Array<number>(right.length + 1).fill(0));
  const lengthAt = (one: number, other: number) => lengths[one]?.[other] ?? 0;
  for (let one = left.length - 1; one >= 0; one--) {
    const row = lengths[one] ?? [];
    for (let other = right.length - 1; other >= 0; other--) {
      row[other] =
        left[one] === right[other]
          ? lengthAt(one + 1, other + 1) + 1
          : Math.max(lengthAt(one + 1, other), lengthAt(one, other + 1));
    }
  }
  const pairs: [number, number][] = [];
  let [one, other] = [0, 0];
  while (one < left.length && other < right.length) {
    if (left[one] === right[other]) pairs.push([one++, other++]);
    else if (lengthAt(one + 1, other) >= lengthAt(one, other + 1)) one++;
    else other++;
  }
  return pairs;
}
