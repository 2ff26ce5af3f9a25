import { expect, test } from 'vitest';
import { summariseSpans } from '#lib/traces/summarise-spans.ts';
import { span, traceStartMs } from '#tests/support/spans.ts';

test('a trace begins with its first span and ends with its last, and counts by service', () => {
  const summary = summariseSpans([
    span({
      id: 2,
      parent: 1,
      service: 'cart.shop',
      operation: 'GET /cart',
      from: 5,
      to: 30.0004,
      isError: true,
    }),
    span({ id: 1, service: 'web.shop', operation: 'GET /', from: 1, to: 20 }),
  ]);
  expect(summary).toEqual({
    traceId: `${'0'.repeat(31)}1`,
    rootService: 'web.shop',
    rootOperation: 'GET /',
    startMs: traceStartMs + 1,
    durationMs: 29,
    spanCount: 2,
    errorSpanCount: 1,
    services: [
      { name: 'cart.shop', spanCount: 1, errorSpanCount: 1 },
      { name: 'web.shop', spanCount: 1, errorSpanCount: 0 },
    ],
  });
});

test('its root is a span without a parent before one whose parent is missing, however early that is', () => {
  const spans = [
    span({ id: 3, parent: 9, operation: 'orphan', from: 0, to: 1 }),
    span({ id: 1, operation: 'root', from: 5, to: 9 }),
  ];
  expect(summariseSpans(spans)?.rootOperation).toBe('root');
  expect(summariseSpans(spans.slice(0, 1))?.rootOperation).toBe('orphan');
});

test('in a circle the earliest is taken for the root', () => {
  const spans = [
    span({ id: 1, parent: 2, operation: 'late', from: 5, to: 9 }),
    span({ id: 2, parent: 1, operation: 'early', from: 2, to: 3 }),
  ];
  expect(summariseSpans(spans)?.rootOperation).toBe('early');
});

test('no spans are no trace', () => {
  expect(summariseSpans([])).toBeUndefined();
});
