import type { WeightedDestination } from './configured-route.ts';
import { destinationOf } from './destination.ts';

type Routed = {
  destination: Parameters<typeof destinationOf>[0];
  weight?: number;
};

/**
 * Destinations of a VirtualService's rule with the weights that Istio takes them for: among several, one without a weight
 * gets nothing, a single one everything. Source: Istio's HTTPRouteDestination.
 */
export function meshWeights(
  routed: readonly Routed[],
  where: Parameters<typeof destinationOf>[1],
): WeightedDestination[] {
  return merged(
    routed.map(({ destination, weight }) => ({
      ...destinationOf(destination, where),
      ...weightOf(weight, routed.length === 1 ? 100 : 0),
    })),
  );
}

/** What is written, and what it counts as: a weight that is no number from 0 up sends nothing. */
export function weightOf(
  written: number | undefined,
  otherwise: number,
): Pick<WeightedDestination, 'weight' | 'written'> {
  if (written === undefined) return { weight: otherwise, written: [written] };
  return { weight: Number.isFinite(written) && written > 0 ? written : 0, written: [written] };
}

/** Envoy has one cluster for a host, subset and port: destinations that are the same add up. */
export function merged(destinations: readonly WeightedDestination[]): WeightedDestination[] {
  const byCluster = new Map<string, WeightedDestination>();
  for (const one of destinations) {
    const key = `${one.host}|${one.subset ?? ''}|${one.port ?? ''}`;
    const known = byCluster.get(key);
    byCluster.set(
      key,
      known === undefined
        ? one
        : { ...known, weight: known.weight + one.weight, written: [...known.written, ...one.written] },
    );
  }
  return [...byCluster.values()];
}
