'use client';

import { useMemo } from 'react';
import { Button } from '#components/ui/button.tsx';
import { DataTable } from '#components/ui/data-table/data-table.tsx';
import { useOwnTableView } from '#components/ui/data-table/table-view.ts';
import { FacetMenu } from '#components/ui/facet-menu.tsx';
import type { ProxyLogger, ProxyLogging } from '#lib/contract/proxy-logging.ts';
import { LevelMenu } from './level-menu.tsx';
import { loggingColumns } from './logging-columns.tsx';
import type { LoggingState } from './logging-state.ts';
import { words } from './words.ts';

type LoggingTableProps = {
  logging: ProxyLogging;
  state: LoggingState;
  change: (patch: Partial<LoggingState>, options?: { history?: 'push' | 'replace' }) => void;
  isChanging: boolean;
  onLevel: (logger: string | undefined, level: string) => void;
};

/** The loggers as a table, those first whose level was changed. */
export function LoggingTable({ logging, state, change, isChanging, onLevel }: LoggingTableProps) {
  const { loggers, levels, counts } = logging;
  const disabledBecause = isChanging ? words.changing : logging.change.reason;
  const columns = useMemo(
    () => loggingColumns({ levels, disabledBecause, onChange: onLevel }),
    [levels, disabledBecause, onLevel],
  );
  const shown = loggers.filter(
    ({ level, isChanged }) =>
      (state.level.length === 0 || state.level.includes(level)) && (!state.changed || isChanged),
  );
  const own = useOwnTableView('loggers', undefined);
  const replace = { history: 'replace' } as const;
  const changedCount = loggers.filter(({ isChanged }) => isChanged).length;
  return (
    <DataTable
      name="loggers"
      rows={shown}
      totalCount={loggers.length}
      columns={columns}
      rowId={rowId}
      placeholder={words.placeholder}
      view={{ ...own, filter: state.filter, onFilter: (filter) => change({ filter }, replace) }}
      filters={
        <>
          <FacetMenu
            title={words.level}
            options={counts.map(({ level, count }) => ({ value: level, word: level, count }))}
            chosen={state.level}
            onChange={(level) => change({ level }, replace)}
          />
          <Button
            isOn={state.changed}
            aria-pressed={state.changed}
            onClick={() => change({ changed: !state.changed }, replace)}
          >
            {words.changed}
            <span className="mono text-2xs text-ink-muted">{changedCount}</span>
          </Button>
          <LevelMenu
            label={words.setAllTitle}
            text={words.setAll}
            levels={levels}
            disabledBecause={disabledBecause}
            onChoose={(level) => onLevel(undefined, level)}
          />
        </>
      }
    />
  );
}

function rowId({ name }: ProxyLogger): string {
  return name;
}
