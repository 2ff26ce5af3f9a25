import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { durationScale, formatTick, tracePoints } from '#components/traces/trace-point.ts';

describe('the scale of durations', () => {
  test('is linear from 0 while durations are alike', () => {
    expect(durationScale([12, 40, 90])).toEqual({
      scale: 'linear',
      domain: [0, 100],
      ticks: [0, 25, 50, 75, 100],
    });
  });

  test('is logarithmic once the longest is a hundred times the shortest', () => {
    expect(durationScale([3, 40, 866])).toEqual({
      scale: 'log',
      domain: [1, 1000],
      ticks: [1, 10, 100, 1000],
    });
  });

  test('has room for every duration', () => {
    const durations = fc.array(fc.double({ min: 0.01, max: 1e7, noNaN: true }), { minLength: 1 });
    fc.assert(
      fc.property(durations, (list) => {
        const [low, high] = durationScale(list).domain;
        expect(low).toBeLessThanOrEqual(Math.min(...list));
        expect(high).toBeGreaterThanOrEqual(Math.max(...list) * (1 - 1e-9));
      }),
    );
  });

  test.each([
    [0, '0 ms'],
    [0.01, '0.01 ms'],
    [2.5, '2.5 ms'],
    [100, '100 ms'],
    [10_000, '10 s'],
  ])('%d is written %j', (milliseconds, text) => {
    expect(formatTick(milliseconds).replace('\u00a0', ' ')).toBe(text);
  });
});

describe('dots of the plot', () => {
  const trace = {
    rootService: 'reviews.bookinfo',
    rootOperation: 'GET',
    durationMs: 0,
    spanCount: 2,
    errorSpanCount: 0,
    services: [],
  };

  test('are apart where a span failed, and stand for the time range only', () => {
    const traces = [
      { ...trace, traceId: 'a', startMs: 1000 },
      { ...trace, traceId: 'b', startMs: 2000, errorSpanCount: 1 },
      { ...trace, traceId: 'c', startMs: 3001 },
    ];
    const { fine, failed } = tracePoints(traces, { fromMs: 1000, toMs: 3000 });
    expect(fine.map((point) => [point.trace.traceId, point.shownMs])).toEqual([['a', 0.01]]);
    expect(failed.map((point) => point.trace.traceId)).toEqual(['b']);
  });
});
