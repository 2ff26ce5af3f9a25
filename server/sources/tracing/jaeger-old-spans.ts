import { z } from 'zod';
import { spanKinds } from '#lib/contract/traces.ts';
import { readId } from './ids.ts';
import { collectSpans, type ReadSpans, type SpanOutcome } from './read-spans.ts';

const loose = z.unknown();
const absent = loose.transform(() => undefined);
const tagSchema = z.object({ key: z.string(), value: loose.optional() });
const tagsSchema = z.array(tagSchema.or(absent)).nullish().catch([]);
const referenceSchema = z.object({ refType: z.string().catch('CHILD_OF'), spanID: z.string() });

const spanSchema = z.object({
  traceID: z.string(),
  spanID: z.string(),
  parentSpanID: z.string().optional().catch(undefined),
  operationName: z.string().catch(''),
  references: z.array(referenceSchema.or(absent)).nullish().catch([]),
  /** Microseconds. */
  startTime: z.number().positive(),
  duration: z.number(),
  tags: tagsSchema,
  logs: z
    .array(z.object({ timestamp: z.number(), fields: tagsSchema }).or(absent))
    .nullish()
    .catch([]),
  processID: z.string().optional().catch(undefined),
});

/** A trace of Jaeger's older JSON. */
export const oldTraceSchema = z.object({
  spans: z.array(loose).nullish().catch([]),
  processes: z
    .record(z.string(), z.object({ serviceName: z.string().catch('unknown'), tags: tagsSchema }))
    .catch({}),
});
type OldTrace = z.output<typeof oldTraceSchema>;

/** The spans of traces in Jaeger's older JSON in our terms. */
export function readOldSpans(traces: readonly OldTrace[]): ReadSpans {
  return collectSpans(outcomesOf(traces));
}

function* outcomesOf(traces: readonly OldTrace[]): Generator<SpanOutcome> {
  for (const { spans, processes } of traces) {
    const read = new Map(
      Object.entries(processes).map(([id, { serviceName, tags }]) => [
        id,
        { serviceName, tags: readTags(tags) },
      ]),
    );
    for (const span of spans ?? []) yield readSpan(span, (id) => read.get(id));
  }
}

type ProcessOf = (id: string) => { serviceName: string; tags: Record<string, string> } | undefined;

function readSpan(raw: unknown, processOf: ProcessOf): SpanOutcome {
  const parsed = spanSchema.safeParse(raw);
  if (!parsed.success)
    return { reason: `${parsed.error.issues[0]?.path.join('.') ?? 'it'} is missing or no number` };
  const { data } = parsed;
  const traceId = readId(data.traceID, 32);
  const spanId = readId(data.spanID, 16);
  if (traceId === undefined) return { reason: 'the trace id is no id' };
  if (spanId === undefined) return { reason: 'the span id is no id' };
  const process = data.processID === undefined ? undefined : processOf(data.processID);
  const tags = readTags(data.tags);
  const {
    'span.kind': kind,
    error,
    'otel.status_code': status,
    'otel.status_description': statusMessage,
    ...attributes
  } = tags;
  const parent = parentOf(data);
  return {
    isBackwards: data.duration < 0,
    span: {
      traceId,
      spanId,
      ...(parent === undefined ? {} : { parentSpanId: parent }),
      service: process?.serviceName ?? 'unknown',
      operation: data.operationName,
      kind: spanKinds.find((known) => known === kind) ?? 'unspecified',
      startMs: data.startTime / 1000,
      durationMs: Math.max(0, data.duration) / 1000,
      isError: error === 'true' || status === 'ERROR',
      ...(statusMessage === undefined || statusMessage === '' ? {} : { statusMessage }),
      attributes,
      resource: process?.tags ?? {},
      events: (data.logs ?? []).flatMap((log) => {
        if (log === undefined) return [];
        const { event = '', ...fields } = readTags(log.fields);
        return [{ atMs: log.timestamp / 1000, name: event, attributes: fields }];
      }),
    },
  };
}

function parentOf({ references, parentSpanID }: z.output<typeof spanSchema>): string | undefined {
  const known = (references ?? []).filter((reference) => reference !== undefined);
  const reference = known.find(({ refType }) => refType === 'CHILD_OF') ?? known[0];
  const id = reference?.spanID ?? parentSpanID;
  return id === undefined ? undefined : readId(id, 16);
}

function readTags(tags: z.output<typeof tagsSchema>): Record<string, string> {
  const read: Record<string, string> = {};
  for (const tag of tags ?? [])
    if (tag !== undefined)
      read[tag.key] = typeof tag.value === 'string' ? tag.value : (JSON.stringify(tag.value) ?? '');
  return read;
}
