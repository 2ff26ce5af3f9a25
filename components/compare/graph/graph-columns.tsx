import type { Column } from '#components/ui/data-table/column.ts';
import type { GraphDifference } from '#lib/contract/compare-graph.ts';
import { formatMs } from '#lib/format-ms.ts';
import { formatShare } from '#lib/format-share.ts';
import { ChangeChip } from '../change-chip.tsx';
import { words } from '../words.ts';
import { trafficText } from './traffic-text.ts';
import { TwoValues } from './two-values.tsx';

/** Columns of what differs in the graph. */
export const graphColumns: readonly Column<GraphDifference>[] = [
  {
    id: 'change',
    title: words.change,
    width: 112,
    isWideOnly: true,
    value: ({ change }) => words.changes[change],
    cell: ({ change }) => <ChangeChip change={change} />,
  },
  {
    id: 'title',
    title: words.what,
    width: 250,
    value: ({ title }) => title,
    cell: ({ title }) => (
      <span className="font-medium" title={title}>
        {title}
      </span>
    ),
    narrowCell: ({ change, title, says }) => (
      <span className="flex min-w-0 flex-col leading-[19px]">
        <span className="flex min-w-0 items-center gap-2">
          <span className="min-w-0 flex-1 truncate font-medium">{title}</span>
          <ChangeChip change={change} />
        </span>
        <span className="truncate text-xs text-ink-muted">{says[0]}</span>
      </span>
    ),
  },
  {
    id: 'namespace',
    title: words.namespace,
    width: 116,
    isWideOnly: true,
    value: ({ namespaces }) => namespaces.join(', '),
  },
  {
    id: 'rate',
    title: words.rate,
    width: 172,
    isWideOnly: true,
    value: ({ after, before }) => trafficText(after ?? before),
    sortValue: ({ after, before }) => (after ?? before)?.requestsPerSecond,
    cell: ({ before, after, aspects }) => (
      <TwoValues
        before={trafficText(before)}
        after={trafficText(after)}
        isChanged={aspects.includes('rate') || aspects.includes('throughput')}
      />
    ),
  },
  {
    id: 'errors',
    title: words.errors,
    width: 128,
    isWideOnly: true,
    value: ({ after }) => after?.errorShare,
    cell: ({ before, after, aspects }) => (
      <TwoValues
        before={before?.errorShare === undefined ? undefined : formatShare(before.errorShare)}
        after={after?.errorShare === undefined ? undefined : formatShare(after.errorShare)}
        isChanged={aspects.includes('errors')}
      />
    ),
  },
  {
    id: 'latency',
    title: words.latency,
    width: 144,
    isWideOnly: true,
    value: ({ after }) => after?.p95Ms,
    cell: ({ before, after, aspects }) => (
      <TwoValues
        before={before?.p95Ms === undefined ? undefined : formatMs(before.p95Ms)}
        after={after?.p95Ms === undefined ? undefined : formatMs(after.p95Ms)}
        isChanged={aspects.includes('latency')}
      />
    ),
  },
  {
    id: 'mtls',
    title: words.mtls,
    width: 120,
    isWideOnly: true,
    isHiddenByDefault: true,
    value: ({ after }) => after?.mtlsShare,
    cell: ({ before, after, aspects }) => (
      <TwoValues
        before={before?.mtlsShare === undefined ? undefined : formatShare(before.mtlsShare)}
        after={after?.mtlsShare === undefined ? undefined : formatShare(after.mtlsShare)}
        isChanged={aspects.includes('mtls')}
      />
    ),
  },
  {
    id: 'says',
    title: words.says,
    isWideOnly: true,
    value: ({ says }) => says.join(' '),
    cell: ({ says }) => <span title={says.join('\n')}>{says.join(' ')}</span>,
  },
];
