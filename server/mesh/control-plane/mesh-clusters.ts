import type { Health } from '#lib/contract/health.ts';
import type { MeshCluster } from '#lib/contract/mesh.ts';
import type { ReplicaAnswer } from '#server/mesh/istiod/merge-answers.ts';
import { textAt } from '#server/mesh/proxy/json/json.ts';

/**
 * The clusters of `/debug/clusterz` of all replicas, each once, with its state at every replica: the columns of
 * `istioctl remote-clusters`. The cluster that istiod runs in has no secret.
 */
export function meshClusters(entries: readonly ReplicaAnswer<unknown>[]): MeshCluster[] {
  const byId = new Map<string, Omit<MeshCluster, 'health'>>();
  for (const { replica, revision, value } of entries) {
    const id = textAt(value, 'id');
    if (id === undefined) continue;
    const secret = textAt(value, 'secretName') ?? '';
    const known = byId.get(id) ?? {
      id,
      isHome: secret === '',
      ...(secret === '' ? {} : { secret }),
      syncs: [],
    };
    const status = textAt(value, 'syncStatus') ?? 'unknown';
    known.syncs.push({ replica, ...(revision === undefined ? {} : { revision }), status });
    byId.set(id, known);
  }
  return [...byId.values()].map((cluster) => ({ ...cluster, health: clusterHealth(cluster) }));
}

const sentences: Readonly<Record<string, string>> = {
  timeout: 'istiod gave up waiting for its API server; its services and pods are not part of the mesh',
  closed: 'istiod no longer watches it',
  syncing: 'istiod is still reading it',
};

function clusterHealth({ syncs }: Pick<MeshCluster, 'syncs'>): Health {
  const unwell = syncs.filter(({ status }) => status.toLowerCase() !== 'synced');
  if (unwell.length === 0) return { status: 'healthy', reasons: [] };
  return {
    status: unwell.every(({ status }) => status === 'syncing') ? 'degraded' : 'failing',
    reasons: unwell.map(({ replica, status }) => ({
      text: `${replica} says ${status}${sentences[status] === undefined ? '' : `: ${sentences[status]}`}`,
      evidence: [],
    })),
  };
}
