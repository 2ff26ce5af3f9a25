import fc from 'fast-check';
import { expect, test } from 'vitest';
import { chooseGrid, tilesOf } from '#server/mesh/charts/choose-grid.ts';

const noon = Date.UTC(2026, 10, 21, 12) / 1000;

test.each<[string, number, { stepSeconds: number; windowSeconds: number; count: number }]>([
  ['30 s', 30, { stepSeconds: 5, windowSeconds: 120, count: 7 }],
  ['5 min', 300, { stepSeconds: 5, windowSeconds: 150, count: 61 }],
  ['10 min', 600, { stepSeconds: 15, windowSeconds: 120, count: 41 }],
  ['15 min', 900, { stepSeconds: 15, windowSeconds: 150, count: 61 }],
  ['1 h', 3600, { stepSeconds: 15, windowSeconds: 240, count: 241 }],
  ['6 h', 21_600, { stepSeconds: 120, windowSeconds: 240, count: 181 }],
  ['24 h', 86_400, { stepSeconds: 300, windowSeconds: 300, count: 289 }],
  ['7 days', 604_800, { stepSeconds: 3600, windowSeconds: 3600, count: 169 }],
  ['30 days', 2_592_000, { stepSeconds: 10_800, windowSeconds: 10_800, count: 241 }],
])('%s', (_name, seconds, expected) => {
  expect(chooseGrid(noon, seconds)).toMatchObject(expected);
});

const range = fc.integer({ min: 30, max: 30 * 86_400 });
const end = fc.integer({ min: 1_600_000_000, max: 2_000_000_000 });

test('any range has at most 300 points, on multiples of their step, none after its end', () => {
  fc.assert(
    fc.property(end, range, (endSeconds, rangeSeconds) => {
      const { startSeconds, endSeconds: last, stepSeconds, count } = chooseGrid(endSeconds, rangeSeconds);
      expect(count).toBeLessThanOrEqual(300);
      expect(count).toBeGreaterThan(1);
      expect(startSeconds % stepSeconds).toBe(0);
      expect(startSeconds + (count - 1) * stepSeconds).toBe(last);
      expect(last).toBeLessThanOrEqual(endSeconds);
      expect(last).toBeGreaterThan(endSeconds - stepSeconds);
    }),
  );
});

test('a window holds two scrapes of a store that takes one a minute, and is a multiple of the step', () => {
  fc.assert(
    fc.property(end, range, (endSeconds, rangeSeconds) => {
      const { windowSeconds, stepSeconds } = chooseGrid(endSeconds, rangeSeconds);
      expect(windowSeconds).toBeGreaterThanOrEqual(120);
      expect(windowSeconds % stepSeconds).toBe(0);
    }),
  );
});

test('tiles lie a window apart, end with the last point and stay within the range', () => {
  fc.assert(
    fc.property(end, range, (endSeconds, rangeSeconds) => {
      const grid = chooseGrid(endSeconds, rangeSeconds);
      const tiles = tilesOf(grid);
      const apart = grid.windowSeconds / grid.stepSeconds;
      expect(tiles[0]).toBe(grid.count - 1);
      for (const [place, tile] of tiles.entries()) expect(tile).toBe(grid.count - 1 - place * apart);
      if (grid.count > apart) expect(tiles.at(-1)).toBeGreaterThanOrEqual(apart);
    }),
  );
});

test('the points of a minute stay where they are in the next', () => {
  const before = chooseGrid(noon, 900);
  const after = chooseGrid(noon + 60, 900);
  expect((after.startSeconds - before.startSeconds) % before.stepSeconds).toBe(0);
});
