import { z } from 'zod';
import {
  changeCountsSchema,
  compareChanges,
  comparedFormsSchema,
  comparedSidesSchema,
} from './compare-sides.ts';
import { comparedSections } from './drift.ts';
import { namePart, namespacePart, namespacesParameter } from './parameters.ts';

export const compareProxiesQuery = z.strictObject({ namespaces: namespacesParameter });
export type CompareProxiesQuery = z.output<typeof compareProxiesQuery>;

/** A proxy by its pod: the one that is now, or, where that is gone, the one that was. */
export const compareProxyQuery = z.strictObject({ namespace: namespacePart, pod: namePart });
export type CompareProxyQuery = z.output<typeof compareProxyQuery>;

/**
 * How the proxies of both sides belong together. A pod whose controller replaced it is matched with one of the same
 * workload.
 */
export const proxyMatches = ['samePod', 'sameWorkload', 'onlyBefore', 'onlyAfter'] as const;
export type ProxyMatch = (typeof proxyMatches)[number];

const matchedProxyFields = {
  namespace: z.string(),
  workload: z.string(),
  match: z.enum(proxyMatches),
  beforePod: z.string().optional(),
  afterPod: z.string().optional(),
};

const comparedSectionSchema = z.strictObject({
  section: z.enum(comparedSections),
  ...changeCountsSchema.shape,
});
export type ComparedSectionCounts = z.infer<typeof comparedSectionSchema>;

export const proxyComparisonItemSchema = z.strictObject({
  ...matchedProxyFields,
  /** Absent where both could not be compared. */
  sections: z.array(comparedSectionSchema).optional(),
  /** Why not. */
  because: z.string().optional(),
});
export type ProxyComparisonItem = z.infer<typeof proxyComparisonItemSchema>;

export const proxyComparisonSchema = z.strictObject({
  sides: comparedSidesSchema,
  /** Those that differ first. */
  proxies: z.array(proxyComparisonItemSchema),
  leftOut: z.array(z.string()),
});
export type ProxyComparison = z.infer<typeof proxyComparisonSchema>;

export const comparedResourceSchema = z.strictObject({
  section: z.enum(comparedSections),
  name: z.string(),
  change: z.enum(compareChanges),
  ...comparedFormsSchema.shape,
  notes: z.array(z.string()),
});
export type ComparedResource = z.infer<typeof comparedResourceSchema>;

export const comparedProxySchema = z.strictObject({
  sides: comparedSidesSchema,
  ...matchedProxyFields,
  sections: z.array(comparedSectionSchema),
  differences: z.array(comparedResourceSchema),
  /** More resources differ than `differences` has. */
  moreDifferences: z.int(),
  leftOut: z.array(z.string()),
});
export type ComparedProxy = z.infer<typeof comparedProxySchema>;
