import type { ComponentType } from 'react';
import type { z } from 'zod';
import type { Column } from '#components/ui/data-table/column.ts';
import type { Sort } from '#components/ui/data-table/use-data-table.ts';
import type { ProxyLink } from '#lib/contract/proxy-links.ts';
import type { ItemState } from '#lib/contract/proxy-sections.ts';
import type { ProxyTarget } from '#lib/proxy-target.ts';
import type { FacetId } from '../proxy-state.ts';

/** What the rows of all sections have in common. */
export type SectionRow = {
  id: string;
  state: ItemState;
  lastUpdated?: string | undefined;
  version?: string | undefined;
  errorState?:
    | { details: string; lastUpdateAttempt?: string | undefined; version?: string | undefined }
    | undefined;
  links: ProxyLink[];
  proofPath: string;
};

export type Section<Row extends SectionRow> = {
  rows: Row[];
  unknown: { type: string; path: string }[];
  problems: string[];
  readAt: string;
  byteCount: number;
};

/** A field by which rows are told apart. A row may have several values, or none. */
export type Facet<Row> = {
  id: FacetId;
  title: string;
  read: (row: Row) => readonly string[];
  /** How a value is said; as it is when left out. */
  wordOf?: (value: string) => string;
  /** Offered only where an address asks for it: too many values to choose from. */
  isHidden?: boolean;
};

/** Everything about one section: what is asked for, how its rows are shown, and what is said of one of them. */
export type SectionDefinition<Row extends SectionRow> = {
  id: 'clusters' | 'listeners' | 'routes' | 'endpoints' | 'secrets' | 'ecds';
  schema: z.ZodType<Section<Row>>;
  /** One row, and several. */
  noun: readonly [one: string, many: string];
  columns: (target: ProxyTarget) => readonly Column<Row>[];
  sort: Sort;
  facets: readonly Facet<Row>[];
  placeholder: string;
  /** Further words about the rows that are shown. */
  summary?: (rows: readonly Row[]) => string;
  /** Where istiod sends nothing of this type: why, and what that means. */
  empty: { title: string; text: string };
  /** The name of the resource that a row is, or is a part of, where istiod has it, too. */
  resourceOf?: (row: Row) => string;
  /** Above an item's JSON and its objects. */
  Details: ComponentType<{ row: Row; target: ProxyTarget }>;
  /** Pixels of an open row. */
  detailsHeight: number;
};
