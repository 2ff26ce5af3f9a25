import { z } from 'zod';
import type { Service } from './services.ts';

/** The part of a cluster from which Istio's proxies take the service labels of their metrics. */
export const clusterMetadata = z.looseObject({
  filter_metadata: z
    .looseObject({
      istio: z
        .looseObject({
          services: z
            .array(z.looseObject({ host: z.string(), name: z.string(), namespace: z.string() }))
            .default([]),
        })
        .optional(),
    })
    .optional(),
});

/** The first service of the list, whatever else shares the cluster. */
export function serviceOf(metadata: z.output<typeof clusterMetadata> | undefined): Service | undefined {
  const [service] = metadata?.filter_metadata?.istio?.services ?? [];
  if (service === undefined) return undefined;
  return { host: service.host, name: service.name, namespace: service.namespace };
}
