import fc from 'fast-check';
import { expect, test } from 'vitest';
import { errorsEvidence } from '#server/mesh/canary/statistics/errors-evidence.ts';
import { splitEvidence } from '#server/mesh/canary/statistics/split-evidence.ts';
import { createRandom } from '#tests/bench/mesh/random.ts';

const decision = Math.log(100);

test('with constant request shares it is the evidence of all failures together', () => {
  const failures = fc.array(fc.tuple(fc.nat(40), fc.nat(40), fc.nat(40)), { minLength: 1, maxLength: 20 });
  fc.assert(
    fc.property(failures, (slices) => {
      const evidence = errorsEvidence(
        slices.map((failed) => ({ requests: [700, 200, 100], failures: failed })),
      );
      const together = [0, 1, 2].map((version) =>
        slices.reduce((total, failed) => total + (failed[version] ?? 0), 0),
      );
      expect(evidence).toBeCloseTo(splitEvidence(together, [7, 2, 1]), 6);
    }),
  );
});

test('an hour in which everything fails is no difference, though one version had most requests then', () => {
  const quiet = { requests: [900, 100], failures: [0, 0] };
  const bad = { requests: [100, 900], failures: [50, 450] };
  expect(errorsEvidence([quiet, quiet, bad])).toBeLessThan(0);
  // All together the second version fails nine times as often.
  expect(splitEvidence([50, 450], [1900, 1100])).toBeGreaterThan(decision);
});

test('a version that fails three times as often is found while its share changes', () => {
  const slices = Array.from({ length: 60 }, (_, slice) => {
    const ours = slice < 30 ? 100 : 500;
    return {
      requests: [ours, 1000 - ours],
      failures: [Math.round(ours * 0.03), Math.round((1000 - ours) * 0.01)],
    };
  });
  expect(errorsEvidence(slices)).toBeGreaterThan(decision);
});

test('a version that had no requests before is held against nothing but its own time', () => {
  const before = { requests: [0, 1000], failures: [0, 500] };
  const after = { requests: [500, 500], failures: [30, 0] };
  expect(errorsEvidence([before, after])).toBe(errorsEvidence([after]));
});

test.each([
  ['no slices', []],
  ['no failures', [{ requests: [10, 10], failures: [0, 0] }]],
  ['one version', [{ requests: [10], failures: [10] }]],
  ['requests to one version only', [{ requests: [10, 0], failures: [10, 0] }]],
  ['nothing counted', [{ requests: [], failures: [] }]],
  ['what is no count', [{ requests: [10, -5], failures: [Number.NaN, Number.NaN] }]],
])('%s tell nothing', (_, slices) => {
  expect(errorsEvidence(slices)).toBe(0);
});

test('more failures than requests do not turn into nonsense', () => {
  expect(Number.isFinite(errorsEvidence([{ requests: [0, 10], failures: [5, 0] }]))).toBe(true);
});

test('of 1,000 runs of five looks at 100 slices in which versions are alike at most 1 % raise an alarm', () => {
  const random = createRandom(20_260_601);
  let alarms = 0;
  const runs = 1000;
  for (let run = 0; run < runs; run += 1) if (raisesAlarm(random)) alarms += 1;
  console.log(`errors evidence, versions alike, shares and failures vary: ${alarms} of ${runs} runs alarmed`);
  expect(alarms).toBeLessThanOrEqual(runs / 100);
});

/** 60 requests a slice; shares and the probability of a failure change from slice to slice. */
function raisesAlarm(random: () => number): boolean {
  const slices: { requests: number[]; failures: number[] }[] = [];
  for (let slice = 0; slice < 100; slice += 1) {
    const ours = 1 + Math.floor(random() * 30);
    const probability = slice % 10 === 0 ? 0.1 : 0.01;
    const failed = [ours, 60 - ours].map((requests) => {
      let count = 0;
      for (let request = 0; request < requests; request += 1) if (random() < probability) count += 1;
      return count;
    });
    slices.push({ requests: [ours, 60 - ours], failures: failed });
    if (slice % 20 === 19 && errorsEvidence(slices) >= decision) return true;
  }
  return false;
}
