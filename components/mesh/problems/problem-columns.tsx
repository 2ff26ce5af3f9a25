import type { Column } from '#components/ui/data-table/column.ts';
import { FullObjectLink } from '#components/ui/object-link.tsx';
import { type MeshProblem, problemSeverities } from '#lib/contract/mesh-problems.ts';
import { ProxyLink } from '../proxy-link.tsx';
import { SeverityBadge } from './severity-badge.tsx';
import { words } from './words.ts';

/** Columns of problems. */
export const problemColumns: readonly Column<MeshProblem>[] = [
  {
    id: 'severity',
    title: words.severity,
    width: 108,
    value: ({ severity }) => words.severities[severity],
    sortValue: ({ severity }) => problemSeverities.indexOf(severity),
    cell: ({ severity }) => <SeverityBadge severity={severity} />,
  },
  {
    id: 'title',
    title: words.problem,
    width: 252,
    value: ({ title }) => title,
    cell: ({ title }) => <span className="font-medium">{title}</span>,
    narrowCell: ({ title, sentence }) => (
      <span className="flex flex-col leading-[18px]">
        <span className="truncate font-medium">{title}</span>
        <span className="truncate text-xs text-ink-muted">{sentence}</span>
      </span>
    ),
  },
  {
    id: 'sentence',
    title: words.sentence,
    isWideOnly: true,
    value: ({ sentence }) => sentence,
    cell: ({ sentence }) => <span title={sentence}>{sentence}</span>,
  },
  {
    id: 'objects',
    title: words.objects,
    width: 270,
    isWideOnly: true,
    value: ({ objects, proxies }) =>
      [
        ...objects.map(({ kind, namespace, name }) => `${kind} ${namespace}/${name}`),
        ...proxies.map(({ namespace, pod }) => `${namespace}/${pod}`),
      ].join(', '),
    cell: ({ objects: [object], proxies: [proxy] }) =>
      object !== undefined ? (
        <span className="flex min-w-0">
          <FullObjectLink object={object} />
        </span>
      ) : (
        proxy !== undefined && <ProxyLink namespace={proxy.namespace} pod={proxy.pod} />
      ),
  },
  {
    id: 'group',
    title: words.group,
    width: 124,
    isWideOnly: true,
    value: ({ group }) => words.groups[group],
  },
  { id: 'metric', title: words.metric, width: 220, isHiddenByDefault: true, value: ({ metric }) => metric },
];
