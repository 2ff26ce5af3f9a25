/** Something to put in a column: its size, and where it stands in the traffic, from 1 (begin) to -1 (end). */
export type ColumnItem = { id: string; width: number; height: number; outward: number };

export type ColumnWish = {
  columnGap: number;
  rowGap: number;
  /** Wanted shape of the whole, width to height. */
  aspectRatio: number;
  /** Which item calls which, by id, one entry for each edge. */
  calls: readonly { source: string; target: string }[];
};

/** Up to here every distribution over three columns is tried: 3^9 of them. */
const mostItemsTried = 9;
const mostColumns = 3;
/** Items that differ by more keep their order from left to right. */
const clearDifference = 0.3;
/** What a call costs that runs back to the left, or up and down within a column, in pixels of size. */
const costOfCall = { back: 40, within: 30 } as const;

/**
 * Distributes items over columns, callers to the left of what they call, so that the whole comes closest to the wanted
 * shape and is as small as can be.
 */
export function chooseColumns<Item extends ColumnItem>(items: readonly Item[], wish: ColumnWish): Item[][] {
  const row = [...items].sort((a, b) => b.outward - a.outward || (a.id < b.id ? -1 : 1));
  const ways = row.length <= mostItemsTried ? distributions(row) : evenCuts(row, wish.rowGap);
  let best: Item[][] = [row];
  let bestCost = Number.POSITIVE_INFINITY;
  for (const way of ways) {
    const columns = way.filter((column) => column.length > 0);
    const size = sizeOf(columns, wish);
    if (size >= bestCost) continue;
    const cost = size + callCost(columns, wish);
    if (cost < bestCost) [best, bestCost] = [columns, cost];
  }
  return best;
}

function sizeOf(columns: readonly ColumnItem[][], { columnGap, rowGap, aspectRatio }: ColumnWish): number {
  let width = -columnGap;
  let height = 0;
  for (const column of columns) {
    width += Math.max(...column.map((item) => item.width)) + columnGap;
    height = Math.max(height, stackHeight(column, rowGap));
  }
  return Math.max(width, height * aspectRatio);
}

function callCost(columns: readonly ColumnItem[][], { calls }: ColumnWish): number {
  const columnOf = new Map(columns.flatMap((column, index) => column.map(({ id }) => [id, index] as const)));
  let cost = 0;
  for (const { source, target } of calls) {
    const step = (columnOf.get(target) ?? 0) - (columnOf.get(source) ?? 0);
    if (step < 0) cost += costOfCall.back;
    if (step === 0) cost += costOfCall.within;
  }
  return cost;
}

function stackHeight(column: readonly ColumnItem[], rowGap: number): number {
  return column.reduce((total, { height }) => total + height + rowGap, -rowGap);
}

/** Every way to put the items into columns that does not turn a clear order round. */
function* distributions<Item extends ColumnItem>(
  row: readonly Item[],
  start = 0,
  placed: readonly number[] = [],
): Generator<Item[][]> {
  const item = row[start];
  if (item === undefined) {
    yield Array.from({ length: mostColumns }, (_, column) =>
      row.filter((_, index) => placed[index] === column),
    );
    return;
  }
  for (let column = 0; column < mostColumns; column += 1) {
    const isInOrder = placed.every(
      (earlier, index) => earlier <= column || (row[index]?.outward ?? 0) - item.outward <= clearDifference,
    );
    if (isInOrder) yield* distributions(row, start + 1, [...placed, column]);
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
