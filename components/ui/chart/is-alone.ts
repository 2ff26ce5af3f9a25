/** True for a value between two gaps: a line has no length there, so it needs a dot. */
export function isAlone(points: readonly (number | null)[], index: number): boolean {
  const isGap = (at: number) => (points[at] ?? null) === null;
  return !isGap(index) && isGap(index - 1) && isGap(index + 1);
}
