import type { TraceSpan } from '#lib/contract/traces.ts';

/** A span for tests: what is given, and nothing remarkable beside. */
export function spanDraft(given: Partial<TraceSpan>): TraceSpan {
  return {
    traceId: 'a1',
    spanId: 'b1',
    service: 'reviews.bookinfo',
    operation: 'reviews:9080/*',
    kind: 'server',
    startMs: 1000,
    durationMs: 10,
    isError: false,
    attributes: {},
    resource: {},
    events: [],
    depth: 0,
    selfMs: 10,
    critical: [],
    oddities: [],
    skewMs: 0,
    story: { text: '' },
    ...given,
  };
}
