import { z } from 'zod';
import { shareEstimateSchema } from './canaries.ts';

export const comparisonStatuses = ['worse', 'better', 'equal', 'undecided'] as const;

const comparison = {
  status: z.enum(comparisonStatuses),
  text: z.string(),
};

/** A difference of two shares (canary less baseline) with its 95 % Newcombe interval. */
export const differenceSchema = z.strictObject({
  ...comparison,
  difference: z.number(),
  low: z.number(),
  high: z.number(),
  evidenceLog10: z.number().optional(),
});

/** Between these two a quantile lies with 95 %; `toMs` is absent above the last bucket. */
export const quantileIntervalSchema = z.strictObject({ fromMs: z.number(), toMs: z.number().optional() });

export const comparedVersionSchema = z.strictObject({
  name: z.string(),
  isBaseline: z.boolean(),
  requestCount: z.int(),
  failed: z.strictObject({ count: z.int(), estimate: shareEstimateSchema.optional() }),
  byProxy: z.strictObject({ count: z.int(), estimate: shareEstimateSchema.optional() }),
  slower: z.strictObject({ count: z.int(), estimate: shareEstimateSchema.optional() }).optional(),
  quantiles: z
    .strictObject({
      p50: quantileIntervalSchema.optional(),
      p95: quantileIntervalSchema.optional(),
      p99: quantileIntervalSchema.optional(),
    })
    .optional(),
  /** With the baseline; absent for the baseline itself. */
  errors: differenceSchema.optional(),
  /** The same of failures that proxies made. */
  proxyErrors: differenceSchema.optional(),
  tail: differenceSchema.optional(),
  /** Mann-Whitney: how probable it is that a request here takes longer than one of the baseline's; 0.5 is equal. */
  body: z
    .strictObject({ ...comparison, probabilitySlower: z.number(), z: z.number(), pValue: z.number() })
    .optional(),
  /** Why there is nothing to compare. */
  because: z.string().optional(),
});

export type ComparedVersion = z.infer<typeof comparedVersionSchema>;

export const comparedVersionsSchema = z.strictObject({
  versions: z.array(comparedVersionSchema),
  /** Above it a request counts as slow, in milliseconds; absent without histograms. */
  slowAboveMs: z.number().optional(),
  /** So many tests were made, each at its own level. */
  testCount: z.int(),
  notes: z.array(z.string()),
});

export type ComparedVersions = z.infer<typeof comparedVersionsSchema>;
