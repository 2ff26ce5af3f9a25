import { parseClusterName } from '#server/mesh/proxy/links/cluster-name.ts';
import type { SplitVersion } from './split.ts';

/**
 * Finds the version, by its index, that requests of one of Envoy's clusters reach: by host and subset, and by the port where
 * the version has one. Undefined for clusters of no version, and for inbound ones.
 */
export function versionOfCluster(
  versions: readonly Pick<SplitVersion, 'host' | 'subset' | 'port'>[],
): (cluster: string) => number | undefined {
  const known = new Map<string, number | undefined>();
  return (cluster) => {
    if (!known.has(cluster)) known.set(cluster, findVersion(versions, cluster));
    return known.get(cluster);
  };
}

function findVersion(
  versions: readonly Pick<SplitVersion, 'host' | 'subset' | 'port'>[],
  cluster: string,
): number | undefined {
  const name = parseClusterName(cluster);
  if (name === undefined || name.direction === 'inbound') return undefined;
  const alike = versions
    .map(({ host, subset = '', port }, index) => ({ host, subset, port, index }))
    .filter(({ host, subset }) => host === name.host && subset === name.subset);
  const exact = alike.find(({ port }) => port === name.port);
  return (exact ?? alike.find(({ port }) => port === undefined))?.index;
}
