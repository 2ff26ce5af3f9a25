'use client';

import { TriangleAlert } from 'lucide-react';
import { useMemo } from 'react';
import { DataTable } from '#components/ui/data-table/data-table.tsx';
import type { ProxyTarget } from '#lib/proxy-target.ts';
import { useRowDifferences } from '../differences/use-row-differences.ts';
import { ItemDetails } from '../item/item-details.tsx';
import { words } from '../words.ts';
import { filterRows } from './filter-rows.ts';
import type { SectionDefinition, SectionRow } from './section-definition.ts';
import { SectionFilters } from './section-filters.tsx';
import { useSectionShortcuts } from './use-section-shortcuts.ts';
import { useSectionView } from './use-section-view.ts';

type SectionTableProps<Row extends SectionRow> = {
  target: ProxyTarget;
  definition: SectionDefinition<Row>;
  rows: readonly Row[];
};

/** The rows of a section; one of them unfolds into what Envoy has and the objects it comes from. */
export function SectionTable<Row extends SectionRow>(props: SectionTableProps<Row>) {
  const { target, definition, rows } = props;
  const { noun, summary } = definition;
  const { state, change, view } = useSectionView(`proxy ${noun[1]}`, definition.sort);
  const { columns, facets, differenceOf } = useRowDifferences({ target, definition });
  const shown = useMemo(() => filterRows(rows, facets, state), [rows, facets, state]);
  const field = useSectionShortcuts({ onClose: () => change({ row: '' }, { history: 'replace' }) });
  return (
    <div ref={field} className="flex h-full min-h-0 flex-col">
      {state.row !== '' && !rows.some(({ id }) => id === state.row) && (
        <p className="flex items-center gap-2 border-b bg-tint px-4 py-1.5 text-warn" role="status">
          <TriangleAlert size={14} aria-hidden className="shrink-0" />
          <span className="text-ink">{words.noRow(noun[0], state.row)}</span>
        </p>
      )}
      <div className="min-h-0 flex-1">
        <DataTable
          name={`proxy ${noun[1]}`}
          rows={shown}
          totalCount={rows.length}
          columns={columns}
          rowId={rowId}
          view={view}
          isDense
          placeholder={definition.placeholder}
          summary={(left) =>
            words.summary({ noun, left: left.length, total: rows.length }) + (summary?.(left) ?? '')
          }
          filters={
            <SectionFilters
              rows={rows}
              facets={facets}
              chosen={state}
              onChange={(id, values) => change({ [id]: values }, { history: 'replace' })}
            />
          }
          selectedId={state.row}
          onRowClick={(row) => change({ row: row.id === state.row ? '' : row.id }, { history: 'replace' })}
          expansion={{
            openId: state.row,
            height: definition.detailsHeight,
            content: (row) => (
              <ItemDetails
                key={row.id}
                target={target}
                row={row}
                Details={definition.Details}
                difference={differenceOf(row)}
              />
            ),
          }}
        />
      </div>
    </div>
  );
}

function rowId({ id }: SectionRow): string {
  return id;
}
