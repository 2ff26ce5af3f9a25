import type { ReactNode } from 'react';

type CellValue = string | number | boolean | undefined;

/** One column: what it sorts, filters and exports by, and how it looks. */
export type Column<Row> = {
  id: string;
  title: string;
  /** In the head, in muted ink: `%`, `ms`. */
  unit?: string;
  value: (row: Row) => CellValue;
  /** What it sorts by where that is not the value: ranks of words, for instance. */
  sortValue?: (row: Row) => CellValue;
  /** What is shown; the value itself when left out. */
  cell?: (row: Row) => ReactNode;
  /** The same on a narrow screen, where it has two lines. */
  narrowCell?: (row: Row) => ReactNode;
  /** Rows of one group that follow each other say it once, where the table is sorted by such a column. */
  group?: (row: Row) => string;
  /** Right-aligned figures; sorted largest first. */
  isNumber?: boolean;
  /** Pixels; columns without one share what is left. */
  width?: number;
  isHiddenByDefault?: boolean;
  /** Left out where the screen is narrow. */
  isWideOnly?: boolean;
};
