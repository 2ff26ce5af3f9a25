import { z } from 'zod';
import { targetFields } from './details.ts';
import { explanationSchema } from './evidence.ts';
import { atParameter, flagParameter, rangeParameter } from './parameters.ts';

export const spanKinds = ['server', 'client', 'producer', 'consumer', 'internal', 'unspecified'] as const;

/** A span as a store holds it. Times are epoch milliseconds with fractions, ids small hex with their leading zeros. */
export const spanSchema = z.strictObject({
  traceId: z.string(),
  spanId: z.string(),
  parentSpanId: z.string().optional(),
  /** As the store names it: Istio's is `<canonical service>.<namespace>`. */
  service: z.string(),
  operation: z.string(),
  kind: z.enum(spanKinds),
  startMs: z.number(),
  durationMs: z.number(),
  isError: z.boolean(),
  /** What the span's own status says beside. */
  statusMessage: z.string().optional(),
  attributes: z.record(z.string(), z.string()),
  resource: z.record(z.string(), z.string()),
  events: z.array(
    z.strictObject({ atMs: z.number(), name: z.string(), attributes: z.record(z.string(), z.string()) }),
  ),
});
export type Span = z.infer<typeof spanSchema>;

/** What a list and a scatter plot need of a trace. */
export const traceSummarySchema = z.strictObject({
  traceId: z.string(),
  rootService: z.string(),
  rootOperation: z.string(),
  startMs: z.number(),
  durationMs: z.number(),
  spanCount: z.int(),
  errorSpanCount: z.int(),
  services: z.array(z.strictObject({ name: z.string(), spanCount: z.int(), errorSpanCount: z.int() })),
});
export type TraceSummary = z.infer<typeof traceSummarySchema>;

const milliseconds = z.coerce.number().min(0).max(86_400_000).optional();

const searchFields = {
  range: rangeParameter,
  at: atParameter,
  /** Shorter and longer traces are left out; milliseconds. */
  minDurationMs: milliseconds,
  maxDurationMs: milliseconds,
  errorsOnly: flagParameter(false),
  /** `key=value` pairs separated by spaces; a value with spaces stands in double quotes. All must hold for one span. */
  tags: z.string().max(2000).default(''),
  limit: z.coerce.number().int().min(1).max(500).default(100),
};

export const tracesQuery = z.strictObject({
  /** As in the store; without one all services are searched where the store can do that. */
  service: z.string().min(1).max(253).optional(),
  operation: z.string().min(1).max(500).optional(),
  ...searchFields,
});
export type TracesQuery = z.output<typeof tracesQuery>;

const { range: _range, at: _at, ...targetOnly } = targetFields;
export const targetTracesQuery = z.strictObject({ ...targetOnly, ...searchFields });
export type TargetTracesQuery = z.output<typeof targetTracesQuery>;

export const tracesSchema = z.strictObject({
  /** Newest first. */
  traces: z.array(traceSummarySchema),
  /** The store has more than `limit`: these are the newest. */
  isCut: z.boolean(),
  /** Names that the store knows, for the form. */
  services: z.array(z.string()),
  /** What was asked of the store in its own words: TraceQL, or a path of Jaeger. Empty where nothing was asked. */
  asked: z.string(),
  /** The same search in the store's own screen, where its address is configured. */
  link: z.string().optional(),
});
export type Traces = z.infer<typeof tracesSchema>;

export const traceQuery = z.strictObject({
  id: z.string().regex(/^[0-9a-fA-F]{1,32}$/, { error: 'is not a trace id' }),
  /** Of the comparison with what is usual. */
  range: rangeParameter,
  at: atParameter,
});
export type TraceQuery = z.output<typeof traceQuery>;

/** What Istio's tags say of a span, in words and in the graph's terms; a field is absent where no tag says it. */
export const spanStorySchema = z.strictObject({
  text: z.string(),
  workload: z.strictObject({ namespace: z.string(), name: z.string() }).optional(),
  pod: z.strictObject({ namespace: z.string(), name: z.string() }).optional(),
  app: z.strictObject({ namespace: z.string(), name: z.string(), version: z.string().optional() }).optional(),
  /** `outbound|9080|v3|reviews.bookinfo.svc.cluster.local` */
  upstreamCluster: z.string().optional(),
  requestId: z.string().optional(),
  status: z.string().optional(),
  responseFlags: z
    .array(z.strictObject({ flag: z.string(), meaning: z.string(), next: z.string() }))
    .optional(),
  /** Ids of the graph's nodes on both sides, and of the edge, as far as they can be told. */
  nodeId: z.string().optional(),
  edgeId: z.string().optional(),
  /** Every edge over which the graph may draw this call: straight, or by way of a service's node. */
  edgeIds: z.array(z.string()).optional(),
});
export type SpanStory = z.infer<typeof spanStorySchema>;

/** The same requests in the metrics of the window: how this span compares. `atQuantile` is in 0…1. */
export const usualSchema = z.strictObject({
  p50Ms: z.number().optional(),
  p95Ms: z.number().optional(),
  p99Ms: z.number().optional(),
  atQuantile: z.number().optional(),
  why: explanationSchema,
});
export type UsualDuration = z.infer<typeof usualSchema>;

export const traceSpanSchema = z.strictObject({
  ...spanSchema.shape,
  /** Place in the waterfall: 0 for roots. Spans come in the order in which they are drawn. */
  depth: z.int(),
  /** Time in which no child was at work, milliseconds. */
  selfMs: z.number(),
  /** Parts of the span that the trace's end waited for: `[from, to]` in epoch milliseconds as drawn, with `skewMs` added. */
  critical: z.array(z.tuple([z.number(), z.number()])),
  /** What is odd about it: `missingParent`, `cycle`, `clockSkew`, `duplicateId`, each with its sentence. */
  oddities: z.array(z.strictObject({ code: z.string(), text: z.string() })),
  /** Added to its times when it is drawn, because its clock and its caller's disagree; 0 mostly. */
  skewMs: z.number(),
  story: spanStorySchema,
  usual: usualSchema.optional(),
});
export type TraceSpan = z.infer<typeof traceSpanSchema>;

export const traceSchema = z.strictObject({
  summary: traceSummarySchema,
  spans: z.array(traceSpanSchema),
  /** Sentences about the trace as a whole: spans missing, clocks that disagree. */
  remarks: z.array(z.strictObject({ code: z.string(), text: z.string() })),
  /** The trace in the store's own screen, where its address is configured. */
  link: z.string().optional(),
});
export type Trace = z.infer<typeof traceSchema>;
