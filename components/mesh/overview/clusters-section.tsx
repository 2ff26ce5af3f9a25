import { HealthWhy } from '#components/ui/health-why.tsx';
import { PlainTable } from '#components/ui/plain-table.tsx';
import type { MeshCluster } from '#lib/contract/mesh.ts';
import { Section } from '../section.tsx';
import { words } from './words.ts';

/** Clusters that istiod reads: its own, and those of remote secrets. */
export function ClustersSection({ clusters }: { clusters: readonly MeshCluster[] }) {
  return (
    <Section title={words.clusters} count={clusters.length} empty={words.noClusters}>
      <PlainTable label={words.clusters} rows={clusters} rowId={({ id }) => id} columns={columns} />
    </Section>
  );
}

const columns = [
  { title: words.cluster, cell: ({ id }: MeshCluster) => <span className="font-medium">{id}</span> },
  { title: words.state, cell: ({ id, health }: MeshCluster) => <HealthWhy name={id} health={health} /> },
  {
    title: words.secret,
    isWrapped: true,
    cell: ({ secret }: MeshCluster) => secret ?? <span className="text-ink-muted">{words.home}</span>,
  },
  {
    title: words.sync,
    isWrapped: true,
    isWideOnly: true,
    cell: ({ syncs }: MeshCluster) => syncs.map(({ replica, status }) => `${replica}: ${status}`).join(', '),
  },
];
