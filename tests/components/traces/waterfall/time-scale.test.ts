import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { barOf, parseZoom, printZoom, rulerTicks } from '#components/traces/waterfall/time-scale.ts';

describe('the drawn part of a trace', () => {
  test.each([
    ['12.5-40', { fromMs: 12.5, toMs: 40 }],
    ['0-1000', { fromMs: 0, toMs: 100 }],
    ['', undefined],
    ['40-12', undefined],
    ['12', undefined],
    ['-5-10', undefined],
    ['100-200', undefined],
    ['a-b', undefined],
  ])('%j in the address of 100 ms is %j', (text, stretch) => {
    expect(parseZoom(text, 100)).toEqual(stretch);
  });

  test.each([
    [{ fromMs: 40, toMs: 12.3456 }, '12.346-40'],
    [{ fromMs: -5, toMs: 30 }, '0-30'],
    [{ fromMs: 0, toMs: 100 }, ''],
    [{ fromMs: 20, toMs: 20.0001 }, ''],
  ])('%j of 100 ms is written %j', (stretch, text) => {
    expect(printZoom(stretch, 100)).toBe(text);
  });
});

describe('a bar', () => {
  const stretch = { fromMs: 10, toMs: 30 };
  test.each([
    [
      { fromMs: 10, toMs: 30 },
      { left: 0, width: 100 },
    ],
    [
      { fromMs: 15, toMs: 20 },
      { left: 25, width: 25 },
    ],
    [
      { fromMs: 0, toMs: 20 },
      { left: 0, width: 50 },
    ],
    [
      { fromMs: 20, toMs: 99 },
      { left: 50, width: 50 },
    ],
    [{ fromMs: 0, toMs: 9 }, undefined],
    [{ fromMs: 31, toMs: 99 }, undefined],
  ])('%j in 10 to 30 ms is drawn at %j', (bar, drawn) => {
    expect(barOf(bar, stretch)).toEqual(drawn);
  });

  test('never leaves the drawing', () => {
    const time = fc.double({ min: 0, max: 1e5, noNaN: true });
    fc.assert(
      fc.property(time, time, time, time, (a, b, c, d) => {
        const drawn = barOf(
          { fromMs: Math.min(a, b), toMs: Math.max(a, b) },
          { fromMs: Math.min(c, d), toMs: Math.max(c, d) },
        );
        if (drawn === undefined) return;
        expect(drawn.left).toBeGreaterThanOrEqual(0);
        expect(drawn.width).toBeGreaterThanOrEqual(0);
        expect(drawn.left + drawn.width).toBeLessThanOrEqual(100 + 1e-6);
      }),
    );
  });
});

describe('the ruler', () => {
  test('has round moments', () => {
    expect(rulerTicks({ fromMs: 0, toMs: 88 })).toEqual([0, 20, 40, 60, 80]);
    expect(rulerTicks({ fromMs: 12, toMs: 18 })).toEqual([12, 13, 14, 15, 16, 17, 18]);
  });

  test('of a trace without length has one', () => {
    expect(rulerTicks({ fromMs: 0, toMs: 0 })).toEqual([0]);
  });

  test('has two to seven moments, all within', () => {
    const bounds = fc.tuple(fc.integer({ min: 0, max: 1e6 }), fc.integer({ min: 1, max: 1e6 }));
    fc.assert(
      fc.property(bounds, ([fromMs, lengthMs]) => {
        const ticks = rulerTicks({ fromMs, toMs: fromMs + lengthMs });
        expect(ticks.length).toBeGreaterThanOrEqual(2);
        expect(ticks.length).toBeLessThanOrEqual(7);
        for (const tick of ticks) {
          expect(tick).toBeGreaterThanOrEqual(fromMs - 1e-6 * lengthMs);
          expect(tick).toBeLessThanOrEqual(fromMs + lengthMs * (1 + 1e-6));
        }
      }),
    );
  });
});
