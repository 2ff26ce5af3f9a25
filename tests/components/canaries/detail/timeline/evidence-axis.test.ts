import { expect, test } from 'vitest';
import { evidenceAxis } from '#components/canaries/detail/timeline/evidence-axis.ts';

test.each<[evidence: (number | null)[], domain: [number, number], isCut: boolean]>([
  [[], [0, 3], false],
  [[null, -0.4, -1.2], [-2, 3], false],
  [[0.2, 4.1], [0, 5], false],
  [[-9, 64], [-2, 8], true],
])('evidence %j is drawn over %j, cut: %s', (evidenceLog10, domain, isCut) => {
  const axis = evidenceAxis([{ evidenceLog10 }], 2);
  expect(axis.domain).toEqual(domain);
  expect(axis.ticks).toEqual([0, domain[1]]);
  expect(axis.isCut).toBe(isCut);
});
