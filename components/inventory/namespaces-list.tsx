import { classNames } from '#components/ui/class-names.ts';
import { healthLooks } from '#components/ui/health-looks.ts';
import { HealthReasonsWhy } from '#components/ui/health-why.tsx';
import { ObjectLink } from '#components/ui/object-link.tsx';
import { ClusterHere } from '#components/ui/scope/in-cluster.tsx';
import { StatusBadge } from '#components/ui/status-badge.tsx';
import { type NamespaceItem, namespacesSchema } from '#lib/contract/namespaces.ts';
import { formatRateFigure } from '#lib/format-rate.ts';
import { formatShareFigure } from '#lib/format-share.ts';
import { statusRank } from '#lib/item-status.ts';
import { compareNamespaces, namespaceStatus } from '#lib/namespace-status.ts';
import { clusterFacet, statusWord } from './facets.ts';
import type { ListDefinition } from './list-definition.ts';
import { words } from './words.ts';

const meshWords: Record<NamespaceItem['inMesh'], string> = {
  sidecar: 'Sidecar',
  ambient: 'Ambient',
  none: 'Not in mesh',
};

function meshWord(value: string): string {
  return Object.entries(meshWords).find(([mode]) => mode === value)?.[1] ?? value;
}

/** Every namespace that the caller may see; a row leads to its workloads. */
export const namespacesList: ListDefinition<NamespaceItem> = {
  title: 'Namespaces',
  noun: { one: 'namespace', many: 'namespaces' },
  path: '/api/namespaces',
  schema: namespacesSchema,
  hasResponseTimes: false,
  rowId: ({ cluster = '', name }) => `${cluster}/${name}`,
  statusOf: namespaceStatus,
  compare: compareNamespaces,
  columns: [
    {
      id: 'health',
      title: words.health,
      value: (row) => healthLooks[namespaceStatus(row)].word,
      sortValue: (row) => statusRank(namespaceStatus(row)),
      cell: (row) => <NamespaceHealth row={row} />,
      width: 146,
      isWideOnly: true,
    },
    {
      id: 'name',
      title: words.name,
      value: (row) => row.name,
      cell: (row) => <span className="font-medium">{row.name}</span>,
      narrowCell: (row) => (
        <span className="flex flex-col">
          <span className="truncate font-medium">{row.name}</span>
          <span className="flex min-w-0 items-center gap-1.5 text-xs leading-4">
            <StatusBadge status={namespaceStatus(row)} />
            <span className="truncate text-ink-muted">
              <ClusterHere separator="" />
            </span>
          </span>
        </span>
      ),
      width: 150,
    },
    {
      id: 'reason',
      title: words.reason,
      value: (row) => row.health.reasons[0]?.text,
      isWideOnly: true,
    },
    { id: 'mesh', title: words.inMesh, value: (row) => meshWords[row.inMesh], width: 108, isWideOnly: true },
    {
      id: 'revision',
      title: words.revision,
      value: (row) => row.revision,
      width: 96,
      isHiddenByDefault: true,
      isWideOnly: true,
    },
    {
      id: 'mtls',
      title: words.mtls,
      value: (row) => row.mtls?.mode,
      cell: ({ mtls }) =>
        mtls?.setBy === undefined ? (
          mtls?.mode
        ) : (
          <ObjectLink object={mtls.setBy} className="hover:underline">
            {mtls.mode}
          </ObjectLink>
        ),
      width: 116,
      isWideOnly: true,
    },
    {
      id: 'workloads',
      title: words.workloads,
      value: (row) => row.workloads.total,
      isNumber: true,
      width: 88,
      isWideOnly: true,
    },
    {
      id: 'outOfMesh',
      title: words.outOfMesh,
      value: (row) => row.workloads.outOfMesh,
      isNumber: true,
      width: 92,
      isWideOnly: true,
    },
    {
      id: 'rate',
      title: words.rate,
      unit: 'req/s',
      value: (row) => row.requestsPerSecond,
      cell: (row) => formatRateFigure(row.requestsPerSecond),
      isNumber: true,
      width: 84,
    },
    {
      id: 'errors',
      title: words.errors,
      unit: '%',
      value: (row) => row.errorShare,
      cell: (row) => (
        <span
          className={classNames(row.health.status === 'failing' && (row.errorShare ?? 0) > 0 && 'text-fail')}
        >
          {formatShareFigure(row.errorShare)}
        </span>
      ),
      isNumber: true,
      width: 76,
    },
  ],
  facets: [
    { id: 'health', title: words.health, read: namespaceStatus, wordOf: statusWord },
    { id: 'mesh', title: words.inMesh, read: (row) => row.inMesh, wordOf: meshWord },
    { id: 'mtls', title: words.mtls, read: (row) => row.mtls?.mode ?? '–', wordOf: (mode) => mode },
    clusterFacet(),
  ],
  pageOf: ({ cluster, name }) => ({ path: '/workloads', own: { cluster, namespaces: name } }),
};

function NamespaceHealth({ row }: { row: NamespaceItem }) {
  return (
    <span className="flex items-center gap-1.5">
      <StatusBadge status={namespaceStatus(row)} />
      {row.health.reasons.length > 0 && <HealthReasonsWhy name={row.name} health={row.health} />}
    </span>
  );
}
