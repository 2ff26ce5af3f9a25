import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { timeTicks } from '#components/ui/chart/time-ticks.ts';

describe('marks of time', () => {
  test('are round, few, and within the span', () => {
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
  ])('of a span of %i s read %s', (length, expected) => {
    const fromSeconds = Date.UTC(2026, 10, 21, 12) / 1000;
    const { text } = timeTicks({ fromSeconds, toSeconds: fromSeconds + length, most: 5 });
    expect(text(fromSeconds, 'utc')).toBe(expected);
  });
});
