import type { Span, TraceSummary } from '#lib/contract/traces.ts';

/** What a list needs of a trace; nothing where there are no spans. */
export function summaryOf(spans: readonly Span[]): TraceSummary | undefined {
  const ids = new Set(spans.map(({ spanId }) => spanId));
  const byStart = [...spans].sort((one, other) => one.startMs - other.startMs);
  const isRoot = ({ parentSpanId }: Span) => parentSpanId === undefined || !ids.has(parentSpanId);
  const root = byStart.find(isRoot) ?? byStart[0];
  const [first] = byStart;
  if (root === undefined || first === undefined) return undefined;
  const services = new Map<string, { name: string; spanCount: number; errorSpanCount: number }>();
  for (const { service: name, isError } of byStart) {
    const found = services.get(name) ?? { name, spanCount: 0, errorSpanCount: 0 };
    found.spanCount += 1;
    found.errorSpanCount += isError ? 1 : 0;
    services.set(name, found);
  }
  const endMs = Math.max(...spans.map(({ startMs, durationMs }) => startMs + durationMs));
  return {
    traceId: root.traceId,
    rootService: root.service,
    rootOperation: root.operation,
    startMs: first.startMs,
    durationMs: endMs - first.startMs,
    spanCount: spans.length,
    errorSpanCount: spans.filter(({ isError }) => isError).length,
    services: [...services.values()],
  };
}
