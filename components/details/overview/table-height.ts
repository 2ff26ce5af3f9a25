const heights = { toolbar: 44, head: 28, row: 32, most: 420, edge: 2 };

/** Few rows need neither filter nor export. */
export function hasToolbar(rowCount: number): boolean {
  return rowCount > 8;
}

/** The height of a table within a page: all of its rows while they are few. */
export function tableHeight(rowCount: number, { expansion = 0 }: { expansion?: number } = {}): number {
  const { toolbar, head, row, most, edge } = heights;
  const rows = head + rowCount * row + edge;
  return Math.min(hasToolbar(rowCount) ? toolbar + rows : rows, most) + expansion;
}
