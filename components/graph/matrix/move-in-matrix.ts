export type MatrixCursor = { row: number; column: number };

type Grid = { cursor: MatrixCursor; rows: number; columns: number };

const steps: Readonly<Record<string, MatrixCursor>> = {
  ArrowUp: { row: -1, column: 0 },
  ArrowDown: { row: 1, column: 0 },
  ArrowLeft: { row: 0, column: -1 },
  ArrowRight: { row: 0, column: 1 },
  PageUp: { row: -10, column: 0 },
  PageDown: { row: 10, column: 0 },
  Home: { row: 0, column: Number.NEGATIVE_INFINITY },
  End: { row: 0, column: Number.POSITIVE_INFINITY },
};

/** Where a key leads from a cell, within the grid; undefined for keys that do not move. */
export function moveInMatrix(key: string, { cursor, rows, columns }: Grid): MatrixCursor | undefined {
  const step = steps[key];
  if (step === undefined || rows === 0 || columns === 0) return undefined;
  const within = (value: number, count: number) => Math.min(count - 1, Math.max(0, value));
  return { row: within(cursor.row + step.row, rows), column: within(cursor.column + step.column, columns) };
}
