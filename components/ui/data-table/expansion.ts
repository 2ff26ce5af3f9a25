import type { ReactNode } from 'react';

/** What unfolds below one row; of a fixed height, so that rows out of view need not be drawn to know where they are. */
export type Expansion<Row> = {
  openId: string | undefined;
  /** Pixels; more than that scrolls within. */
  height: number;
  content: (row: Row) => ReactNode;
};
