import { objectAt, objectsAt, textAt } from '#server/mesh/proxy/json/json.ts';

/** How a cluster chooses among its hosts: `round robin`, `least request`, `ring hash` …, in Envoy's vocabulary. */
export function balancingWords(cluster: unknown): string {
  const policy = objectsAt(cluster, 'load_balancing_policy', 'policies').flatMap(
    (entry) => textAt(entry, 'typed_extension_config', 'name') ?? [],
  )[0];
  if (policy !== undefined) return words(policy.slice(policy.lastIndexOf('.') + 1));
  const name = words(textAt(cluster, 'lb_policy') ?? 'ROUND_ROBIN');
  const locality = objectAt(cluster, 'common_lb_config', 'locality_weighted_lb_config');
  return locality === undefined ? name : `${name}, weighted by locality`;
}

function words(name: string): string {
  return name.toLowerCase().replaceAll('_', ' ');
}
