import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Span } from '#lib/contract/traces.ts';
import { drawTrace } from '#server/mesh/traces/draw-trace.ts';
import { proxyTags, span } from '#tests/support/spans.ts';

/** Spans with any links: parents that are missing, circles, ids used twice, several clocks, children outside parents. */
const anySpans: fc.Arbitrary<Span[]> = fc.array(
  fc
    .record({
      id: fc.integer({ min: 1, max: 12 }),
      parent: fc.option(fc.integer({ min: 1, max: 14 }), { nil: undefined }),
      from: fc.integer({ min: 0, max: 50 }),
      length: fc.integer({ min: 0, max: 50 }),
      kind: fc.constantFrom('client' as const, 'server' as const, 'internal' as const),
      pod: fc.integer({ min: 1, max: 4 }),
    })
    .map(({ id, parent, from, length, kind, pod }) =>
      span({
        id,
        ...(parent === undefined ? {} : { parent }),
        from,
        to: from + length,
        kind,
        attributes: proxyTags(`pod-${pod}`, { ip: `10.0.0.${pod}` }),
      }),
    ),
  { minLength: 1, maxLength: 25 },
);

function distinct(spans: readonly Span[]): number {
  return new Set(
    spans.map(({ spanId, kind, startMs, durationMs }) => [spanId, kind, startMs, durationMs].join()),
  ).size;
}

test('every span is drawn exactly once, whatever the links say, and each below a span before it', () => {
  fc.assert(
    fc.property(anySpans, (spans) => {
      const drawn = drawTrace(spans)?.spans ?? [];
      expect(drawn.length).toBeLessThanOrEqual(spans.length);
      expect(drawn.length).toBeGreaterThanOrEqual(distinct(spans));
      expect(new Set(drawn.map(({ node }) => node)).size).toBe(drawn.length);
      const seen = new Map<unknown, number>();
      for (const { node, depth } of drawn) {
        expect(depth).toBe(node.parent === undefined ? 0 : (seen.get(node.parent) ?? Number.NaN) + 1);
        seen.set(node, depth);
      }
    }),
    { numRuns: 500 },
  );
});

test('the critical parts never overlap, and are together no longer than the trace', () => {
  fc.assert(
    fc.property(anySpans, (spans) => {
      const drawing = drawTrace(spans);
      const parts = (drawing?.spans ?? [])
        .flatMap(({ critical }) => critical)
        .sort(([left], [right]) => left - right);
      let until = Number.NEGATIVE_INFINITY;
      let sum = 0;
      for (const [from, to] of parts) {
        expect(to).toBeGreaterThan(from);
        expect(from).toBeGreaterThanOrEqual(until);
        until = to;
        sum += to - from;
      }
      expect(sum).toBeLessThanOrEqual((drawing?.summary.durationMs ?? 0) + 1e-3);
    }),
    { numRuns: 500 },
  );
});

test('own time is never negative, and never more than the span', () => {
  fc.assert(
    fc.property(anySpans, (spans) => {
      for (const { selfMs, node } of drawTrace(spans)?.spans ?? []) {
        expect(selfMs).toBeGreaterThanOrEqual(0);
        expect(selfMs).toBeLessThanOrEqual(node.span.durationMs + 1e-3);
      }
    }),
  );
});
