import fc from 'fast-check';
import { expect, test } from 'vitest';
import { roundCount, roundFigure } from '#server/mesh/graph/build/round-figure.ts';

test('figures keep four digits, whatever their size', () => {
  expect([1 / 3, 2 / 3600, 123456.789, 12345678.9, 0, 1e-25 / 3].map(roundFigure)).toEqual([
    0.3333, 0.0005556, 123500, 12350000, 0, 3.333e-26,
  ]);
});

test('a rounded figure is as near as four digits allow, and has no more of them', () => {
  fc.assert(
    fc.property(fc.double({ min: 1e-12, max: 1e12, noNaN: true }), (value) => {
      const rounded = roundFigure(value);
      expect(Math.abs(rounded - value) / value).toBeLessThanOrEqual(5.0001e-4);
      expect(rounded).toBe(Number(rounded.toPrecision(4)));
    }),
  );
});

test('counts are whole from a hundred on, have one decimal below, and are never rounded to zero', () => {
  expect([123456.789, 100.4, 99.96, 47.2679, 3, 0.034567, 0].map(roundCount)).toEqual([
    123457, 100, 100, 47.3, 3, 0.035, 0,
  ]);
});
