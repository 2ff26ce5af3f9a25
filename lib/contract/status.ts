import { z } from 'zod';

export const statusQuery = z.strictObject({});

export const sourceIds = ['prometheus', 'kubernetes', 'istiod', 'proxies', 'traces'] as const;
export type SourceId = (typeof sourceIds)[number];

/** `address` never holds credentials. `reason` says what is wrong and is absent when all is well. */
export const sourceStatusSchema = z.strictObject({
  id: z.enum(sourceIds),
  state: z.enum(['ok', 'degraded', 'down']),
  address: z.string().optional(),
  reason: z.string().optional(),
  /** Sub-parts, e.g. the object kinds that a cluster does not have. */
  details: z.array(z.string()).optional(),
});
export type SourceStatus = z.infer<typeof sourceStatusSchema>;

export const statusSchema = z.strictObject({
  version: z.string(),
  mode: z.enum(['demo', 'cluster', 'snapshot']),
  cluster: z.string(),
  sources: z.array(sourceStatusSchema),
  user: z.strictObject({ name: z.string(), isAnonymous: z.boolean() }),
});
export type Status = z.infer<typeof statusSchema>;
