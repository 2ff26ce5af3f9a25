import { expect, test } from 'vitest';
import { requestsUntilEvidence } from '#server/mesh/canary/statistics/requests-until-evidence.ts';
import { createRandom } from '#tests/bench/mesh/random.ts';
import { simulateDecision } from '#tests/support/simulated-split.ts';

/** How far a foretold number may be off the simulated one: a tenth of it and one look. */
const tolerance = (requests: number) => requests / 10 + 50;

test.each([
  { configured: 0.1, actual: 0.5, runs: 1000 },
  { configured: 0.1, actual: 0.2, runs: 2000 },
  { configured: 0.1, actual: 0.15, runs: 1000 },
  { configured: 0.1, actual: 0.12, runs: 400 },
  { configured: 0.1, actual: 0.05, runs: 1000 },
  { configured: 0.1, actual: 0, runs: 10 },
  { configured: 0.5, actual: 0.6, runs: 1000 },
  { configured: 0.25, actual: 0.5, runs: 1000 },
  { configured: 0.01, actual: 0.02, runs: 400 },
  { configured: 0.9, actual: 0.8, runs: 1000 },
])('configured $configured, actual $actual: as in $runs simulated runs', ({ configured, actual, runs }) => {
  const random = createRandom(20_260_603);
  const simulated = Array.from({ length: runs }, () =>
    simulateDecision(random, {
      configured: [configured, 1 - configured],
      actual: [actual, 1 - actual],
      mostRequests: 60_000,
    }),
  ).map((requests) => requests ?? Number.POSITIVE_INFINITY);
  simulated.sort((one, other) => one - other);
  const told: string[] = [];
  for (const portion of [0.5, 0.9]) {
    const found = simulated[Math.ceil(runs * portion) - 1] ?? Number.NaN;
    const foretold = requestsUntilEvidence({ configured, actual }, portion) ?? Number.NaN;
    told.push(`${portion}: foretold ${foretold}, simulated ${found}`);
    expect(Math.abs(foretold - found), told.join(', ')).toBeLessThanOrEqual(tolerance(found));
  }
  console.log(`requests until evidence, ${configured} configured, ${actual} true: ${told.join('; ')}`);
});

test('the design’s own figures for 10 %: 20 % within 200, 15 % within 650, 12 % within 4,000 in half of cases', () => {
  const half = (actual: number) => requestsUntilEvidence({ configured: 0.1, actual }, 0.5) ?? Number.NaN;
  expect(Math.abs(half(0.2) - 200)).toBeLessThanOrEqual(tolerance(200));
  expect(Math.abs(half(0.15) - 650)).toBeLessThanOrEqual(tolerance(650));
  expect(Math.abs(half(0.12) - 4000)).toBeLessThanOrEqual(tolerance(4000));
});

test('equal shares are never told apart, nor those nearer than a million million requests show', () => {
  expect(requestsUntilEvidence({ configured: 0.1, actual: 0.1 }, 0.5)).toBeUndefined();
  expect(requestsUntilEvidence({ configured: 0.1, actual: 0.1000001 }, 0.5)).toBeUndefined();
});

test('the nearer the shares the more it takes, and nine in ten take more than half', () => {
  const actuals = [0.9, 0.6, 0.4, 0.3, 0.2, 0.15, 0.12, 0.11, 0.105, 0.101];
  const halves = actuals.map(
    (actual) => requestsUntilEvidence({ configured: 0.1, actual }, 0.5) ?? Number.NaN,
  );
  expect(halves).toEqual(halves.toSorted((one, other) => one - other));
  for (const [index, actual] of actuals.entries())
    expect(requestsUntilEvidence({ configured: 0.1, actual }, 0.9)).toBeGreaterThanOrEqual(
      halves[index] ?? Number.NaN,
    );
});
