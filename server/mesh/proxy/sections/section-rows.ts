import type { Origin } from '#server/mesh/proxy/links/origin.ts';

/** Rows of a section before their links are known: `origins[i]` belongs to `rows[i]`. */
export type SectionRows<Row> = {
  rows: Omit<Row, 'links'>[];
  origins: Origin[];
  unknown: { type: string; path: string }[];
  problems: string[];
};
