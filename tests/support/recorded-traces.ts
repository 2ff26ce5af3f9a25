import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { z } from 'zod';
import { sharedFolder } from './shared-folder.ts';

const folder = join(sharedFolder, 'recordings', 'bookinfo', 'traces');

const attribute = z.object({ key: z.string(), value: z.object({ stringValue: z.string().optional() }) });
const spanSchema = z.looseObject({
  traceId: z.string(),
  spanId: z.string(),
  parentSpanId: z.string().optional(),
  name: z.string(),
  kind: z.number(),
  startTimeUnixNano: z.string(),
  endTimeUnixNano: z.string(),
  attributes: z.array(attribute),
  events: z.array(z.object({ timeUnixNano: z.string(), name: z.string() })).default([]),
  status: z.object({ code: z.number().optional() }),
});
const resourceSchema = z.object({
  resource: z.object({ attributes: z.array(attribute) }),
  scopeSpans: z.array(z.looseObject({ spans: z.array(spanSchema) })),
});
export type RecordedResource = z.infer<typeof resourceSchema>;
export type RecordedSpan = z.infer<typeof spanSchema>;

const tracesSchema = z.object({ result: z.object({ resourceSpans: z.array(resourceSchema) }) });

/** A recorded answer as it came over the wire. */
export function recordedAnswer(store: 'jaeger-v3' | 'tempo', name: string): string {
  const bytes = readFileSync(join(folder, store, name));
  return (name.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8');
}

export function recordedNames(store: 'jaeger-v3' | 'tempo', pattern: RegExp): string[] {
  return readdirSync(join(folder, store)).filter((name) => pattern.test(name));
}

/** Jaeger's OTLP of every recorded trace, by trace id; each resource has the spans of one trace. */
export function recordedJaegerTraces(): Map<string, RecordedResource[]> {
  const traces = new Map<string, RecordedResource[]>();
  const seen = new Set<string>();
  for (const name of recordedNames('jaeger-v3', /^traces-/)) {
    const { result } = tracesSchema.parse(JSON.parse(recordedAnswer('jaeger-v3', name)));
    for (const resource of result.resourceSpans) {
      const spans = resource.scopeSpans.flatMap((scope) => scope.spans);
      const [first] = spans;
      const key = spans.map(({ traceId, spanId }) => traceId + spanId).join();
      if (first === undefined || seen.has(key)) continue;
      seen.add(key);
      traces.set(first.traceId, [...(traces.get(first.traceId) ?? []), resource]);
    }
  }
  return traces;
}

export function serviceOf({ resource }: RecordedResource): string {
  return resource.attributes.find(({ key }) => key === 'service.name')?.value.stringValue ?? '';
}
