import type { EndpointHealth, RegistryService } from '#lib/contract/mesh-registry.ts';
import { numberAt, objectAt } from '#server/mesh/proxy/json/json.ts';

/** Istio's names by number. Source: `HealthStatus` in `pilot/pkg/model/service.go`. */
const healths: readonly EndpointHealth[] = ['unknown', 'healthy', 'unhealthy', 'draining', 'terminating'];

/**
 * The endpoints of one host in `/debug/endpointShardz`, `namespace -> Shards -> "<registry>/<cluster>" -> endpoints`,
 * counted by cluster and health. One address with several ports has an entry for each.
 */
export function endpointCounts(host: unknown, namespace: string): NonNullable<RegistryService['endpoints']> {
  const counts = new Map<string, NonNullable<RegistryService['endpoints']>[number]>();
  for (const [shard, endpoints] of Object.entries(objectAt(host, namespace, 'Shards') ?? {})) {
    const cluster = shard.slice(shard.indexOf('/') + 1);
    for (const endpoint of Array.isArray(endpoints) ? endpoints : []) {
      const health = healths[numberAt(endpoint, 'HealthStatus') ?? 0] ?? 'unknown';
      const known = counts.get(`${cluster} ${health}`) ?? { cluster, health, count: 0 };
      known.count += 1;
      counts.set(`${cluster} ${health}`, known);
    }
  }
  return [...counts.values()];
}
