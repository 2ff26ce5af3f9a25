import { z } from 'zod';
import type { Service } from './services.ts';

const serviceSchema = z.looseObject({ host: z.string(), name: z.string(), namespace: z.string() });
const dumpSchema = z.looseObject({
  configs: z.array(
    z.looseObject({
      dynamic_active_clusters: z
        .array(
          z.looseObject({
            cluster: z.looseObject({
              name: z.string(),
              metadata: z
                .looseObject({
                  filter_metadata: z.looseObject({
                    istio: z.looseObject({ services: z.array(serviceSchema).default([]) }).optional(),
                  }),
                })
                .optional(),
            }),
          }),
        )
        .optional(),
    }),
  ),
});

/**
 * The service of each inbound port as the proxy's metrics name it: when several Services share a pod's port, the first
 * of the inbound cluster's metadata, whatever the caller asked for.
 */
export function inboundServicesOf(dump: unknown): ReadonlyMap<number, Service> {
  const clusters = dumpSchema.parse(dump).configs.flatMap((part) => part.dynamic_active_clusters ?? []);
  const byPort = new Map<number, Service>();
  for (const { cluster } of clusters) {
    const [direction, port] = cluster.name.split('|');
    const [service] = cluster.metadata?.filter_metadata.istio?.services ?? [];
    if (direction !== 'inbound' || service === undefined) continue;
    byPort.set(Number(port), { host: service.host, name: service.name, namespace: service.namespace });
  }
  return byPort;
}
