import { expect, test } from 'vitest';
import {
  isAstray,
  requestsUntilAstray,
  requestsUntilNoneAstray,
} from '#server/mesh/canary/statistics/astray.ts';
import { createRandom } from '#tests/bench/mesh/random.ts';

test.each([
  [0, 1000, false],
  [4, 4, false],
  [5, 5, true],
  [5, 2000, true],
  [5, 3000, false],
  [100, 100_000, false],
  [140, 100_000, true],
  [Number.NaN, 100, false],
  [5, 0, false],
])('%d of %d requests to a version of weight 0: astray is %s', (count, total, isOne) => {
  expect(isAstray(count, total)).toBe(isOne);
});

test('so many without one astray show that fewer than 0.1 % are', () => {
  // z^2 / (n + z^2) = 0.001
  expect(requestsUntilNoneAstray()).toBe(3838);
});

test('a share of 0.1 % and less is never found', () => {
  expect(requestsUntilAstray(0.001, 0.5)).toBeUndefined();
  expect(requestsUntilAstray(0, 0.5)).toBeUndefined();
});

test.each([
  [0.5, 0.5],
  [0.05, 0.5],
  [0.05, 0.9],
  [0.01, 0.9],
])('of a share of %d, %d are found within the requests foretold', (actual, portion) => {
  const requests = requestsUntilAstray(actual, portion) ?? Number.NaN;
  const random = createRandom(5);
  let found = 0;
  for (let run = 0; run < 2000; run += 1) {
    let count = 0;
    for (let request = 0; request < requests; request += 1) if (random() < actual) count += 1;
    if (isAstray(count, requests)) found += 1;
  }
  console.log(`astray ${actual}, ${portion}: ${requests} requests, ${found} of 2000 runs found`);
  expect(found / 2000).toBeGreaterThan(portion - 0.02);
  expect(found / 2000).toBeLessThan(portion + 0.15);
});
