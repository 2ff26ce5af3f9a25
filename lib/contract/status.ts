import { z } from 'zod';

export const statusQuery = z.strictObject({});

export const sourceIds = ['prometheus', 'kubernetes', 'istiod', 'proxies', 'traces', 'grafana'] as const;
export type SourceId = (typeof sourceIds)[number];

/** What would help: what to do in words, and a command that shows or does it. */
const fixSchema = z.strictObject({ words: z.string(), command: z.string().optional() });

/**
 * `address` never holds credentials. `reason` says what is wrong and is absent when all is well. `absent` is a source that
 * an installation may well do without.
 */
export const sourceStatusSchema = z.strictObject({
  id: z.enum(sourceIds),
  state: z.enum(['ok', 'degraded', 'down', 'absent']),
  address: z.string().optional(),
  /** How its place is known: by which setting, or as which Service of the cluster. */
  found: z.string().optional(),
  reason: z.string().optional(),
  fix: fixSchema.optional(),
  /** Sub-parts, e.g. the object kinds that a cluster does not have. */
  details: z.array(z.string()).optional(),
});
export type SourceStatus = z.infer<typeof sourceStatusSchema>;

/** A cluster by Istio's name for it, and how its API server is. */
const clusterStatusSchema = z.strictObject({
  name: z.string(),
  /** The one that is read where no other is named. */
  isHome: z.boolean(),
  /** False for what is configured and cannot be opened: no request can be about it. */
  isOpened: z.boolean(),
  state: z.enum(['ok', 'degraded', 'down']),
  reason: z.string().optional(),
  fix: fixSchema.optional(),
});
export type ClusterStatus = z.infer<typeof clusterStatusSchema>;

export const statusSchema = z.strictObject({
  version: z.string(),
  mode: z.enum(['demo', 'cluster', 'snapshot']),
  cluster: z.string(),
  /** Every cluster of the mesh, the home cluster first; absent where there is only one, or the request is about one. */
  clusters: z.array(clusterStatusSchema).optional(),
  /** Contexts of the kubeconfig that were not chosen; none of them is contacted. */
  otherContexts: z.array(z.string()).optional(),
  /** Of a snapshot: when it was made, where its clock stands; epoch milliseconds. */
  madeAtMs: z.number().optional(),
  /** The earlier snapshot that can be compared with: of which cluster, and when it was made. */
  before: z.strictObject({ cluster: z.string(), madeAtMs: z.number() }).optional(),
  sources: z.array(sourceStatusSchema),
  user: z.strictObject({
    name: z.string(),
    groups: z.array(z.string()),
    isAnonymous: z.boolean(),
    /** Signed in at Vigla itself, so that Vigla can end it. */
    canSignOut: z.boolean(),
  }),
});
export type Status = z.infer<typeof statusSchema>;
