import { z } from 'zod';
import { clusterMetadata, serviceOf } from './cluster-metadata.ts';
import type { Service } from './services.ts';

const cluster = z.looseObject({ name: z.string(), metadata: clusterMetadata.optional() });
const dumpSchema = z.looseObject({
  configs: z.array(
    z.looseObject({ dynamic_active_clusters: z.array(z.looseObject({ cluster })).optional() }),
  ),
});

/**
 * The service of each inbound port as the proxy's metrics name it: when several Services share a pod's port, the first
 * of the inbound cluster, whatever the caller asked for.
 */
export function inboundServicesOf(dump: unknown): ReadonlyMap<number, Service> {
  const clusters = dumpSchema.parse(dump).configs.flatMap((part) => part.dynamic_active_clusters ?? []);
  const byPort = new Map<number, Service>();
  for (const { cluster } of clusters) {
    const [direction, port] = cluster.name.split('|');
    const service = serviceOf(cluster.metadata);
    if (direction === 'inbound' && service !== undefined) byPort.set(Number(port), service);
  }
  return byPort;
}
