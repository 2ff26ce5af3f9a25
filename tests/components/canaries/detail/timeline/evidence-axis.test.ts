import { expect, test } from 'vitest';
import { evidenceAxis } from '#components/canaries/detail/timeline/evidence-axis.ts';

test.each<[(number | null)[], [number, number]]>([
  [[], [0, 3]],
  [
    [null, -0.4, -1.2],
    [-2, 3],
  ],
  [
    [0.2, 4.1],
    [0, 5],
  ],
  [
    [-9, 64],
    [-2, 8],
  ],
])('evidence %j is drawn over %j', (evidenceLog10, domain) => {
  const axis = evidenceAxis([{ evidenceLog10 }], 2);
  expect(axis.domain).toEqual(domain);
  expect(axis.isCut).toBe(isCut);
  expect(axis.ticks).toEqual([0, domain[1]]);
});
