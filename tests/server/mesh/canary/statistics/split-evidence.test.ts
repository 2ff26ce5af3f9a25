import fc from 'fast-check';
import { expect, test } from 'vitest';
import { splitEvidence } from '#server/mesh/canary/statistics/split-evidence.ts';

/** Worked by hand: Beta functions of whole numbers against a coin. */
const worked: [counts: number[], shares: number[], factor: number][] = [
  [[0, 0], [0.5, 0.5], 1],
  [[10, 0], [0.5, 0.5], 1024 / 11],
  [[5, 5], [0.5, 0.5], 1024 / 2772],
  [[2, 1], [0.5, 0.5], 8 / 12],
  [[1, 1, 1], [1 / 3, 1 / 3, 1 / 3], (2 / 120) * 27],
  [[3, 0, 0], [1 / 3, 1 / 3, 1 / 3], ((2 * 6) / 120) * 27],
];
test.each(worked)('%j against shares of %j: %d to 1', (counts, shares, factor) => {
  expect(Math.exp(splitEvidence(counts, shares))).toBeCloseTo(factor, 9);
});

test('weights need not add up to 1', () => {
  expect(splitEvidence([30, 70], [90, 20])).toBeCloseTo(splitEvidence([30, 70], [9 / 11, 2 / 11]), 9);
});

test('versions of weight 0 take no part', () => {
  expect(splitEvidence([30, 500, 70], [0.5, 0, 0.5])).toBe(splitEvidence([30, 70], [0.5, 0.5]));
});

test.each([
  [[], []],
  [[5], [1]],
  [
    [5, 3],
    [1, 0],
  ],
  [
    [5, 3],
    [Number.NaN, 1],
  ],
])('%j of shares %j cannot be tested: no evidence', (counts, shares) => {
  expect(splitEvidence(counts, shares)).toBe(0);
});

test('what is no count adds nothing', () => {
  expect(splitEvidence([Number.NaN, 20], [0.5, 0.5])).toBe(splitEvidence([0, 20], [0.5, 0.5]));
  expect(splitEvidence([-7, 20], [0.5, 0.5])).toBe(splitEvidence([0, 20], [0.5, 0.5]));
  expect(splitEvidence([20], [0.5, 0.5])).toBe(splitEvidence([20, 0], [0.5, 0.5]));
});

test('half as many effective requests tell less', () => {
  const whole = splitEvidence([300, 700], [0.5, 0.5]);
  const scaled = splitEvidence([300 / 2.5, 700 / 2.5], [0.5, 0.5]);
  expect(scaled).toBeGreaterThan(0);
  expect(scaled).toBeLessThan(whole / 2);
});

const versions = fc.array(fc.tuple(fc.nat(100_000), fc.integer({ min: 1, max: 100 })), {
  minLength: 2,
  maxLength: 6,
});

test('the order of the versions does not matter', () => {
  fc.assert(
    fc.property(versions, fc.nat(5), (rows, turn) => {
      const turned = [...rows.slice(turn % rows.length), ...rows.slice(0, turn % rows.length)].reverse();
      const evidence = (of: typeof rows) =>
        splitEvidence(
          of.map(([count]) => count),
          of.map(([, weight]) => weight),
        );
      const straight = evidence(rows);
      expect(Math.abs(evidence(turned) - straight)).toBeLessThan(
        1e-9 * Math.max(1, Math.abs(straight)) + 1e-7,
      );
    }),
  );
});

test('the factor is 1 on average over all that can come, so it is a bet that cannot be won by looking', () => {
  for (const share of [0.01, 0.1, 0.25, 0.5])
    for (const total of [1, 5, 40]) {
      let mean = 0;
      let probability = (1 - share) ** total;
      for (let count = 0; count <= total; count += 1) {
        mean += probability * Math.exp(splitEvidence([count, total - count], [share, 1 - share]));
        probability *= ((total - count) / (count + 1)) * (share / (1 - share));
      }
      expect(mean).toBeCloseTo(1, 9);
    }
});

test('a billion requests are no difficulty', () => {
  expect(splitEvidence([250_000_000, 750_000_000], [0.25, 0.75])).toBeLessThan(0);
  expect(splitEvidence([251_000_000, 749_000_000], [0.25, 0.75])).toBeGreaterThan(1000);
});
