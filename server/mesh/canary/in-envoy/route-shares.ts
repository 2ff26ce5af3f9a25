import type { EnvoySplit } from '../envoy-split.ts';
import type { Split } from '../split.ts';
import { versionOfCluster } from '../version-of-cluster.ts';

/** A cluster that a route or chain leads to; without a weight it is the only one. */
export type RouteTarget = { cluster: string; weight?: number | undefined };
export type RouteShares = Pick<EnvoySplit, 'shares' | 'others' | 'weights'>;

/**
 * The weights of one of Envoy's routes as shares of the split's versions. A route with a single cluster sends all there;
 * destinations of weight 0 are not in Envoy at all, and have share 0. Shares of clusters of no version are in `others`.
 */
export function routeShares(
  targets: readonly RouteTarget[],
  { versions }: Pick<Split, 'versions'>,
): RouteShares {
  const versionOf = versionOfCluster(versions);
  const weighted = targets.map(({ cluster, weight = 1 }) => ({
    cluster,
    weight,
    version: versionOf(cluster),
  }));
  const total = weighted.reduce((sum, { weight }) => sum + weight, 0);
  const shareOf = (weight: number) => (total === 0 ? 0 : weight / total);
  return {
    shares: versions.map((_, index) =>
      weighted.reduce((sum, { version, weight }) => (version === index ? sum + shareOf(weight) : sum), 0),
    ),
    others: weighted
      .filter(({ version }) => version === undefined)
      .map(({ cluster, weight }) => ({ cluster, share: shareOf(weight) })),
    weights:
      weighted.length === 0
        ? 'no cluster'
        : weighted
            .map(({ cluster, weight, version }) => {
              const name = version === undefined ? cluster : (versions[version]?.name ?? cluster);
              return `${name} ${weight}`;
            })
            .join(', '),
  };
}

/** Weights are whole numbers, but their shares are not. */
const tolerance = 1e-6;

/** Whether requests are divided as the rule is written. */
export function isAsConfigured(
  { shares, others }: Pick<RouteShares, 'shares' | 'others'>,
  split: Split,
): boolean {
  return (
    others.every(({ share }) => share === 0) &&
    split.versions.every(({ share }, index) => Math.abs(share - (shares[index] ?? 0)) <= tolerance)
  );
}
