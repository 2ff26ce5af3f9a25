import { z } from 'zod';
import { objectReferenceSchema } from './evidence.ts';
import { healthSchema } from './health.ts';
import { atParameter, rangeParameter, wordsParameter } from './parameters.ts';

export const namespacesQuery = z.strictObject({
  range: rangeParameter,
  at: atParameter,
  include: wordsParameter(['series']),
});
export type NamespacesQuery = z.output<typeof namespacesQuery>;

/** `PERMISSIVE` is also Istio's default when no PeerAuthentication says anything. */
export const mtlsModes = ['STRICT', 'PERMISSIVE', 'DISABLE', 'MIXED'] as const;

export const namespaceItemSchema = z.strictObject({
  name: z.string(),
  /** Where more than one cluster is listed. */
  cluster: z.string().optional(),
  inMesh: z.enum(['sidecar', 'ambient', 'none']),
  revision: z.string().optional(),
  /** Istio's control plane or Kubernetes' own: not among the defaults of the namespace picker. */
  isSystem: z.boolean(),
  mtls: z.strictObject({ mode: z.enum(mtlsModes), setBy: objectReferenceSchema.optional() }).optional(),
  health: healthSchema,
  /** Workloads by health, those outside the mesh counted apart. */
  workloads: z.strictObject({
    total: z.int(),
    healthy: z.int(),
    degraded: z.int(),
    failing: z.int(),
    idle: z.int(),
    unknown: z.int(),
    outOfMesh: z.int(),
  }),
  /** Requests that arrive in the namespace, from anywhere; absent when metrics could not be read. */
  requestsPerSecond: z.number().optional(),
  errorShare: z.number().optional(),
  /** `[epoch seconds, requests per second, errors per second]`, at most 60, with `include=series`. */
  series: z.array(z.tuple([z.number(), z.number(), z.number()])).optional(),
});
export type NamespaceItem = z.infer<typeof namespaceItemSchema>;

export const namespacesSchema = z.strictObject({ items: z.array(namespaceItemSchema) });
export type Namespaces = z.infer<typeof namespacesSchema>;
