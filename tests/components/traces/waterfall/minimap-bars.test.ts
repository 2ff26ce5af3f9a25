import fc from 'fast-check';
import { expect, test } from 'vitest';
import { minimapBars } from '#components/traces/waterfall/minimap-bars.ts';
import { waterfallRows } from '#components/traces/waterfall/waterfall-rows.ts';
import { spanDraft } from './span-draft.ts';

test('a small trace has a line for every span, with clocks set right', () => {
  const rows = waterfallRows([
    spanDraft({ startMs: 1000, durationMs: 10, service: 'a' }),
    spanDraft({ startMs: 990, skewMs: 12, durationMs: 5, service: 'b', isError: true, depth: 1 }),
  ]);
  expect(minimapBars(rows, { startMs: 1000, lineCount: 28 })).toEqual([
    { line: 0, fromMs: 0, toMs: 10, service: 'a', failed: [] },
    { line: 1, fromMs: 2, toMs: 7, service: 'b', failed: [{ fromMs: 2, toMs: 7 }] },
  ]);
});

test('any trace fits into the lines, hides no error and keeps both its ends', () => {
  const spans = fc.array(
    fc.record({
      startMs: fc.integer({ min: 0, max: 1000 }),
      durationMs: fc.integer({ min: 0, max: 1000 }),
      isError: fc.boolean(),
    }),
    { minLength: 1, maxLength: 200 },
  );
  fc.assert(
    fc.property(spans, fc.integer({ min: 1, max: 30 }), (list, lineCount) => {
      const bars = minimapBars(waterfallRows(list.map(spanDraft)), { startMs: 0, lineCount });
      expect(bars.length).toBeLessThanOrEqual(lineCount);
      for (const { startMs, durationMs } of list.filter(({ isError }) => isError)) {
        const isMarked = bars.some(({ failed }) =>
          failed.some(({ fromMs, toMs }) => fromMs <= startMs && toMs >= startMs + durationMs),
        );
        expect(isMarked).toBe(true);
      }
      expect(bars.some(({ failed }) => failed.length > 0)).toBe(list.some(({ isError }) => isError));
      expect(Math.min(...bars.map(({ fromMs }) => fromMs))).toBe(
        Math.min(...list.map(({ startMs }) => startMs)),
      );
      expect(Math.max(...bars.map(({ toMs }) => toMs))).toBe(
        Math.max(...list.map(({ startMs, durationMs }) => startMs + durationMs)),
      );
    }),
  );
});
