import { describe, expect, test } from 'vitest';
import { brushedRange } from '#components/metrics/brushed-range.ts';
import { latestOf, rowsOf } from '#components/metrics/chart-rows.ts';
import type { ChartLine } from '#lib/contract/charts.ts';

const line = (points: (number | null)[]): ChartLine => ({ group: '', reporter: 'source', points });
const grid = { startSeconds: 1000, stepSeconds: 15, windowSeconds: 60, count: 3 };

test('rows are by time, and a gap stays a gap', () => {
  expect(rowsOf([line([1, null, 3]), line([0, 5, null])], grid)).toEqual([
    { at: 1000, values: [1, 0] },
    { at: 1015, values: [null, 5] },
    { at: 1030, values: [3, null] },
  ]);
});

test('the latest value is the last that was measured', () => {
  expect(latestOf(line([1, 2, null]))).toBe(2);
  expect(latestOf(line([null, null]))).toBeUndefined();
});

describe('a dragged span', () => {
  const from = Date.UTC(2026, 10, 21, 12) / 1000;

  test('is a range of fixed times', () => {
    expect(brushedRange(from, from + 300.4)).toEqual({
      from: '2026-11-21T12:00:00.000Z',
      to: '2026-11-21T12:05:00.000Z',
    });
  });

  test('is never shorter than a page can look at', () => {
    expect(brushedRange(from, from + 4)).toEqual({
      from: '2026-11-21T11:59:47.000Z',
      to: '2026-11-21T12:00:17.000Z',
    });
  });
});
