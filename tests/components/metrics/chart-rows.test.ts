import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { brushedRange } from '#components/metrics/brushed-range.ts';
import { axisTicks, isAlone, latestOf, rowsOf } from '#components/metrics/chart-rows.ts';
import { timeTicks } from '#components/metrics/time-ticks.ts';
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

test.each<[(number | null)[], number, boolean]>([
  [[null, 4, null], 1, true],
  [[4, null], 0, true],
  [[4, 5, null], 0, false],
  [[null, null], 0, false],
  [[4], 0, true],
])('in %j the value at %i stands alone: %s', (points, index, expected) => {
  expect(isAlone(points, index)).toBe(expected);
});

test('the latest value is the last that was measured', () => {
  expect(latestOf(line([1, 2, null]))).toBe(2);
  expect(latestOf(line([null, null]))).toBeUndefined();
});

describe('marks of an axis', () => {
  test.each<[number, number | undefined, number[]]>([
    [3.1, undefined, [0, 2, 4]],
    [0, undefined, [0, 1]],
    [0.9, 1, [0, 0.5, 1]],
    [1, 1, [0, 0.5, 1]],
    [0.004, 1, [0, 0.002, 0.004]],
    [1200, undefined, [0, 500, 1000, 1500]],
  ])('%f up to %s', (highest, most, expected) => {
    expect(axisTicks(highest, most)).toEqual(expected);
  });

  test('are few, begin at 0, rise, and no line passes the last', () => {
    fc.assert(
      fc.property(fc.double({ min: 1e-9, max: 1e12, noNaN: true }), (highest) => {
        const ticks = axisTicks(highest);
        expect(ticks[0]).toBe(0);
        expect(ticks.length).toBeLessThanOrEqual(5);
        expect(ticks.at(-1)).toBeGreaterThanOrEqual(highest * (1 - 1e-6));
        for (const [index, tick] of ticks.slice(1).entries()) expect(tick).toBeGreaterThan(ticks[index] ?? 0);
      }),
    );
  });

  test('of time are round, few, and within the span', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 2e9 }),
        fc.integer({ min: 30, max: 30 * 86_400 }),
        (from, length) => {
          const { ticks } = timeTicks({ fromSeconds: from, toSeconds: from + length, most: 5 });
          expect(ticks.length).toBeLessThanOrEqual(6);
          expect(ticks.every((at) => at >= from && at <= from + length)).toBe(true);
        },
      ),
    );
  });

  test.each([
    [60, '12:00:00'],
    [1800, '12:00'],
    [7 * 86_400, '21 Nov'],
  ])('of %i s read %s', (length, expected) => {
    const fromSeconds = Date.UTC(2026, 10, 21, 12) / 1000;
    const { text } = timeTicks({ fromSeconds, toSeconds: fromSeconds + length, most: 5 });
    expect(text(fromSeconds, 'utc')).toBe(expected);
  });
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
