'use client';

import type { RowData } from '@tanstack/react-table';
import { type ReactNode, useMemo } from 'react';
import { Button } from '#components/ui/button.tsx';
import type { Column } from '#components/ui/data-table/column.ts';
import { DataTable } from '#components/ui/data-table/data-table.tsx';
import { useAddressView } from '#components/ui/data-table/use-address-view.ts';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { FacetMenu } from '#components/ui/facet-menu.tsx';
import { useUrlState } from '#components/ui/use-url-state.ts';
import { compareUrl } from './compare-state.ts';
import { type CompareFacet, facetOptions, filterRows } from './facets.ts';
import { words } from './words.ts';

type CompareTableProps<Row> = {
  name: string;
  rows: readonly Row[];
  columns: readonly Column<Row>[];
  facets: readonly CompareFacet<Row>[];
  rowId: (row: Row) => string;
  /** What unfolds below the row that is open, and how high it is. */
  detail: { height: number; content: (row: Row) => ReactNode };
};

/** The list of one tab: filtered, and one row of it open, as the address says. */
export function CompareTable<Row extends RowData>({
  name,
  rows,
  columns,
  facets,
  rowId,
  detail,
}: CompareTableProps<Row>) {
  const [state, change] = useUrlState(compareUrl);
  const view = useAddressView(name, state, change);
  const shown = useMemo(() => filterRows(rows, { facets, state }), [rows, facets, state]);
  const isFiltered = facets.some(({ id }) => state[id].length > 0);
  return (
    <DataTable
      name={name}
      rows={shown}
      columns={columns}
      rowId={rowId}
      view={view}
      totalCount={rows.length}
      filters={
        <>
          {facets.map((facet) => (
            <FacetMenu
              key={facet.id}
              title={facet.title}
              options={facetOptions(rows, facet, state[facet.id])}
              chosen={state[facet.id]}
              onChange={(chosen) => change({ [facet.id]: chosen })}
            />
          ))}
          {isFiltered && (
            <Button look="quiet" onClick={() => change(Object.fromEntries(facets.map(({ id }) => [id, []])))}>
              {words.clear}
            </Button>
          )}
        </>
      }
      onRowClick={(row) => change({ open: state.open === rowId(row) ? '' : rowId(row) })}
      selectedId={state.open}
      expansion={{ openId: state.open === '' ? undefined : state.open, ...detail }}
      empty={<EmptyState isSmall title={words.noneMatch} text={words.noneMatchText} />}
    />
  );
}
