import fc from 'fast-check';
import { expect, test } from 'vitest';
import { roundFigure } from '#server/mesh/graph/build/round-figure.ts';

test('figures keep six digits, whatever their size', () => {
  expect([1 / 3, 2 / 3600, 123456.789, 12345678.9, 0, 1e-25 / 3].map(roundFigure)).toEqual([
    0.333333, 0.000555556, 123457, 12345700, 0, 3.33333e-26,
  ]);
});

test('a rounded figure is as near as six digits allow, and has no more of them', () => {
  fc.assert(
    fc.property(fc.double({ min: 1e-12, max: 1e12, noNaN: true }), (value) => {
      const rounded = roundFigure(value);
      expect(Math.abs(rounded - value) / value).toBeLessThanOrEqual(5.0001e-6);
      expect(rounded).toBe(Number(rounded.toPrecision(6)));
    }),
  );
});
