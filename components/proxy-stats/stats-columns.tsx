import type { Column } from '#components/ui/data-table/column.ts';
import { StatusBadge } from '#components/ui/status-badge.tsx';
import type { StatRow } from '#lib/contract/proxy-stats.ts';
import { labelsText } from './labels-text.ts';
import { statCellText } from './stat-value.ts';
import { words } from './words.ts';

/** Columns of the statistics. */
export const statsColumns: readonly Column<StatRow>[] = [
  {
    id: 'name',
    title: words.statistic,
    width: 372,
    value: ({ name }) => name,
    cell: ({ name }) => (
      <span className="mono" title={name}>
        {name}
      </span>
    ),
    narrowCell: (row) => (
      <span className="flex flex-col leading-[18px]">
        <span className="mono truncate">{row.name}</span>
        <span className="flex gap-2 text-xs text-ink-muted">
          <span className="mono shrink-0 text-ink">{statCellText(row)}</span>
          {row.attention !== undefined && (
            <StatusBadge status={row.attention.status} text={row.attention.rule} />
          )}
          <span className="truncate">{ofText(row)}</span>
        </span>
      </span>
    ),
  },
  {
    id: 'subject',
    title: words.of,
    width: 240,
    isWideOnly: true,
    value: (row) => ofText(row),
    cell: (row) => <span title={ofText(row)}>{ofText(row)}</span>,
  },
  {
    id: 'value',
    title: words.value,
    width: 184,
    isNumber: true,
    isWideOnly: true,
    value: (row) => statCellText(row),
    sortValue: ({ value, histogram }) => value ?? histogram?.p50,
  },
  {
    id: 'state',
    title: words.state,
    width: 88,
    isWideOnly: true,
    value: ({ attention }) => attention?.rule,
    cell: ({ attention }) =>
      attention === undefined ? '' : <StatusBadge status={attention.status} text={attention.rule} />,
  },
  {
    id: 'meaning',
    title: words.meaning,
    isWideOnly: true,
    value: ({ explanation }) => explanation,
    cell: ({ explanation }) => (
      <span className="text-ink-muted" title={explanation}>
        {explanation ?? ''}
      </span>
    ),
  },
];

function ofText({ subject, labels }: StatRow): string {
  return [subject, labelsText(labels)].filter((text) => text !== undefined && text !== '').join(' · ');
}
