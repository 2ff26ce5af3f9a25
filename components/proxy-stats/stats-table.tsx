'use client';

import { useMemo } from 'react';
import { Button } from '#components/ui/button.tsx';
import { DataTable } from '#components/ui/data-table/data-table.tsx';
import { useOwnTableView } from '#components/ui/data-table/table-view.ts';
import { FacetMenu } from '#components/ui/facet-menu.tsx';
import type { ProxyStats, StatRow } from '#lib/contract/proxy-stats.ts';
import { formatCount } from '#lib/format-count.ts';
import type { ProxyTarget } from '#lib/proxy-target.ts';
import { filterStats, subjectOptions } from './filter-stats.ts';
import { StatDetails } from './stat-details.tsx';
import { statsColumns } from './stats-columns.tsx';
import type { StatsState } from './stats-state.ts';
import { useStats } from './use-stats.ts';
import { words } from './words.ts';

type StatsTableProps = {
  target: ProxyTarget;
  stats: ProxyStats;
  state: StatsState;
  change: (patch: Partial<StatsState>, options?: { history?: 'push' | 'replace' }) => void;
};

const detailsHeight = 132;

/** The statistics as a table; where there are too many to be sent at once, the search is the server's. */
export function StatsTable({ target, stats, state, change }: StatsTableProps) {
  const isCut = stats.count > stats.rows.length;
  const found = useStats(target, { unused: state.unused, filter: isCut ? state.filter : '' });
  const rows = (isCut ? found.data?.data.rows : undefined) ?? stats.rows;
  const ofFamily = useMemo(
    () => filterStats(rows, { family: state.family, of: [], attention: false }),
    [rows, state.family],
  );
  const shown = useMemo(() => filterStats(rows, state), [rows, state]);
  const own = useOwnTableView('statistics', undefined);
  const replace = { history: 'replace' } as const;
  const attentionCount = rows.filter(({ attention }) => attention !== undefined).length;
  return (
    <DataTable
      name="statistics"
      rows={shown}
      totalCount={stats.count}
      columns={statsColumns}
      rowId={rowId}
      isDense
      placeholder={words.placeholder}
      view={{ ...own, filter: state.filter, onFilter: (filter) => change({ filter }, replace) }}
      summary={
        isCut
          ? (left) => `${formatCount(left.length)}. ${words.cut(stats.rows.length, stats.count)}`
          : undefined
      }
      filters={
        <>
          <FacetMenu
            title={words.family}
            options={stats.families
              .filter(({ count }) => count > 0)
              .map(({ id, title, count }) => ({ value: id, word: title, count }))}
            chosen={state.family}
            onChange={(family) => change({ family, of: [] }, replace)}
          />
          <FacetMenu
            title={words.of}
            options={subjectOptions(ofFamily)}
            chosen={state.of}
            onChange={(of) => change({ of }, replace)}
          />
          <Button
            isOn={state.attention}
            aria-pressed={state.attention}
            onClick={() => change({ attention: !state.attention }, replace)}
          >
            {words.attention}
            <span className="mono text-2xs text-ink-muted">{attentionCount}</span>
          </Button>
          <Button
            isOn={state.unused}
            aria-pressed={state.unused}
            title={words.unusedTitle}
            onClick={() => change({ unused: !state.unused }, replace)}
          >
            {words.unused}
          </Button>
        </>
      }
      selectedId={state.stat}
      onRowClick={(row) => change({ stat: row.id === state.stat ? '' : row.id }, replace)}
      expansion={{
        openId: state.stat,
        height: detailsHeight,
        content: (row) => <StatDetails row={row} />,
      }}
    />
  );
}

function rowId({ id }: StatRow): string {
  return id;
}
