import type { Config } from '#server/config.ts';
import type { Cluster, Sources, UnusableCluster } from '#server/sources/interface.ts';
import { createHomeCluster } from './home-cluster.ts';
import { createMergedMetrics } from './merged-metrics.ts';
import { type OpenedClusters, openOtherClusters } from './other-clusters.ts';

/** Who is beside the home cluster, and what that one is called. */
export type NamedClusters = {
  home: string;
  clusters: readonly Cluster[];
  unusable: readonly UnusableCluster[];
};

/** The clusters of an installation. */
export type MeshClusters = {
  home: Sources;
  /** Those beside home; absent where there cannot be any. */
  others?: (signal: AbortSignal) => Promise<NamedClusters>;
};

/** The clusters that a configuration names: one, or more by further contexts and remote secrets. */
export function createMeshClusters(config: Config): MeshClusters {
  const { sources, kubernetes } = createHomeCluster(config);
  if (config.KUBE_CONTEXTS === undefined && config.VIGLA_REMOTE_SECRETS !== 'true') return { home: sources };
  const home: Sources =
    config.PROMETHEUS_SCOPE === 'mesh'
      ? sources
      : {
          ...sources,
          metrics: createMergedMetrics({ name: () => nameOf(sources), metrics: sources.metrics }, stores),
        };
  const open = openOtherClusters(config, { home, kubernetes });

  async function stores(signal: AbortSignal) {
    const { remotes } = await open(signal);
    return remotes.map((remote) => ({ cluster: remote.name(), metrics: remote.store() }));
  }

  return {
    home,
    async others(signal) {
      const opened = await open(signal);
      return distinct(await nameOf(home), opened);
    },
  };
}

/** The home cluster's name, where it can be told at once. */
async function nameOf({ objects }: Sources): Promise<string> {
  try {
    return (await objects.snapshot()).cluster;
  } catch {
    // Said by the objects themselves wherever they are read.
    return 'unknown';
  }
}

/** Two clusters of one name cannot be told apart in telemetry: the second one is left out. */
function distinct(home: string, { remotes, unusable }: OpenedClusters): NamedClusters {
  const names = new Set([home]);
  const clusters: Cluster[] = [];
  const twice: UnusableCluster[] = [];
  for (const remote of remotes) {
    const name = remote.name();
    if (names.has(name)) twice.push({ name, reason: sameName(name) });
    else clusters.push({ name, sources: remote.sources, isOfSecret: remote.isOfSecret });
    names.add(name);
  }
  return { home, clusters, unusable: [...unusable, ...twice] };
}

function sameName(name: string): string {
  return `Another cluster is called ${name} as well: give each istiod its own CLUSTER_ID, or name the cluster in KUBE_CONTEXTS ("west=context").`;
}
