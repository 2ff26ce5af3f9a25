import { CircleCheck, TriangleAlert } from 'lucide-react';
import { CreatedAt } from '#components/ui/created-at.tsx';
import type { Column } from '#components/ui/data-table/column.ts';
import { MembershipBadge } from '#components/ui/membership-badge.tsx';
import { MiddleTruncate } from '#components/ui/middle-truncate.tsx';
import type { Pod } from '#lib/contract/details.ts';
import { membershipWords } from '#lib/membership-words.ts';
import { SyncCell, syncText } from './sync-cell.tsx';

export const podColumns: readonly Column<Pod>[] = [
  {
    id: 'name',
    title: 'Pod',
    value: (pod) => pod.name,
    cell: (pod) => (
      <span className="mono flex">
        <MiddleTruncate text={pod.name} />
      </span>
    ),
  },
  {
    id: 'state',
    title: 'State',
    value: (pod) => stateText(pod),
    cell: (pod) => <PodState pod={pod} />,
    width: 104,
  },
  {
    id: 'restarts',
    title: 'Restarts',
    value: (pod) => pod.containers.reduce((sum, { restarts }) => sum + restarts, 0),
    isNumber: true,
    width: 76,
  },
  {
    id: 'inMesh',
    title: 'In mesh',
    value: (pod) => membershipWords[pod.inMesh.mode],
    cell: (pod) => <MembershipBadge name={pod.name} inMesh={pod.inMesh} />,
    width: 122,
    isWideOnly: true,
  },
  {
    id: 'proxy',
    title: 'Proxy',
    value: (pod) => pod.proxyVersion,
    cell: (pod) => (
      <span className="mono" title={pod.revision === undefined ? undefined : `revision ${pod.revision}`}>
        {pod.proxyVersion ?? '–'}
      </span>
    ),
    width: 84,
    isWideOnly: true,
  },
  {
    id: 'sync',
    title: 'Sync',
    value: syncText,
    cell: (pod) => <SyncCell pod={pod} />,
    width: 96,
    isWideOnly: true,
  },
  { id: 'ip', title: 'Address', value: (pod) => pod.ip, width: 100, isWideOnly: true },
  {
    id: 'node',
    title: 'Node',
    value: (pod) => pod.node,
    width: 110,
    isHiddenByDefault: true,
    isWideOnly: true,
  },
  {
    id: 'created',
    title: 'Created',
    value: (pod) => pod.createdAt,
    cell: (pod) => (pod.createdAt === undefined ? '–' : <CreatedAt at={pod.createdAt} />),
    width: 96,
    isWideOnly: true,
  },
];

function stateText({ phase, isReady }: Pod): string {
  if (phase !== 'Running') return phase;
  return isReady ? 'Ready' : 'Not ready';
}

function PodState({ pod }: { pod: Pod }) {
  const isWell = pod.isReady || pod.phase === 'Succeeded';
  const Icon = isWell ? CircleCheck : TriangleAlert;
  return (
    <span className={`inline-flex items-center gap-1.5 ${isWell ? 'text-ok' : 'text-warn'}`}>
      <Icon size={14} aria-hidden className="shrink-0" />
      {stateText(pod)}
    </span>
  );
}
