import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { brushedRange, momentAt } from '#components/traces/brushed-range.ts';

const noonMs = Date.parse('2026-11-21T12:00:00Z');

describe('a stretch marked in the plot', () => {
  test.each([
    [56, 0],
    [306, 300_000],
    [556, 600_000],
    [10, 0],
    [900, 600_000],
  ])('the pixel %d is %d ms after the start', (x, afterMs) => {
    const window = { fromMs: noonMs, toMs: noonMs + 600_000 };
    expect(momentAt(x, { left: 56, right: 556 }, window)).toBe(noonMs + afterMs);
  });

  test('becomes a range of whole seconds, whichever way it was drawn', () => {
    const range = { from: '2026-11-21T12:00:00.000Z', to: '2026-11-21T12:01:31.000Z' };
    expect(brushedRange(noonMs + 400, noonMs + 90_200)).toEqual(range);
    expect(brushedRange(noonMs + 90_200, noonMs + 400)).toEqual(range);
  });

  test('holds what was marked and lasts half a minute at least', () => {
    const moments = fc.integer({ min: noonMs, max: noonMs + 3_600_000 });
    fc.assert(
      fc.property(moments, moments, (one, other) => {
        const range = brushedRange(one, other);
        const [fromMs, toMs] = [Date.parse(range.from), Date.parse(range.to)];
        expect(fromMs).toBeLessThanOrEqual(Math.min(one, other));
        expect(toMs).toBeGreaterThanOrEqual(Math.max(one, other));
        expect(toMs - fromMs).toBeGreaterThanOrEqual(30_000);
      }),
    );
  });
});
