import { z } from 'zod';
import type { Span, TraceSummary } from '#lib/contract/traces.ts';
import { summariseSpans } from '#lib/traces/summarise-spans.ts';
import type { TraceSearch } from '#server/sources/trace-source.ts';
import { hasWantedDuration, hasWantedSpan } from './span-match.ts';

/** A span as the proxies sent it (Zipkin API v2); times are microseconds. */
const zipkinSpan = z.looseObject({
  traceId: z.string(),
  id: z.string(),
  parentId: z.string().optional(),
  name: z.string(),
  kind: z.enum(['CLIENT', 'SERVER']),
  timestamp: z.number(),
  duration: z.number(),
  localEndpoint: z.looseObject({ serviceName: z.string(), ipv4: z.string() }),
  tags: z.record(z.string(), z.string()),
  annotations: z.array(z.looseObject({ value: z.string(), timestamp: z.number() })).default([]),
});
const packedSpans = z.looseObject({ spans: z.array(zipkinSpan) });

export type RecordedTraces = {
  services: readonly string[];
  search(search: TraceSearch): TraceSummary[];
  trace(id: string): Span[] | undefined;
};

/** The spans that the mesh's proxies really sent, with their times moved by `shiftMs`. */
export function recordedTraces(packed: unknown, shiftMs: number): RecordedTraces {
  const byId = new Map<string, Span[]>();
  for (const recorded of packedSpans.parse(packed).spans) {
    const span = toSpan(recorded, shiftMs);
    byId.set(span.traceId, [...(byId.get(span.traceId) ?? []), span]);
  }
  const traces = [...byId.values()].map((spans) => ({ spans, summary: summariseSpans(spans) }));
  const services = new Set([...byId.values()].flatMap((spans) => spans.map(({ service }) => service)));
  return {
    services: [...services],
    search: (search) =>
      traces.flatMap(({ spans, summary }) => {
        if (summary === undefined || !hasWantedDuration(summary, search)) return [];
        const isInside = summary.startMs >= search.fromMs && summary.startMs <= search.toMs;
        return isInside && hasWantedSpan(spans, search) ? [summary] : [];
      }),
    trace: (id) => byId.get(id.toLowerCase().padStart(32, '0')),
  };
}

function toSpan(recorded: z.output<typeof zipkinSpan>, shiftMs: number): Span {
  const { traceId, id, parentId, name, kind, timestamp, duration, localEndpoint, tags, annotations } =
    recorded;
  const service = localEndpoint.serviceName;
  const movedMs = (microseconds: number) => microseconds / 1000 + shiftMs;
  return {
    traceId: traceId.padStart(32, '0'),
    spanId: id,
    ...(parentId !== undefined && { parentSpanId: parentId }),
    service,
    operation: name,
    kind: kind === 'CLIENT' ? 'client' : 'server',
    startMs: movedMs(timestamp),
    durationMs: duration / 1000,
    isError: tags.error === 'true',
    attributes: { ...tags, 'network.local.address': localEndpoint.ipv4 },
    resource: { 'service.name': service },
    events: annotations.map((event) => ({
      atMs: movedMs(event.timestamp),
      name: event.value,
      attributes: {},
    })),
  };
}
