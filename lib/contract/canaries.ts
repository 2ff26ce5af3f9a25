import { z } from 'zod';
import { evidenceSchema, objectReferenceSchema } from './evidence.ts';
import { podCountsSchema } from './inventory.ts';
import { atParameter, namePart, namespacePart, namespacesParameter, rangeParameter } from './parameters.ts';
import { proxyTypes } from './proxies.ts';

const time = z.iso.datetime({ offset: true });

export const canariesQuery = z.strictObject({
  namespaces: namespacesParameter,
  range: rangeParameter,
  at: atParameter,
});
export type CanariesQuery = z.output<typeof canariesQuery>;

export const canaryKinds = ['virtualservice', 'httproute', 'grpcroute'] as const;
const canaryObjectFields = {
  kind: z.preprocess(
    (text) => (typeof text === 'string' ? text.toLowerCase() : text),
    z.enum(canaryKinds, { error: `is none of ${canaryKinds.join(', ')}` }),
  ),
  namespace: namespacePart,
  name: namePart,
  range: rangeParameter,
  at: atParameter,
};
/** All splits of one route object. */
export const canaryObjectQuery = z.strictObject(canaryObjectFields);
export type CanaryObjectQuery = z.output<typeof canaryObjectQuery>;
/** One split: `route` is the rule's name, else its index. */
export const canaryQuery = z.strictObject({ ...canaryObjectFields, route: z.string().min(1).max(253) });
export type CanaryQuery = z.output<typeof canaryQuery>;

/** In the order of urgency. */
export const canaryStatuses = ['mismatch', 'minor', 'mixed', 'consistent', 'insufficient'] as const;
export const canaryStatusSchema = z.enum(canaryStatuses);
export type CanaryStatus = z.infer<typeof canaryStatusSchema>;

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

const splitFields = {
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
  requestCount: z.int(),
  /** What is odd about the rule itself. */
  problems: z.array(z.strictObject({ id: z.string(), text: z.string() })),
};

export const canarySourceKinds = ['workload', 'gateway', 'waypoint', 'unknown'] as const;

/** What a source did, of one version: `versions[i]` of a source belongs to the split's `versions[i]`. */
export const sourceVersionSchema = z.strictObject({
  count: z.int(),
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
  requestCount: z.int(),
  versions: z.array(sourceVersionSchema),
});
export type CanarySourceSummary = z.infer<typeof sourceSummarySchema>;

export const canaryItemSchema = z.strictObject({ ...splitFields, sources: z.array(sourceSummarySchema) });
export type CanaryItem = z.infer<typeof canaryItemSchema>;
export const canariesSchema = z.strictObject({ items: z.array(canaryItemSchema) });
export type Canaries = z.infer<typeof canariesSchema>;

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
  /** Before a version was chosen. */
  unassigned: z.array(
    z.strictObject({ flags: z.string(), code: z.string(), count: z.int(), text: z.string() }),
  ),
  notes: z.array(z.string()),
});
export type CanarySource = z.infer<typeof canarySourceSchema>;

/** Shares and evidence over the page's range; gaps are null. */
export const canaryTimelineSchema = z.strictObject({
  /** Ends of the slices, epoch milliseconds. */
  atMs: z.array(z.number()),
  stepSeconds: z.number(),
  series: z.array(
    z.strictObject({
      /** `<namespace>/<workload>`, or `all`. */
      source: z.string(),
      counts: z.array(z.int()),
      /** `shares[version][slice]` */
      shares: z.array(z.array(z.number().nullable())),
      /** Since the window's start; null before. */
      evidenceLog10: z.array(z.number().nullable()),
    }),
  ),
  changes: z.array(z.strictObject({ atMs: z.number(), text: z.string() })),
  /** The decimal logarithm from which a mismatch is decided. */
  decisionLog10: z.number(),
});
export type CanaryTimeline = z.infer<typeof canaryTimelineSchema>;

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

export const causeIds = [
  'stale-proxy',
  'other-weights-in-envoy',
  'not-bound',
  'pinned',
  'two-routes',
  'other-port',
  'unhealthy',
  'mirror',
  'retries',
  'connection-reuse',
  'direct-calls',
] as const;
export const canaryCauseSchema = z.strictObject({
  id: z.enum(causeIds),
  title: z.string(),
  /** `proven` where configuration shows it, `likely` where figures fit, `possible` where nothing speaks against it. */
  confidence: z.enum(['proven', 'likely', 'possible']),
  text: z.string(),
  /** `<namespace>/<workload>` of the sources that it explains. */
  sources: z.array(z.string()),
  facts: z.array(z.strictObject({ label: z.string(), text: z.string(), link: z.string().optional() })),
  fix: z.string().optional(),
  command: z.string().optional(),
});
export type CanaryCause = z.infer<typeof canaryCauseSchema>;

export const canaryDetailSchema = z.strictObject({
  ...splitFields,
  sources: z.array(canarySourceSchema),
  timeline: canaryTimelineSchema,
  compared: comparedVersionsSchema,
  /** The most probable first. */
  causes: z.array(canaryCauseSchema),
  ruledOut: z.array(z.strictObject({ id: z.enum(causeIds), title: z.string(), text: z.string() })),
  /** What one has to know to read the figures of this split. */
  caveats: z.array(z.strictObject({ id: z.string(), text: z.string() })),
  /** The questions and objects behind the figures. */
  proof: z.array(evidenceSchema),
});
export type CanaryDetail = z.infer<typeof canaryDetailSchema>;
export const canaryObjectSchema = z.strictObject({ items: z.array(canaryItemSchema) });

const percent = z.coerce.number().min(0, { error: 'is below 0' }).max(100, { error: 'is above 100' });
/** What a canary would need: shares in percent. */
export const whatIfQuery = z.strictObject({
  configured: percent,
  actual: percent,
  requestsPerSecond: z.coerce.number().positive().max(1e9).optional(),
});
export type WhatIfQuery = z.output<typeof whatIfQuery>;
export const whatIfSchema = z.strictObject({
  /** Requests until the evidence suffices, in half and in nine tenths of cases; absent where the shares are the same. */
  mismatch: z.strictObject({ half: z.int(), most: z.int() }).optional(),
  /** Requests until the configured share is confirmed within its delta. */
  confirmation: z.int(),
  delta: z.number(),
  seconds: z
    .strictObject({
      mismatchHalf: z.number().optional(),
      mismatchMost: z.number().optional(),
      confirmation: z.number(),
    })
    .optional(),
  text: z.string(),
});
export type WhatIf = z.infer<typeof whatIfSchema>;
