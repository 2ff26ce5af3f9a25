import type { Span, TraceSummary } from '#lib/contract/traces.ts';
import type { TraceSearch } from '#server/sources/trace-source.ts';

/** Tags that differ from request to request of one kind. */
const changingTags = [
  'guid:x-request-id',
  'node_id',
  'network.local.address',
  'peer.address',
  'request_size',
  'response_size',
  'upstream_address',
  'user_agent',
];

/** Whether one span of a trace is what a search wants; its duration is judged apart. */
export function hasWantedSpan(spans: readonly Span[], search: TraceSearch): boolean {
  return spans.some(
    (span) => isWanted(span, search, Object.entries(search.tags)) && isOfProxies(span, search),
  );
}

/** The same for an example of its kind: only what is common to the kind is looked at. */
export function couldHaveWantedSpan(examples: readonly Span[], search: TraceSearch): boolean {
  const tags = Object.entries(search.tags).filter(([name]) => !changingTags.includes(name));
  return examples.some((span) => isWanted(span, search, tags));
}

export function hasWantedDuration({ durationMs }: TraceSummary, search: TraceSearch): boolean {
  const { minDurationMs = 0, maxDurationMs = Number.POSITIVE_INFINITY } = search;
  return durationMs >= minDurationMs && durationMs <= maxDurationMs;
}

function isWanted(span: Span, search: TraceSearch, tags: readonly (readonly [string, string])[]): boolean {
  if (search.service !== undefined && span.service !== search.service) return false;
  if (search.operation !== undefined && span.operation !== search.operation) return false;
  if (search.kind !== undefined && span.kind !== search.kind) return false;
  if (search.errorsOnly && !span.isError) return false;
  return tags.every(([name, value]) => (span.attributes[name] ?? span.resource[name]) === value);
}

/** `node_id` is `<type>~<ip>~<pod>.<namespace>~<domain>`. */
function isOfProxies({ attributes }: Span, { proxies }: TraceSearch): boolean {
  return proxies === undefined || proxies.includes(attributes.node_id?.split('~')[2] ?? '');
}
