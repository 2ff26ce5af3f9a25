import { z } from 'zod';
import { sourceSummarySchema } from './canaries.ts';
import { proxyTypes } from './proxies.ts';

const time = z.iso.datetime({ offset: true });

/** A calling proxy's own weights. */
export const canaryProxySchema = z.strictObject({
  namespace: z.string(),
  pod: z.string(),
  type: z.enum(proxyTypes),
  state: z.enum(['found', 'absent', 'unserved', 'unanswered']),
  /** By version, 0 to 1. */
  shares: z.array(z.number()),
  isAsConfigured: z.boolean(),
  isStale: z.boolean(),
  weights: z.string(),
  place: z.string().optional(),
  /** The proxy's page at this very row. */
  link: z.string().optional(),
  unanswered: z.string().optional(),
});

export type CanaryProxy = z.infer<typeof canaryProxySchema>;

export const canarySourceSchema = z.strictObject({
  ...sourceSummarySchema.shape,
  /** Its proxies; several differ when one of them is stale. */
  proxies: z.array(canaryProxySchema),
  /** Shares that most of its proxies hold; absent where none could be read or none has the rule. */
  inEnvoy: z.array(z.number()).optional(),
  /** Bayes factor against the configured split, as its decimal logarithm: 2 is 100 to 1. */
  evidenceLog10: z.number().optional(),
  /** When the evidence first sufficed. */
  decidedAt: time.optional(),
  /** Of slices; above 1.5 and the 99.9 % quantile of chance the evidence is scaled down by it. */
  dispersion: z.number().optional(),
  isOverdispersed: z.boolean(),
  /** Until a decision, for the slowest version. */
  needed: z.strictObject({ requestCount: z.int(), seconds: z.number().optional() }).optional(),
  /** Requests that earlier rules sent, in words, and how they were told apart. */
  pinned: z
    .strictObject({ isMeasured: z.boolean(), share: z.number().optional(), text: z.string() })
    .optional(),
  /** By version, where pins could not be measured: between which the split can lie. */
  bounds: z.array(z.strictObject({ low: z.number(), high: z.number() })).optional(),
  /** Failed where telemetry names no version. */
  unassigned: z.array(
    z.strictObject({ flags: z.string(), code: z.string(), count: z.int(), text: z.string() }),
  ),
  notes: z.array(z.string()),
});

export type CanarySource = z.infer<typeof canarySourceSchema>;
