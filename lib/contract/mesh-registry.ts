import { z } from 'zod';
import { objectReferenceSchema } from './evidence.ts';
import { wordsParameter } from './parameters.ts';

export const meshRegistryQuery = z.strictObject({
  /** istiod's endpoints of every host: by far the larger answer. */
  include: wordsParameter(['endpoints']),
});
export type MeshRegistryQuery = z.output<typeof meshRegistryQuery>;

export const endpointHealths = ['healthy', 'unhealthy', 'draining', 'terminating', 'unknown'] as const;
export type EndpointHealth = (typeof endpointHealths)[number];

/** A service as istiod knows it, whoever declared it. */
export const registryServiceSchema = z.strictObject({
  id: z.string(),
  hostname: z.string(),
  namespace: z.string(),
  /** The Service or ServiceEntry that it was made of; absent where istiod does not say. */
  object: objectReferenceSchema.optional(),
  /** Istio's name of where it comes from: `Kubernetes`, `External` … */
  registry: z.string(),
  /** Istio's own words: `ClientSideLB`, `DNSLB`, `Passthrough` … */
  resolution: z.string(),
  isMeshExternal: z.boolean(),
  ports: z.array(z.strictObject({ name: z.string(), port: z.int(), protocol: z.string() })),
  /** Addresses by cluster. */
  clusterAddresses: z.array(z.strictObject({ cluster: z.string(), addresses: z.array(z.string()) })),
  /** Given by Istio itself, from 240.240.0.0/16 and 2001:2::/48. */
  autoAddresses: z.array(z.string()),
  /** Namespaces that see it: `*` all, `.` its own, `~` none. */
  exportTo: z.array(z.string()),
  serviceAccounts: z.array(z.string()),
  /** How many entries of the registry have this hostname. */
  sameHostname: z.int(),
  /** With `include=endpoints`: how many, by cluster and health. */
  endpoints: z
    .array(z.strictObject({ cluster: z.string(), health: z.enum(endpointHealths), count: z.int() }))
    .optional(),
});
export type RegistryService = z.infer<typeof registryServiceSchema>;

export const meshRegistrySchema = z.strictObject({
  services: z.array(registryServiceSchema),
  /** The replica that was taken at its word; all know the same. */
  replica: z.string().optional(),
});
export type MeshRegistry = z.infer<typeof meshRegistrySchema>;
