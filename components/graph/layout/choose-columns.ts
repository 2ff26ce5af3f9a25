/** Something to put in a column: its size, and how much more traffic leaves than enters it, from 1 to -1. */
export type ColumnItem = { id: string; width: number; height: number; outward: number };

export type ColumnSpacing = { columnGap: number; rowGap: number; aspectRatio: number };

/** Up to here every way to cut the row of items into columns is tried: 2^11 of them. */
const mostItemsTried = 12;

/**
 * Sorts items from where traffic comes in (left) to where it ends (right) and cuts the row into columns, so that the
 * whole comes closest to the wanted shape of width to height.
 */
export function chooseColumns<Item extends ColumnItem>(
  items: readonly Item[],
  spacing: ColumnSpacing,
): Item[][] {
  const row = [...items].sort(
    (a, b) => b.outward - a.outward || b.height - a.height || (a.id < b.id ? -1 : 1),
  );
  const ways = row.length <= mostItemsTried ? everyCut(row) : evenCuts(row, spacing.rowGap);
  let best: Item[][] = [row];
  let bestSize = Number.POSITIVE_INFINITY;
  for (const columns of ways) {
    const size = Math.max(widthOf(columns, spacing), heightOf(columns, spacing) * spacing.aspectRatio);
    if (size < bestSize) [best, bestSize] = [columns, size];
  }
  return best;
}

function widthOf(columns: readonly ColumnItem[][], { columnGap }: ColumnSpacing): number {
  const widths = columns.map((column) => Math.max(...column.map(({ width }) => width)));
  return widths.reduce((total, width) => total + width + columnGap, -columnGap);
}

function heightOf(columns: readonly ColumnItem[][], { rowGap }: ColumnSpacing): number {
  return Math.max(...columns.map((column) => stackHeight(column, rowGap)));
}

function stackHeight(column: readonly ColumnItem[], rowGap: number): number {
  return column.reduce((total, { height }) => total + height + rowGap, -rowGap);
}

function* everyCut<Item>(row: readonly Item[]): Generator<Item[][]> {
  for (let cuts = 0; cuts < 2 ** Math.max(0, row.length - 1); cuts += 1) {
    const columns: Item[][] = [[]];
    row.forEach((item, index) => {
      columns.at(-1)?.push(item);
      if (index < row.length - 1 && (cuts >> index) % 2 === 1) columns.push([]);
    });
    yield columns;
  }
}

/** Columns of about equal height, for each possible number of them. */
function* evenCuts<Item extends ColumnItem>(row: readonly Item[], rowGap: number): Generator<Item[][]> {
  const total = stackHeight(row, rowGap);
  for (let count = 1; count <= row.length; count += 1) {
    const columns: Item[][] = [[]];
    for (const item of row) {
      const column = columns.at(-1) ?? [];
      const isFull = column.length > 0 && stackHeight(column, rowGap) + item.height / 2 > total / count;
      if (isFull) columns.push([item]);
      else column.push(item);
    }
    yield columns;
  }
}
