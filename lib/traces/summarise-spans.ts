import type { Span, TraceSummary } from '#lib/contract/traces.ts';

/**
 * What a list needs of a trace, from its spans. Its root is the earliest span without a parent, else the earliest whose
 * parent is not among the spans, else the earliest. Undefined without spans.
 */
export function summariseSpans(spans: readonly Span[]): TraceSummary | undefined {
  const [first] = spans;
  if (first === undefined) return undefined;
  const ids = new Set(spans.map(({ spanId }) => spanId));
  const services = new Map<string, { name: string; spanCount: number; errorSpanCount: number }>();
  let root = first;
  let startMs = Number.POSITIVE_INFINITY;
  let endMs = Number.NEGATIVE_INFINITY;
  let errorSpanCount = 0;
  for (const span of spans) {
    startMs = Math.min(startMs, span.startMs);
    endMs = Math.max(endMs, span.startMs + span.durationMs);
    if (isBetterRoot(span, root, ids)) root = span;
    const service = services.get(span.service) ?? { name: span.service, spanCount: 0, errorSpanCount: 0 };
    services.set(span.service, service);
    service.spanCount++;
    if (!span.isError) continue;
    service.errorSpanCount++;
    errorSpanCount++;
  }
  return {
    traceId: root.traceId,
    rootService: root.service,
    rootOperation: root.operation,
    startMs,
    // A difference of two large numbers has digits that no clock told.
    durationMs: Math.round((endMs - startMs) * 1000) / 1000,
    spanCount: spans.length,
    errorSpanCount,
    services: [...services.values()].sort((left, right) => (left.name < right.name ? -1 : 1)),
  };
}

function isBetterRoot(span: Span, root: Span, ids: ReadonlySet<string>): boolean {
  const [own, best] = [rankAsRoot(span, ids), rankAsRoot(root, ids)];
  return own === best ? span.startMs < root.startMs : own < best;
}

function rankAsRoot({ parentSpanId }: Span, ids: ReadonlySet<string>): number {
  if (parentSpanId === undefined) return 0;
  return ids.has(parentSpanId) ? 2 : 1;
}
