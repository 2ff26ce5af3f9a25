import type { Split } from '#server/mesh/canary/split.ts';
import { versionOfCluster } from '#server/mesh/canary/version-of-cluster.ts';
import { parseExposition } from '#server/mesh/proxy/stats/parse-exposition.ts';
import { driveRequests } from './drive-requests.ts';
import type { EnvoyInMesh } from './envoy-in-mesh.ts';

export type DrivenSplit = {
  /** Requests by slice and version, as Envoy counted them. */
  bySlice: number[][];
  byVersion: number[];
  /** By status and body, as they came back. */
  answers: ReadonlyMap<string, number>;
  startedAtMs: number;
  endedAtMs: number;
};

/** As many looks as over-dispersion needs, and some more. */
const sliceCount = 40;

/** Sends requests through an Envoy, and looks at its counters of the split's versions after each of forty slices. */
export async function driveSplit(
  mesh: EnvoyInMesh,
  { versions }: Split,
  { count, headers }: { count: number; headers: (index: number) => Record<string, string> },
): Promise<DrivenSplit> {
  const startedAtMs = Date.now();
  const answers = new Map<string, number>();
  const bySlice: number[][] = [];
  let before = await completedBy(mesh, versions);
  for (let slice = 0; slice < sliceCount; slice += 1) {
    const driven = await driveRequests(mesh.url, { count: count / sliceCount, headers });
    for (const [answer, times] of driven) answers.set(answer, (answers.get(answer) ?? 0) + times);
    const after = await completedBy(mesh, versions);
    const earlier = before;
    bySlice.push(after.map((value, version) => value - (earlier[version] ?? 0)));
    before = after;
  }
  const byVersion = versions.map((_, version) => bySlice.reduce((sum, row) => sum + (row[version] ?? 0), 0));
  return { bySlice, byVersion, answers, startedAtMs, endedAtMs: Date.now() };
}

/** Requests that Envoy's clusters of these versions have completed since it started. */
async function completedBy(mesh: EnvoyInMesh, versions: Split['versions']): Promise<number[]> {
  const parameters = { filter: 'upstream_rq_completed' };
  const { samples, unread } = parseExposition(await mesh.ask({ path: 'stats/prometheus', parameters }));
  if (unread.length > 0) throw new Error(`Envoy's statistics have lines that were not read: ${unread[0]}`);
  const versionOf = versionOfCluster(versions);
  const counts = versions.map(() => 0);
  for (const { name, labels, value } of samples) {
    const version = versionOf(labels.cluster_name ?? '');
    if (name === 'envoy_cluster_upstream_rq_completed' && version !== undefined) counts[version] = value;
  }
  return counts;
}
