import { z } from 'zod';
import { objectReferenceSchema } from './evidence.ts';
import { podCountsSchema } from './inventory.ts';

const time = z.iso.datetime({ offset: true });

/** In the order of urgency. `unobserved`: the metric store could not be read, so nothing is judged. */
export const canaryStatuses = [
  'mismatch',
  'minor',
  'mixed',
  'unobserved',
  'consistent',
  'insufficient',
] as const;

export const canaryStatusSchema = z.enum(canaryStatuses);

export type CanaryStatus = z.infer<typeof canaryStatusSchema>;

/** What follows from requests that were counted. */
export const judgedStatusSchema = canaryStatusSchema.exclude(['unobserved']);

export type JudgedStatus = z.infer<typeof judgedStatusSchema>;

/** A verdict and its reason in a few words (`25 points over`, `decided`, `380 more, about 4 h`). */
export const canaryVerdictSchema = z.strictObject({ status: canaryStatusSchema, text: z.string() });

export type CanaryVerdict = z.infer<typeof canaryVerdictSchema>;

/** A share with its 95 % Wilson interval, all 0 to 1. */
export const shareEstimateSchema = z.strictObject({ share: z.number(), low: z.number(), high: z.number() });

export type ShareEstimate = z.infer<typeof shareEstimateSchema>;

export const canaryVersionSchema = z.strictObject({
  name: z.string(),
  host: z.string(),
  service: z.strictObject({ namespace: z.string(), name: z.string() }).optional(),
  subset: z.string().optional(),
  port: z.int().optional(),
  weight: z.number(),
  /** Configured, of the sum of weights, 0 to 1. */
  share: z.number(),
  workloads: z.array(z.string()),
  endpoints: podCountsSchema.optional(),
  problem: z.string().optional(),
  /** Of all sources together, pinned traffic taken out; absent without requests. */
  observed: z.strictObject({ count: z.int(), ...shareEstimateSchema.shape }).optional(),
});

export type CanaryVersion = z.infer<typeof canaryVersionSchema>;

/** The time that is counted, and why it begins where it does. */
export const canaryWindowSchema = z.strictObject({ from: time, to: time, reason: z.string() });

export const splitFields = {
  object: objectReferenceSchema,
  /** The VirtualService that delegates to it, where one does. */
  root: objectReferenceSchema.optional(),
  route: z.string(),
  path: z.string(),
  protocol: z.enum(['http', 'grpc', 'tls', 'tcp']),
  isMesh: z.boolean(),
  gateways: z.array(objectReferenceSchema),
  hosts: z.array(z.string()),
  /** The Services among the hosts, as `<namespace>/<name>`. */
  services: z.array(z.string()),
  matches: z.array(z.string()),
  versions: z.array(canaryVersionSchema),
  verdict: canaryVerdictSchema,
  /** One or two sentences: who agrees, who does not, what the versions differ in. */
  summary: z.string(),
  window: canaryWindowSchema,
  /** Absent where nothing was observed. */
  requestCount: z.int().optional(),
  /** Why nothing was observed, with the source's name; whatever is counted is absent then. */
  unobserved: z.string().optional(),
  /** What is odd about the rule itself. */
  problems: z.array(z.strictObject({ id: z.string(), text: z.string() })),
};

export const canarySourceKinds = ['workload', 'gateway', 'waypoint', 'unknown'] as const;

/** What a source did, of one version: `versions[i]` of a source belongs to the split's `versions[i]`. */
export const sourceVersionSchema = z.strictObject({
  /** Absent where nothing was observed. */
  count: z.int().optional(),
  /** Absent without any request. */
  estimate: shareEstimateSchema.optional(),
  /** Observed less configured, in points (0.25 = 25 points). */
  difference: z.number().optional(),
  /** What it may differ by, as a share. */
  delta: z.number(),
  isOutside: z.boolean(),
});

export const sourceSummarySchema = z.strictObject({
  namespace: z.string(),
  workload: z.string(),
  kind: z.enum(canarySourceKinds),
  verdict: canaryVerdictSchema,
  /** Absent where nothing was observed. */
  requestCount: z.int().optional(),
  versions: z.array(sourceVersionSchema),
});

export type CanarySourceSummary = z.infer<typeof sourceSummarySchema>;

export const canaryItemSchema = z.strictObject({
  ...splitFields,
  /** Where more than one cluster is listed. */
  cluster: z.string().optional(),
  sources: z.array(sourceSummarySchema),
});

export type CanaryItem = z.infer<typeof canaryItemSchema>;

export const canariesSchema = z.strictObject({ items: z.array(canaryItemSchema) });

export type Canaries = z.infer<typeof canariesSchema>;

export const canaryObjectSchema = z.strictObject({ items: z.array(canaryItemSchema) });
