/** Pixels: a cell, the column of names, and the row of slanted heads. */
export const matrixSize = { row: 28, column: 52, name: 232, head: 132 } as const;
