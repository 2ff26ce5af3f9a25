import type { Column } from '#components/ui/data-table/column.ts';
import { objectText } from '#components/ui/object-text.ts';
import type { CanaryItem } from '#lib/contract/canaries.ts';
import { formatCount } from '#lib/format-count.ts';
import { absenceWords, configuredFigures, observedFigures } from '../split-figures.ts';
import { VerdictBadge } from '../verdict-badge.tsx';
import { statusRank } from '../verdict-order.ts';
import { words as canaryWords } from '../words.ts';
import { agreementText } from './agreement.ts';
import { HostsCell } from './hosts-cell.tsx';
import { NarrowRouteCell, RouteCell } from './route-cell.tsx';
import { SinceCell } from './since-cell.tsx';
import { SourcesCell } from './sources-cell.tsx';
import { StandsOutCell, standsOutText } from './stands-out-cell.tsx';
import { VersionsCell } from './versions-cell.tsx';
import { words } from './words.ts';

/** Columns of the list of weighted rules. */
export const canaryColumns: readonly Column<CanaryItem>[] = [
  {
    id: 'verdict',
    title: words.verdict,
    width: 170,
    isWideOnly: true,
    value: ({ verdict }) => `${canaryWords.statuses[verdict.status]}, ${verdict.text}`,
    sortValue: ({ verdict }) => statusRank(verdict.status),
    cell: ({ verdict }) => <VerdictCell verdict={verdict} />,
  },
  {
    id: 'object',
    title: words.object,
    width: 190,
    value: ({ object, route }) => `${objectText(object)}, ${canaryWords.rule(route)}`,
    sortValue: ({ object, route }) => `${object.namespace}/${object.name} ${route}`,
    cell: (item) => <RouteCell item={item} />,
    narrowCell: (item) => <NarrowRouteCell item={item} />,
  },
  {
    id: 'hosts',
    title: words.hosts,
    width: 128,
    isWideOnly: true,
    value: ({ hosts }) => hosts.join(', '),
    cell: (item) => <HostsCell item={item} />,
  },
  {
    id: 'versions',
    title: words.versions,
    unit: '%',
    width: 248,
    isWideOnly: true,
    value: versionsText,
    cell: (item) => <VersionsCell item={item} />,
  },
  {
    id: 'requests',
    title: words.requests,
    width: 80,
    isNumber: true,
    isWideOnly: true,
    value: ({ requestCount }) => requestCount,
    cell: ({ requestCount }) => formatCount(requestCount),
  },
  {
    id: 'sources',
    title: words.sources,
    width: 112,
    isWideOnly: true,
    value: agreementText,
    cell: (item) => <SourcesCell item={item} />,
  },
  {
    id: 'since',
    title: words.since,
    width: 84,
    isWideOnly: true,
    value: ({ window }) => window.from,
    cell: (item) => <SinceCell item={item} />,
  },
  {
    id: 'standsOut',
    title: words.standsOut,
    isWideOnly: true,
    value: standsOutText,
    cell: (item) => <StandsOutCell item={item} />,
  },
];

function VerdictCell({ verdict: { status, text } }: Pick<CanaryItem, 'verdict'>) {
  return (
    <span className="flex min-w-0 flex-col leading-[18px]" title={text}>
      <VerdictBadge status={status} />
      <span className="truncate text-xs text-ink-muted">{text}</span>
    </span>
  );
}

/** `v1, v2: set 75 / 25, got 74.6 / 25.4` */
function versionsText(item: CanaryItem): string {
  const names = item.versions.map(({ name }) => name).join(', ');
  const observed = observedFigures(item);
  return `${names}: ${canaryWords.configured} ${configuredFigures(item)}, ${
    observed === undefined ? absenceWords(item) : `${canaryWords.observed} ${observed}`
  }`;
}
