import { expect, test } from 'vitest';
import { dispersion } from '#server/mesh/canary/statistics/dispersion.ts';
import { createRandom } from '#tests/bench/mesh/random.ts';

test('equal slices do not vary at all', () => {
  const spread = dispersion(Array.from({ length: 30 }, () => [90, 10]));
  expect(spread?.phi).toBe(0);
  expect(spread?.isOver).toBe(false);
});

test('by hand: 15 slices of 10 : 0 and 15 of 0 : 10 vary ten times as much as by chance, times 30 / 29', () => {
  const slices = Array.from({ length: 30 }, (_, slice) => (slice % 2 === 0 ? [10, 0] : [0, 10]));
  const spread = dispersion(slices);
  expect(spread?.phi).toBeCloseTo(300 / 29, 9);
  // Chi-squared, 29 degrees of freedom, 99.9 %: 58.301 in every table.
  expect(spread?.limit).toBeCloseTo(58.301 / 29, 4);
  expect(spread?.isOver).toBe(true);
});

test('of three versions there are two degrees of freedom a slice', () => {
  const slices = Array.from({ length: 30 }, (_, slice) =>
    [0, 1, 2].map((version) => (slice % 3 === version ? 9 : 0)),
  );
  expect(dispersion(slices)?.phi).toBeCloseTo((30 * 18) / 58, 9);
});

test('a split that is constantly wrong is not over-dispersed, unless the shares are said to be true', () => {
  const slices = Array.from({ length: 40 }, () => [50, 50]);
  expect(dispersion(slices)?.isOver).toBe(false);
  // (50 - 75)^2 / 75 + (50 - 25)^2 / 25 in every slice
  expect(dispersion(slices, [0.75, 0.25])?.phi).toBeCloseTo(625 / 75 + 625 / 25, 9);
});

test('versions that nobody reached do not count', () => {
  const slices = Array.from({ length: 30 }, (_, slice) => (slice % 2 === 0 ? [10, 0, 0] : [0, 0, 10]));
  expect(dispersion(slices)?.phi).toBeCloseTo(300 / 29, 9);
});

test.each([
  ['29 slices', Array.from({ length: 29 }, () => [50, 50])],
  ['40 slices, 11 of them empty', Array.from({ length: 40 }, (_, slice) => (slice < 11 ? [0, 0] : [50, 50]))],
  ['one version', Array.from({ length: 40 }, () => [50])],
  ['one version that anybody reached', Array.from({ length: 40 }, () => [50, 0])],
  ['rare requests that join to fewer than 30 slices', Array.from({ length: 40 }, () => [1, 0])],
  ['NaN', Array.from({ length: 40 }, () => [Number.NaN, Number.NaN])],
  ['nothing', []],
])('%s: not known', (_, slices) => {
  expect(dispersion(slices)).toBeUndefined();
});

/** Requests a slice that stick together: all of a session go to the same version. */
function slicesOf(
  random: () => number,
  { share, requests, session }: { share: number; requests: number; session: number },
) {
  return Array.from({ length: 120 }, () => {
    let ours = 0;
    for (let one = 0; one < requests; one += session) if (random() < share) ours += session;
    return [ours, requests - ours];
  });
}

test.each([
  { share: 0.1, requests: 50 },
  { share: 0.01, requests: 50 },
  { share: 0.5, requests: 2 },
])('independent requests, %j: at most 5 of 1,000 are called over-dispersed', ({ share, requests }) => {
  const random = createRandom(7);
  let over = 0;
  for (let run = 0; run < 1000; run += 1)
    if (dispersion(slicesOf(random, { share, requests, session: 1 }))?.isOver === true) over += 1;
  console.log(`dispersion, independent, share ${share}, ${requests} a slice: ${over} of 1000 over`);
  expect(over).toBeLessThanOrEqual(5);
});

test('sessions of five requests are found, and phi is about five', () => {
  const random = createRandom(8);
  let over = 0;
  let sum = 0;
  for (let run = 0; run < 200; run += 1) {
    const spread = dispersion(slicesOf(random, { share: 0.1, requests: 50, session: 5 }));
    if (spread?.isOver === true) over += 1;
    sum += (spread?.phi ?? Number.NaN) / 200;
  }
  console.log(`dispersion, sessions of 5: ${over} of 200 over, phi ${sum.toFixed(2)} on average`);
  expect(over).toBe(200);
  expect(sum).toBeCloseTo(5, 0);
});
