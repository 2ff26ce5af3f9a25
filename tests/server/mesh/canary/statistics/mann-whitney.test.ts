import fc from 'fast-check';
import { expect, test } from 'vitest';
import { mannWhitney } from '#server/mesh/canary/statistics/mann-whitney.ts';

function buckets(counts: readonly number[], bounds: readonly number[] = [1, 2, 3, 4, 5]) {
  return counts.map((count, index) => ({ upToMs: bounds[index] ?? Number.POSITIVE_INFINITY, count }));
}

test('the arthritis trial of the SAS/STAT guide (NPAR1WAY, example 1): many ties', () => {
  // Responses from 1 to 5 of 27 patients with the active treatment and 32 with the placebo.
  const found = mannWhitney(buckets([5, 1, 5, 11, 5]), buckets([12, 7, 7, 4, 2]));
  const rankSum = 999;
  const expected = 810;
  const deviation = 63.972744;
  expect(found?.u).toBe(rankSum - (27 * 28) / 2);
  expect(found?.z).toBeCloseTo((rankSum - expected) / deviation, 4);
  // As published, where half a rank is taken off for continuity: 2.9466.
  expect((found?.z ?? Number.NaN) - 0.5 / deviation).toBeCloseTo(2.9466, 4);
  // The Kruskal-Wallis test of the same page is its square: 8.7284, p 0.0031.
  expect((found?.z ?? Number.NaN) ** 2).toBeCloseTo(8.7284, 4);
  expect(found?.pValue).toBeCloseTo(0.0031, 4);
  expect(found?.probabilitySlower).toBeCloseTo(621 / (27 * 32), 12);
});

test('without ties: all of ours slower than all of theirs', () => {
  // U = 9, variance 3 * 3 * 7 / 12.
  const found = mannWhitney(buckets([0, 0, 0, 1, 1, 1]), buckets([1, 1, 1, 0, 0, 0]));
  expect(found?.u).toBe(9);
  expect(found?.probabilitySlower).toBe(1);
  expect(found?.z).toBeCloseTo(4.5 / Math.sqrt(5.25), 12);
});

test('all in one bucket: no difference that anybody could see', () => {
  expect(mannWhitney(buckets([0, 10]), buckets([0, 90]))).toMatchObject({
    probabilitySlower: 0.5,
    z: 0,
    pValue: 1,
  });
});

test('proxies with other buckets are compared by the bounds that both have', () => {
  const ours = buckets([1, 2, 3, 4], [1, 5, 10]);
  const theirs = buckets([3, 5, 2, 0], [1, 2, 10]);
  const common = [1, 10];
  expect(mannWhitney(ours, theirs)).toEqual(
    mannWhitney(buckets([1, 5, 4], common), buckets([3, 7, 0], common)),
  );
});

test.each([
  ['no requests of ours', [0, 0], [1, 2]],
  ['no requests of theirs', [1, 2], [0, 0]],
  ['nothing', [], []],
  ['what is no count', [Number.NaN, -3], [1, 2]],
])('%s: undefined', (_, ours, theirs) => {
  expect(mannWhitney(buckets(ours), buckets(theirs))).toBeUndefined();
});

const counts = fc.array(fc.nat(1000), { minLength: 5, maxLength: 5 });
test('exchanging both turns the sign, and the share of pairs lies within 0 and 1', () => {
  fc.assert(
    fc.property(counts, counts, (ours, theirs) => {
      const one = mannWhitney(buckets(ours), buckets(theirs));
      const other = mannWhitney(buckets(theirs), buckets(ours));
      fc.pre(one !== undefined && other !== undefined);
      expect(one.probabilitySlower).toBeGreaterThanOrEqual(0);
      expect(one.probabilitySlower).toBeLessThanOrEqual(1);
      expect(one.probabilitySlower).toBeCloseTo(1 - other.probabilitySlower, 12);
      expect(one.z).toBeCloseTo(-other.z, 9);
      expect(one.pValue).toBeCloseTo(other.pValue, 9);
      expect(one.pValue).toBeLessThanOrEqual(1);
    }),
  );
});
