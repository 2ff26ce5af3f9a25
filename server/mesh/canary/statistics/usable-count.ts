/** What can be counted: NaN, infinite and negative samples say nothing, and their reader tells of them in its notes. */
export function usableCount(count: number | undefined): number {
  return count !== undefined && Number.isFinite(count) && count > 0 ? count : 0;
}
