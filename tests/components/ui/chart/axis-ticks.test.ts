import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { axisTicks } from '#components/ui/chart/axis-ticks.ts';

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
});
