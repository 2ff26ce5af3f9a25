import { TriangleAlert } from 'lucide-react';
import type { Column } from '#components/ui/data-table/column.ts';
import type { TraceSummary } from '#lib/contract/traces.ts';
import { formatCount } from '#lib/format-count.ts';
import { formatMsFigure } from '#lib/format-ms.ts';
import { formatClockSeconds, formatDateTime, type TimeZoneChoice } from '#lib/format-time.ts';
import { ServicesCell } from './services-cell.tsx';
import { words } from './words.ts';

type ColumnOptions = {
  zone: TimeZoneChoice;
  longestMs: number;
  /** Ids of the traces chosen for comparison. */
  chosen: readonly string[];
  onChoose: (traceId: string) => void;
};

/** Columns of the traces that a search found. */
export function tracesColumns({ zone, longestMs, chosen, onChoose }: ColumnOptions): Column<TraceSummary>[] {
  return [
    {
      id: 'compare',
      title: words.compare,
      width: 76,
      value: ({ traceId }) => (chosen.includes(traceId) ? 1 : 0),
      cell: ({ traceId, rootOperation }) => (
        <input
          type="checkbox"
          aria-label={words.pick(rootOperation)}
          checked={chosen.includes(traceId)}
          onClick={(event) => event.stopPropagation()}
          onChange={() => onChoose(traceId)}
        />
      ),
    },
    {
      id: 'start',
      title: words.start,
      width: 84,
      isNumber: true,
      value: ({ startMs }) => startMs,
      cell: ({ startMs }) => (
        <span title={formatDateTime({ epochMs: startMs, zone })}>
          {formatClockSeconds({ epochMs: startMs, zone })}
        </span>
      ),
    },
    {
      id: 'root',
      title: words.root,
      width: 340,
      value: ({ rootService, rootOperation }) => `${rootService} ${rootOperation}`,
      cell: ({ rootService, rootOperation }) => (
        <span className="block truncate" title={`${rootService} ${rootOperation}`}>
          <span className="font-medium">{rootService}</span>{' '}
          <span className="mono text-ink-muted">{rootOperation}</span>
        </span>
      ),
    },
    {
      id: 'duration',
      title: words.duration,
      unit: 'ms',
      width: 140,
      isNumber: true,
      value: ({ durationMs }) => durationMs,
      cell: ({ durationMs }) => (
        <span className="flex items-center justify-end gap-2">
          <span aria-hidden className="h-1.5 min-w-0 flex-1 rounded-sm bg-sunken">
            <span
              className="block h-full min-w-px rounded-sm bg-mark-tcp opacity-70"
              style={{ width: `${longestMs === 0 ? 0 : (durationMs / longestMs) * 100}%` }}
            />
          </span>
          <span className="w-12 shrink-0">{formatMsFigure(durationMs)}</span>
        </span>
      ),
    },
    {
      id: 'spans',
      title: words.spans,
      width: 64,
      isNumber: true,
      value: ({ spanCount }) => spanCount,
      cell: ({ spanCount }) => formatCount(spanCount),
    },
    {
      id: 'errors',
      title: words.errors,
      width: 72,
      isNumber: true,
      value: ({ errorSpanCount }) => errorSpanCount,
      cell: ({ errorSpanCount }) =>
        errorSpanCount === 0 ? (
          <span className="text-ink-muted">0</span>
        ) : (
          <span className="text-fail">
            <TriangleAlert size={12} aria-hidden className="mr-1 inline" />
            {formatCount(errorSpanCount)}
          </span>
        ),
    },
    {
      id: 'services',
      title: words.services,
      width: 260,
      value: ({ services }) => services.map(({ name }) => name).join(' '),
      cell: ({ services }) => <ServicesCell services={services} />,
    },
    {
      id: 'id',
      title: 'Id',
      width: 240,
      isHiddenByDefault: true,
      value: ({ traceId }) => traceId,
      cell: ({ traceId }) => <span className="mono">{traceId}</span>,
    },
  ];
}
