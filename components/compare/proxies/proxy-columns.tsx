import type { Column } from '#components/ui/data-table/column.ts';
import { StatusBadge } from '#components/ui/status-badge.tsx';
import type { ProxyComparisonItem } from '#lib/contract/compare-proxies.ts';
import { words } from '../words.ts';
import { differingCount, differingOf, sectionText } from './differing-count.ts';

/** Columns of the proxies of both sides. */
export const proxyColumns: readonly Column<ProxyComparisonItem>[] = [
  {
    id: 'workload',
    title: words.workload,
    width: 200,
    value: ({ workload }) => workload,
    cell: ({ workload }) => <span className="font-medium">{workload}</span>,
    narrowCell: (proxy) => (
      <span className="flex min-w-0 flex-col leading-[19px]">
        <span className="flex min-w-0 items-center gap-2">
          <span className="min-w-0 flex-1 truncate font-medium">{proxy.workload}</span>
          <span className="shrink-0 text-xs">{words.matches[proxy.match]}</span>
        </span>
        <span className="truncate text-xs">
          <Result proxy={proxy} />
        </span>
      </span>
    ),
  },
  {
    id: 'namespace',
    title: words.namespace,
    width: 130,
    isWideOnly: true,
    value: ({ namespace }) => namespace,
  },
  {
    id: 'match',
    title: words.match,
    width: 100,
    isWideOnly: true,
    value: ({ match }) => words.matches[match],
    cell: ({ match }) => <span title={words.matchText[match]}>{words.matches[match]}</span>,
  },
  {
    id: 'pod',
    title: words.pod,
    width: 260,
    isWideOnly: true,
    value: ({ afterPod, beforePod }) => afterPod ?? beforePod,
  },
  {
    id: 'differ',
    title: words.differ,
    width: 76,
    isNumber: true,
    isWideOnly: true,
    value: (proxy) => (proxy.sections === undefined ? undefined : differingCount(proxy)),
  },
  {
    id: 'resources',
    title: words.resources,
    isWideOnly: true,
    value: (proxy) => resultText(proxy),
    cell: (proxy) => <Result proxy={proxy} />,
  },
];

function Result({ proxy }: { proxy: ProxyComparisonItem }) {
  const text = resultText(proxy);
  if (proxy.sections === undefined)
    return (
      <span className="text-ink-muted" title={text}>
        {text}
      </span>
    );
  return <StatusBadge status={differingCount(proxy) === 0 ? 'healthy' : 'degraded'} text={text} />;
}

function resultText({ sections, because, match }: ProxyComparisonItem): string {
  if (sections === undefined) return because ?? words.matchText[match];
  const differing = sections.filter((section) => differingOf(section) > 0);
  return differing.length === 0 ? words.allSame : differing.map(sectionText).join(', ');
}
