import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compareTraces } from '#components/traces/compare/compare-traces.ts';
import { compareWords } from '#components/traces/compare/compare-words.ts';

function spanOf(service: string, durationMs: number, isError = false) {
  return { service, operation: 'GET', durationMs, isError };
}

describe('two traces side by side', () => {
  test('add up spans of the same operation, the largest difference first', () => {
    const a = [spanOf('reviews', 10), spanOf('ratings', 4)];
    const b = [spanOf('reviews', 12), spanOf('ratings', 4, true), spanOf('ratings', 5)];
    expect(compareTraces(a, b)).toEqual([
      {
        service: 'ratings',
        operation: 'GET',
        a: { count: 1, totalMs: 4, errorCount: 0 },
        b: { count: 2, totalMs: 9, errorCount: 1 },
        differenceMs: 5,
      },
      {
        service: 'reviews',
        operation: 'GET',
        a: { count: 1, totalMs: 10, errorCount: 0 },
        b: { count: 1, totalMs: 12, errorCount: 0 },
        differenceMs: 2,
      },
    ]);
  });

  test('leave out the side that does not have an operation', () => {
    expect(compareTraces([spanOf('ratings', 4)], [])).toEqual([
      {
        service: 'ratings',
        operation: 'GET',
        a: { count: 1, totalMs: 4, errorCount: 0 },
        b: undefined,
        differenceMs: -4,
      },
    ]);
  });

  const span = fc.record({
    service: fc.constantFrom('a', 'b', 'c'),
    operation: fc.constantFrom('x', 'y z', '"'),
    durationMs: fc.integer({ min: 0, max: 1000 }),
    isError: fc.boolean(),
  });

  test('lose no span and no time, and swapping them turns every difference round', () => {
    fc.assert(
      fc.property(fc.array(span), fc.array(span), (a, b) => {
        const rows = compareTraces(a, b);
        const sum = (list: number[]) => list.reduce((total, value) => total + value, 0);
        expect(sum(rows.map((row) => row.a?.count ?? 0))).toBe(a.length);
        expect(sum(rows.map((row) => row.b?.totalMs ?? 0))).toBe(sum(b.map(({ durationMs }) => durationMs)));
        const turned = compareTraces(b, a);
        expect(sum(turned.map((row) => row.differenceMs)) + sum(rows.map((row) => row.differenceMs))).toBe(0);
        expect(turned).toHaveLength(rows.length);
      }),
    );
  });
});

test.each([
  [0, 0, 'Both have the same operations.'],
  [1, 0, 'There is 1 operation only in A.'],
  [0, 5, 'There are 5 operations only in B.'],
  [2, 11, 'There are 2 operations only in A and 11 operations only in B.'],
])('%d only in A and %d only in B are said as %j', (onlyA, onlyB, text) => {
  expect(compareWords.summary(onlyA, onlyB)).toBe(text);
});
