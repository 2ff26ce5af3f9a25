import { z } from 'zod';

export const statusQuery = z.strictObject({});

export const sourceIds = ['prometheus', 'kubernetes', 'istiod', 'proxies', 'traces', 'grafana'] as const;
export type SourceId = (typeof sourceIds)[number];

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
  /** What would help: what to do in words, and a command that shows or does it. */
  fix: z.strictObject({ words: z.string(), command: z.string().optional() }).optional(),
  /** Sub-parts, e.g. the object kinds that a cluster does not have. */
  details: z.array(z.string()).optional(),
});
export type SourceStatus = z.infer<typeof sourceStatusSchema>;

export const statusSchema = z.strictObject({
  version: z.string(),
  mode: z.enum(['demo', 'cluster', 'snapshot']),
  cluster: z.string(),
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
