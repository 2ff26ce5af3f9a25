import fc from 'fast-check';
import { expect, test } from 'vitest';
import { timeTicks } from '#components/traces/time-ticks.ts';

test('ten minutes have a moment every two', () => {
  const fromMs = Date.parse('2026-11-21T12:00:30Z');
  const ticks = timeTicks({ fromMs, toMs: fromMs + 600_000 });
  expect(ticks.map((ms) => new Date(ms).toISOString().slice(11, 16))).toEqual([
    '12:02',
    '12:04',
    '12:06',
    '12:08',
    '12:10',
  ]);
});

test('every range from half a minute to 30 days has two to seven moments within it', () => {
  const lengths = fc.integer({ min: 30_000, max: 30 * 86_400_000 });
  fc.assert(
    fc.property(fc.integer({ min: 1.7e12, max: 1.9e12 }), lengths, (fromMs, lengthMs) => {
      const ticks = timeTicks({ fromMs, toMs: fromMs + lengthMs });
      expect(ticks.length).toBeGreaterThanOrEqual(2);
      expect(ticks.length).toBeLessThanOrEqual(7);
      for (const tick of ticks) {
        expect(tick).toBeGreaterThanOrEqual(fromMs);
        expect(tick).toBeLessThanOrEqual(fromMs + lengthMs);
      }
    }),
  );
});
