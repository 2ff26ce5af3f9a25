import { expect, test } from 'vitest';
import { createRandom } from '#tests/bench/mesh/random.ts';
import { simulateDecision } from '#tests/support/simulated-split.ts';

/** Looks every 50 requests, as the design measures it. */
test.each([{ configured: [0.1, 0.9] }, { configured: [0.25, 0.25, 0.5] }, { configured: [0.01, 0.99] }])(
  '$configured as configured: at most 1 % of 2,000 runs of 100 looks alarm',
  ({ configured }) => {
    const random = createRandom(20_260_601);
    let alarms = 0;
    for (let run = 0; run < 2000; run += 1)
      if (simulateDecision(random, { configured, actual: configured, mostRequests: 5000 }) !== undefined)
        alarms += 1;
    console.log(
      `split evidence, ${configured.join(' / ')} true: ${alarms} of 2000 runs of 100 looks alarmed`,
    );
    expect(alarms).toBeLessThanOrEqual(20);
  },
);

test.each([
  { actual: 0.2, within: 350 },
  { actual: 0.15, within: 1200 },
])('10 % configured, $actual true: found within $within requests in 90 % of runs', ({ actual, within }) => {
  const random = createRandom(20_260_602);
  const runs = 2000;
  const found = Array.from({ length: runs }, () =>
    simulateDecision(random, { configured: [0.1, 0.9], actual: [actual, 1 - actual], mostRequests: 20_000 }),
  ).map((requests) => requests ?? Number.POSITIVE_INFINITY);
  found.sort((one, other) => one - other);
  const inTime = found.filter((requests) => requests <= within).length;
  console.log(
    `split evidence, 0.1 configured, ${actual} true: ${inTime} of ${runs} within ${within} requests; ` +
      `half within ${found[runs / 2]}, nine tenths within ${found[(runs * 9) / 10]}`,
  );
  expect(inTime / runs).toBeGreaterThanOrEqual(0.9);
});
