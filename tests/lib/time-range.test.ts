import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  apiWindow,
  isRelativeTime,
  resolveTime,
  resolveTimeRange,
  stepTimeRange,
  toAbsoluteRange,
} from '#lib/time-range.ts';

const nowMs = Date.UTC(2026, 10, 21, 2, 28, 4);

test.each([
  ['now', nowMs],
  ['now-15m', nowMs - 900_000],
  [' now-1d ', nowMs - 86_400_000],
  ['now-1d/d', Date.UTC(2026, 10, 20)],
  ['now/w', Date.UTC(2026, 10, 16)],
  ['2026-11-21T02:00:00Z', Date.UTC(2026, 10, 21, 2)],
  ['2026-11-21T03:00:00+01:00', Date.UTC(2026, 10, 21, 2)],
  ['2026-11-21 02:00', Date.UTC(2026, 10, 21, 2)],
  ['1795226400', 1_795_226_400_000],
  ['1795226400123', 1_795_226_400_123],
])('%s is understood at the start of a range', (text, epochMs) => {
  expect(resolveTime(text, { nowMs, end: 'from' })).toBe(epochMs);
});

test('rounding goes up at the end of a range', () => {
  expect(resolveTime('now/d', { nowMs, end: 'to' })).toBe(Date.UTC(2026, 10, 22));
});

test.each(['', 'yesterday', 'now-15', 'now-15x', '2026-13-41T00:00:00Z', '12', 'now-15m; drop'])(
  '"%s" is no time',
  (text) => {
    expect(resolveTime(text, { nowMs, end: 'from' })).toBeUndefined();
  },
);

test.each([
  [{ from: 'soon', to: 'now' }, '"soon" (from) is not a time such as now-15m or 2026-11-21T02:28:00Z.'],
  [{ from: 'now', to: 'now-5m' }, 'The range ends before it begins.'],
  [{ from: 'now-10s', to: 'now' }, 'The range is shorter than 30 seconds.'],
  [{ from: 'now-31d', to: 'now' }, 'The range is longer than 30 days.'],
])('the range %o is refused with the reason', (range, problem) => {
  expect(resolveTimeRange(range, nowMs)).toEqual({ problem });
});

test('a range that ends now asks with the word, so that its address is stable', () => {
  expect(apiWindow({ from: 'now-15m', to: 'now' }, nowMs)).toEqual({ range: '15m', at: 'now' });
});

test('a range that ended asks with its end', () => {
  const range = { from: 'now-1h', to: 'now-30m' };
  expect(apiWindow(range, nowMs)).toEqual({ range: '30m', at: '2026-11-21T01:58:04.000Z' });
});

test('stepping back makes fixed times, stepping forward past the present ends at now again', () => {
  const back = stepTimeRange({ range: { from: 'now-15m', to: 'now' }, direction: -1, nowMs });
  expect(back).toEqual({ from: '2026-11-21T01:58:04.000Z', to: '2026-11-21T02:13:04.000Z' });
  expect(stepTimeRange({ range: back, direction: 1, nowMs: nowMs + 1000 })).toEqual({
    from: '2026-11-21T02:13:04.000Z',
    to: '2026-11-21T02:28:04.000Z',
  });
  expect(stepTimeRange({ range: back, direction: 1, nowMs })).toEqual({ from: 'now-15m', to: 'now' });
});

test('absolute ranges do not move with the clock and mean the same as what they were made from', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 40_000 }), fc.integer({ min: 0, max: 1e9 }), (minutes, laterMs) => {
      const resolved = resolveTimeRange({ from: `now-${minutes}m`, to: 'now' }, nowMs);
      if ('problem' in resolved) throw new Error(resolved.problem);
      const fixed = toAbsoluteRange(resolved);
      expect(isRelativeTime(fixed.from) || isRelativeTime(fixed.to)).toBe(false);
      expect(resolveTimeRange(fixed, nowMs + laterMs)).toEqual(resolved);
    }),
  );
});
