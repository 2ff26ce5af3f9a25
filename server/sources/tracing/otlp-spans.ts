import { z } from 'zod';
import type { Span } from '#lib/contract/traces.ts';
import { readId } from './ids.ts';
import { readNanoseconds, toMilliseconds } from './nanoseconds.ts';
import { attributesSchema, readAttributes } from './otlp-attributes.ts';
import { collectSpans, type ReadSpans, type SpanOutcome } from './read-spans.ts';

// Stores leave out what is empty, and releases of theirs differ; only ids and times are needed.
const loose = z.unknown().optional();
const spanSchema = z.object({
  traceId: z.string(),
  spanId: z.string(),
  parentSpanId: z.string().nullish().catch(undefined),
  name: z.string().catch(''),
  kind: z.union([z.string(), z.number()]).optional().catch(undefined),
  startTimeUnixNano: loose,
  endTimeUnixNano: loose,
  attributes: attributesSchema,
  events: z
    .array(
      z
        .object({ timeUnixNano: loose, name: z.string().catch(''), attributes: attributesSchema })
        .or(loose.transform(() => undefined)),
    )
    .catch([]),
  status: z
    .object({
      code: z.union([z.string(), z.number()]).optional().catch(undefined),
      message: z.string().optional().catch(undefined),
    })
    .catch({}),
});

const scopeSchema = z.object({ spans: z.array(loose).catch([]) }).catch({ spans: [] });
const resourceSchema = z
  .object({
    resource: z.object({ attributes: attributesSchema }).catch({ attributes: [] }),
    scopeSpans: z.array(scopeSchema).optional().catch(undefined),
    /** As old Tempo calls them. */
    instrumentationLibrarySpans: z.array(scopeSchema).optional().catch(undefined),
  })
  .catch({ resource: { attributes: [] } });

/** `resourceSpans` of OTLP JSON, as Jaeger and Tempo write them. */
export const resourceSpansSchema = z.array(resourceSchema);

/** The spans of OTLP JSON in our terms, whichever way ids, kinds and times are written. */
export function readOtlpSpans(resources: z.output<typeof resourceSpansSchema>): ReadSpans {
  return collectSpans(outcomesOf(resources));
}

function* outcomesOf(resources: z.output<typeof resourceSpansSchema>): Generator<SpanOutcome> {
  for (const { resource, scopeSpans, instrumentationLibrarySpans } of resources) {
    const attributes = readAttributes(resource.attributes);
    for (const { spans } of scopeSpans ?? instrumentationLibrarySpans ?? [])
      for (const span of spans) yield readSpan(span, attributes);
  }
}

function readSpan(
  raw: unknown,
  { 'service.name': service = 'unknown', ...resource }: Record<string, string>,
): SpanOutcome {
  const parsed = spanSchema.safeParse(raw);
  if (!parsed.success) return { reason: `${parsed.error.issues[0]?.path.join('.') ?? 'it'} is missing` };
  const { data } = parsed;
  const traceId = readId(data.traceId, 32);
  const spanId = readId(data.spanId, 16);
  const start = readNanoseconds(data.startTimeUnixNano);
  const end = readNanoseconds(data.endTimeUnixNano);
  if (traceId === undefined) return { reason: 'the trace id is no id' };
  if (spanId === undefined) return { reason: 'the span id is no id' };
  if (start === undefined) return { reason: 'the start is no time' };
  if (end === undefined) return { reason: 'the end is no time' };
  const parentSpanId = data.parentSpanId == null ? undefined : readId(data.parentSpanId, 16);
  const attributes = readAttributes(data.attributes);
  const { code, message } = data.status;
  return {
    isBackwards: end < start,
    span: {
      traceId,
      spanId,
      ...(parentSpanId === undefined ? {} : { parentSpanId }),
      service,
      operation: data.name,
      kind: readKind(data.kind),
      startMs: toMilliseconds(start),
      durationMs: end < start ? 0 : Number(end - start) / 1e6,
      isError: code === 2 || code === 'STATUS_CODE_ERROR' || attributes.error === 'true',
      ...(message === undefined || message === '' ? {} : { statusMessage: message }),
      attributes,
      resource,
      events: data.events.flatMap((event) => {
        const at = event === undefined ? undefined : readNanoseconds(event.timeUnixNano);
        if (event === undefined || at === undefined) return [];
        return [{ atMs: toMilliseconds(at), name: event.name, attributes: readAttributes(event.attributes) }];
      }),
    },
  };
}

const kinds: Readonly<Record<string, Span['kind']>> = {
  1: 'internal',
  2: 'server',
  3: 'client',
  4: 'producer',
  5: 'consumer',
  SPAN_KIND_INTERNAL: 'internal',
  SPAN_KIND_SERVER: 'server',
  SPAN_KIND_CLIENT: 'client',
  SPAN_KIND_PRODUCER: 'producer',
  SPAN_KIND_CONSUMER: 'consumer',
};

function readKind(kind: string | number | undefined): Span['kind'] {
  return (kind === undefined ? undefined : kinds[kind]) ?? 'unspecified';
}
