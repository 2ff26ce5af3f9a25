import { expect, test } from 'vitest';
import { isAlone } from '#components/ui/chart/is-alone.ts';

test.each<[(number | null)[], number, boolean]>([
  [[null, 4, null], 1, true],
  [[4, null], 0, true],
  [[4, 5, null], 0, false],
  [[null, null], 0, false],
  [[4], 0, true],
])('in %j the value at %i stands alone: %s', (points, index, expected) => {
  expect(isAlone(points, index)).toBe(expected);
});
