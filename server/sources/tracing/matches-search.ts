import type { Span, TraceSummary } from '#lib/contract/traces.ts';
import type { TraceSearch } from '#server/sources/trace-source.ts';

/** `<pod>.<namespace>` of the proxy that recorded a span, from Istio's tag `node_id`: `<type>~<ip>~<it>~<domain>`. */
function proxyOf({ attributes }: Span): string | undefined {
  return attributes.node_id?.split('~')[2];
}

/** Whether one of the spans of a trace has everything that is searched for. */
export function holdsSearch(spans: readonly Span[], search: TraceSearch): boolean {
  return spans.some((span) => isSearched(span, search));
}

function isSearched(span: Span, search: TraceSearch): boolean {
  const { service, operation, kind, proxies, tags, errorsOnly } = search;
  if (service !== undefined && span.service !== service) return false;
  if (operation !== undefined && span.operation !== operation) return false;
  if (kind !== undefined && span.kind !== kind) return false;
  if (errorsOnly && !span.isError) return false;
  if (proxies !== undefined && !proxies.includes(proxyOf(span) ?? '')) return false;
  return Object.entries(tags).every(([key, value]) => (span.attributes[key] ?? span.resource[key]) === value);
}

/** What a summary alone can tell: errors of the service, the service itself, and the duration of the trace. */
export function fitsSummary(summary: TraceSummary, search: TraceSearch): boolean {
  const { service, errorsOnly } = search;
  const own = service === undefined ? summary : summary.services.find(({ name }) => name === service);
  if (own === undefined || (errorsOnly && own.errorSpanCount === 0)) return false;
  return isWithin(summary.durationMs, search);
}

function isWithin(durationMs: number, { minDurationMs, maxDurationMs }: TraceSearch): boolean {
  return durationMs >= (minDurationMs ?? 0) && durationMs <= (maxDurationMs ?? Number.POSITIVE_INFINITY);
}
