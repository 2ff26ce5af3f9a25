import { z } from 'zod';
import { targetKinds } from '#lib/target.ts';
import { targetFields } from './details.ts';
import { explanationSchema } from './evidence.ts';
import { flagParameter, namePart, namespacePart } from './parameters.ts';

export const logLevels = ['error', 'warning', 'info', 'debug', 'unknown'] as const;
export type LogLevel = (typeof logLevels)[number];

/** `pod/container` pairs separated by commas; absent means every container but finished init containers. */
const containersParameter = z
  .string()
  .max(20_000)
  .regex(/^[a-z0-9.-]+\/[a-z0-9-]+(,[a-z0-9.-]+\/[a-z0-9-]+)*$/, {
    error: 'is not a list of pod/container pairs separated by commas',
  })
  .optional();

const searchFields = {
  /** Only lines with this text, or that match it where `isRegex`; RE2-like syntax, case ignored. */
  search: z.string().max(500).default(''),
  isRegex: flagParameter(false),
};

export const logsQuery = z.strictObject({
  ...targetFields,
  containers: containersParameter,
  /** Newest lines of each container, within the window. */
  tail: z.coerce.number().int().min(1).max(10_000).default(500),
  /** Of the container that ran before the last restart. */
  previous: flagParameter(false),
  ...searchFields,
});
export type LogsQuery = z.output<typeof logsQuery>;

const { range: _range, at: _at, ...targetOnly } = targetFields;

/** What a follower asks. A browser that comes back says in `Last-Event-ID` how far it got. */
export const logsFollowQuery = z.strictObject({
  ...targetOnly,
  containers: containersParameter,
  /** Epoch milliseconds of the first line; absent means from now on. */
  from: z.coerce.number().min(0).optional(),
  ...searchFields,
});
export type LogsFollowQuery = z.output<typeof logsFollowQuery>;

/** An access-log line taken apart: Istio's default text format or JSON. Fields that the line has not are absent. */
export const accessLogSchema = z.strictObject({
  format: z.enum(['text', 'json']),
  startMs: z.number().optional(),
  method: z.string().optional(),
  path: z.string().optional(),
  protocol: z.string().optional(),
  authority: z.string().optional(),
  responseCode: z.int().optional(),
  responseFlags: z.array(z.string()),
  responseCodeDetails: z.string().optional(),
  connectionTerminationDetails: z.string().optional(),
  upstreamTransportFailureReason: z.string().optional(),
  bytesReceived: z.number().optional(),
  bytesSent: z.number().optional(),
  durationMs: z.number().optional(),
  upstreamServiceTimeMs: z.number().optional(),
  forwardedFor: z.string().optional(),
  userAgent: z.string().optional(),
  requestId: z.string().optional(),
  traceId: z.string().optional(),
  upstreamHost: z.string().optional(),
  upstreamCluster: z.string().optional(),
  upstreamLocalAddress: z.string().optional(),
  downstreamLocalAddress: z.string().optional(),
  downstreamRemoteAddress: z.string().optional(),
  requestedServerName: z.string().optional(),
  routeName: z.string().optional(),
  /** Fields of a JSON line that have no column of their own. */
  others: z.record(z.string(), z.string()),
});
export type AccessLog = z.infer<typeof accessLogSchema>;

/** A span beside a line. `by` says how sure that is: by time alone is a guess. */
export const lineSpanSchema = z.strictObject({
  traceId: z.string(),
  spanId: z.string(),
  service: z.string(),
  operation: z.string(),
  durationMs: z.number(),
  isError: z.boolean(),
  by: z.enum(['requestId', 'traceId', 'time']),
});
export type LineSpan = z.infer<typeof lineSpanSchema>;

export const logLineSchema = z.strictObject({
  /** Stable within the container: the same line has the same id in the next answer. */
  id: z.string(),
  /** Epoch milliseconds; absent where neither Kubernetes nor the line says when. */
  atMs: z.number().optional(),
  pod: z.string(),
  container: z.string(),
  level: z.enum(logLevels),
  text: z.string(),
  access: accessLogSchema.optional(),
  /** What the flags, code and details mean, and what to check next; of lines about a failure. */
  explanation: explanationSchema.optional(),
  spans: z.array(lineSpanSchema),
  /** The line was longer than what is kept of it, by so many bytes. */
  cutBytes: z.int().optional(),
  /** The line was no UTF-8; what could not be read stands as U+FFFD. */
  isBinary: z.boolean().optional(),
});
export type LogLine = z.infer<typeof logLineSchema>;

export const logContainerSchema = z.strictObject({
  pod: z.string(),
  container: z.string(),
  role: z.enum(['app', 'proxy', 'init']),
  state: z.string(),
  isRead: z.boolean(),
  /** Lines that were read of it, before the search. */
  lineCount: z.int(),
  /** Older lines of the window were left out because of `tail`. */
  isCut: z.boolean(),
  hasPrevious: z.boolean(),
});
export type LogContainer = z.infer<typeof logContainerSchema>;

export const logsSchema = z.strictObject({
  containers: z.array(logContainerSchema),
  /** Oldest first. */
  lines: z.array(logLineSchema),
  /** How lines and spans were joined, and how many of each. */
  joined: z.strictObject({
    byRequestId: z.int(),
    byTraceId: z.int(),
    byTime: z.int(),
    without: z.int(),
  }),
  command: z.string(),
});
export type Logs = z.infer<typeof logsSchema>;

/** What a follower is sent as Server-Sent Events: lines as they come, and what happens to the containers. */
export const logEventSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('lines'), lines: z.array(logLineSchema) }),
  z.strictObject({
    kind: z.literal('container'),
    pod: z.string(),
    container: z.string(),
    state: z.enum(['following', 'ended', 'failed']),
    text: z.string(),
  }),
  /** Lines that came faster than the follower took them, and are not sent. */
  z.strictObject({ kind: z.literal('dropped'), count: z.int(), text: z.string() }),
]);
export type LogEvent = z.infer<typeof logEventSchema>;

/** Every proxy passes a request's `x-request-id` on, so it finds the trace that a line belongs to. */
export const requestTraceQuery = z.strictObject({
  id: z.string().regex(/^[\w.:-]{1,200}$/, { error: 'is not a request id' }),
  /** Epoch milliseconds of the line: the minutes around it are searched. */
  around: z.coerce.number().min(0),
  /** Whose line it is: stores that search by service only have to be told one. */
  kind: z.enum(targetKinds),
  namespace: namespacePart,
  name: namePart,
});
export type RequestTraceQuery = z.output<typeof requestTraceQuery>;

/** The spans of one request, oldest first; none where the request was not sampled or its spans are gone. */
export const requestTraceSchema = z.strictObject({
  requestId: z.string(),
  traceIds: z.array(z.string()),
  spans: z.array(lineSpanSchema),
  /** The question in the store's own words. */
  asked: z.string(),
});
export type RequestTrace = z.infer<typeof requestTraceSchema>;
