import { z } from 'zod';
import { flagParameter } from './parameters.ts';
import { proxyFields } from './proxies.ts';

/** What a statistic is about. */
export const statFamilies = [
  'server',
  'clusterManager',
  'listenerManager',
  'cluster',
  'listener',
  'http',
  'tcp',
  'istio',
  'agent',
  'wasm',
  'other',
] as const;
export type StatFamily = (typeof statFamilies)[number];

export const proxyStatsQuery = z.strictObject({
  ...proxyFields,
  /** Stands in the name or a label, whatever its letters' case. */
  filter: z.string().max(200).default(''),
  /** Counters that never counted anything, too. */
  unused: flagParameter(false),
});
export type ProxyStatsQuery = z.output<typeof proxyStatsQuery>;

const statRowSchema = z.strictObject({
  id: z.string(),
  family: z.enum(statFamilies),
  /** As Prometheus names it. */
  name: z.string(),
  /** The cluster, listener or connection manager that it is of. */
  subject: z.string().optional(),
  /** The other labels. */
  labels: z.record(z.string(), z.string()),
  type: z.enum(['counter', 'gauge', 'histogram', 'summary', 'unknown']),
  /** Absent for histograms. */
  value: z.number().optional(),
  /** Estimated from the buckets, in `unit`. */
  histogram: z
    .strictObject({
      count: z.number(),
      mean: z.number().optional(),
      p50: z.number().optional(),
      p90: z.number().optional(),
      p99: z.number().optional(),
    })
    .optional(),
  unit: z.enum(['ms', 'seconds', 'bytes', 'days']).optional(),
  /** What it counts, and what a high value means. */
  explanation: z.string().optional(),
  attention: z.strictObject({ status: z.enum(['degraded', 'failing']), rule: z.string() }).optional(),
});
export type StatRow = z.infer<typeof statRowSchema>;

const proxyFactSchema = z.strictObject({
  title: z.string(),
  text: z.string(),
  /** Present where it deserves attention. */
  status: z.enum(['degraded', 'failing']).optional(),
});
export type ProxyFact = z.infer<typeof proxyFactSchema>;

export const proxyStatsSchema = z.strictObject({
  /** State, version, uptime, memory …: what the proxy says of itself. */
  facts: z.array(proxyFactSchema),
  /** Feature flags that somebody set. */
  runtime: z.array(z.strictObject({ key: z.string(), value: z.string() })),
  families: z.array(z.strictObject({ id: z.enum(statFamilies), title: z.string(), count: z.int() })),
  /** What deserves attention first, then in the proxy's own order. */
  rows: z.array(statRowSchema),
  /** All that fit the filter; `rows` are the first of them. */
  count: z.int(),
  /** What is not counted by this proxy and how to have it counted. */
  notes: z.array(z.string()),
});
export type ProxyStats = z.infer<typeof proxyStatsSchema>;
