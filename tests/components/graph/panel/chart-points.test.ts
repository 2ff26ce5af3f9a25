import { expect, test } from 'vitest';
import { chartOf, roundPeak } from '#components/graph/panel/chart-points.ts';

test('a series of requests is a line of requests, with errors and p95 beside it', () => {
  const chart = chartOf({
    stepSeconds: 60,
    queries: [],
    points: [
      {
        at: 0,
        requestsPerSecond: 4,
        errorsPerSecond: 0,
        responseTimeMs: { p50: 5, p95: 20 },
        bytesPerSecond: 900,
      },
      { at: 60, requestsPerSecond: 2, errorsPerSecond: 0.5 },
    ],
  });
  expect(chart).toEqual({
    isTcp: false,
    highest: 4,
    latest: 2,
    hasErrors: true,
    points: [
      { at: 0, rate: 4, errors: 0, p95Ms: 20 },
      { at: 60, rate: 2, errors: 0.5, p95Ms: undefined },
    ],
  });
});

test('a series without requests is a line of bytes', () => {
  const chart = chartOf({ stepSeconds: 60, queries: [], points: [{ at: 0, bytesPerSecond: 900 }] });
  expect(chart).toMatchObject({ isTcp: true, latest: 900, hasErrors: false, points: [{ rate: 900 }] });
});

test('what is not known at a point is a gap, and the latest value is the last known one', () => {
  const chart = chartOf({
    stepSeconds: 60,
    queries: [],
    points: [{ at: 0, requestsPerSecond: 1 }, { at: 60, requestsPerSecond: 3 }, { at: 120 }],
  });
  expect(chart?.points.map(({ rate }) => rate)).toEqual([1, 3, undefined]);
  expect(chart?.latest).toBe(3);
});

test('a series in which nothing was measured has no chart', () => {
  expect(chartOf({ stepSeconds: 60, queries: [], points: [{ at: 0 }, { at: 60 }] })).toBeUndefined();
  expect(chartOf({ stepSeconds: 60, queries: [], points: [] })).toBeUndefined();
});

test.each([
  [1.7, 2],
  [2, 3],
  [9.9, 10],
  [0.034, 0.04],
  [1_150, 1_200],
  [0, 1],
])('the guide above a peak of %d is %d', (value, guide) => {
  expect(roundPeak(value)).toBeCloseTo(guide, 10);
});
