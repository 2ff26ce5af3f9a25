import { expect, test } from 'vitest';
import { askedRange, lastSliceEnd, sliceGrid } from '#server/mesh/canary/observed/slice-grid.ts';

const noon = Date.UTC(2026, 10, 21, 12) / 1000;

test.each([
  ['ten minutes', 600, { count: 20, stepSeconds: 30 }],
  ['half a minute', 30, { count: 1, stepSeconds: 30 }],
  ['45 seconds', 45, { count: 2, stepSeconds: 30 }],
  ['two hours', 7200, { count: 240, stepSeconds: 30 }],
  ['a little more than two hours', 7201, { count: 121, stepSeconds: 60 }],
  ['six hours', 21_600, { count: 240, stepSeconds: 90 }],
  ['30 days', 30 * 86_400, { count: 240, stepSeconds: 10_800 }],
])('%s', (_, rangeSeconds, { count, stepSeconds }) => {
  const grid = sliceGrid({ fromSeconds: noon - rangeSeconds, toSeconds: noon });
  expect([grid.slices.length, grid.stepSeconds]).toEqual([count, stepSeconds]);
  expect(grid.slices.at(-1)?.endSeconds).toBe(noon);
  expect(grid.slices[0]?.startSeconds).toBeLessThanOrEqual(noon - rangeSeconds);
});

test('slices follow one another without gaps', () => {
  const { slices } = sliceGrid({ fromSeconds: noon - 600, toSeconds: noon });
  const gaps = slices.filter(
    ({ startSeconds }, index) => index > 0 && slices[index - 1]?.endSeconds !== startSeconds,
  );
  expect(gaps).toEqual([]);
});

test('requests of one half minute ask the same', () => {
  const asked = [0, 5, 29].map((later) =>
    askedRange(sliceGrid({ fromSeconds: noon - 600 + later, toSeconds: noon + later })),
  );
  expect(asked).toEqual(Array(3).fill({ startSeconds: noon - 630, endSeconds: noon, stepSeconds: 30 }));
});

test('another step may be asked for', () => {
  const grid = sliceGrid({ fromSeconds: noon - 60, toSeconds: noon + 3, stepSeconds: 5 });
  expect([grid.slices.length, grid.slices.at(-1)?.endSeconds]).toEqual([13, noon]);
});

test.each([30, 60, 600, 21_600, 30 * 86_400])(
  'a window of %i s that ends with a slice has whole slices only',
  (range) => {
    const toSeconds = lastSliceEnd(noon + 17);
    const { slices } = sliceGrid({ fromSeconds: toSeconds - range, toSeconds });
    expect([slices[0]?.startSeconds, slices.at(-1)?.endSeconds]).toEqual([noon - range, noon]);
  },
);
