import type { z } from 'zod';
import type { Column } from '#components/ui/data-table/column.ts';
import type { StatusId } from '#components/ui/health-looks.ts';
import type { FacetId } from './list-state.ts';

/** Something that rows are told apart by: health, kind … The menu offers the values that rows have. */
export type Facet<Row> = {
  id: FacetId;
  title: string;
  read: (row: Row) => string;
  wordOf: (value: string) => string;
  /** Left out where all rows have the same value. */
  isOnlyForSeveral?: boolean;
};

/** All that one list has of its own. */
export type ListDefinition<Row> = {
  title: string;
  noun: { one: string; many: string };
  path: string;
  schema: z.ZodType<{ items: Row[] }>;
  /** Its route computes response times when they are asked for. */
  hasResponseTimes: boolean;
  rowId: (row: Row) => string;
  statusOf: (row: Row) => StatusId;
  /** Worst first: the order among rows that the chosen column has alike. */
  compare: (left: Row, right: Row) => number;
  columns: readonly Column<Row>[];
  facets: readonly Facet<Row>[];
  labelsOf?: (row: Row) => Readonly<Record<string, string>>;
  /** The page of a row, with parameters of its own. */
  pageOf: (row: Row) => { path: string; own?: Record<string, string | undefined> };
};
