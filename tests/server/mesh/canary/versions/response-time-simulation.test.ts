import { expect, test } from 'vitest';
import { compareBody } from '#server/mesh/canary/versions/compare-body.ts';
import { compareTail } from '#server/mesh/canary/versions/compare-tail.ts';
import { slowAbove } from '#server/mesh/canary/versions/slow-above.ts';
import { createRandom } from '#tests/bench/mesh/random.ts';

/** Istio's own bounds. */
const bounds = [
  0.5,
  1,
  5,
  10,
  25,
  50,
  100,
  250,
  500,
  1000,
  2500,
  5000,
  10_000,
  30_000,
  60_000,
  300_000,
  600_000,
  1_800_000,
  3_600_000,
  Number.POSITIVE_INFINITY,
];

/** Lognormal response times around 40 ms (s = 0.8), changed one by one. */
function sample(random: () => number, requests: number, change: (ms: number) => number) {
  const buckets = bounds.map((upToMs) => ({ upToMs, count: 0 }));
  for (let request = 0; request < requests; request += 1) {
    const normal = Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
    const tookMs = change(40 * Math.exp(0.8 * normal));
    const bucket = buckets.find(({ upToMs }) => tookMs <= upToMs);
    if (bucket !== undefined) bucket.count += 1;
  }
  return buckets;
}

const runs = 100;
/** How many of 100 runs each test calls worse. */
type Sampled = { title: string; ours: number; theirs: number };
function worseOf({ title, ...requests }: Sampled, change: (random: () => number) => (ms: number) => number) {
  const random = createRandom(20_260_604);
  const worse = { tail: 0, body: 0 };
  for (let run = 0; run < runs; run += 1) {
    const ours = sample(random, requests.ours, change(random));
    const theirs = sample(random, requests.theirs, (ms) => ms);
    const slowAboveMs = slowAbove([theirs, ours], 0) ?? Number.NaN;
    if (compareTail(ours, theirs, slowAboveMs)?.status === 'worse') worse.tail += 1;
    if (compareBody(ours, theirs)?.status === 'worse') worse.body += 1;
  }
  console.log(
    `response times, ${requests.ours} against ${requests.theirs}, ${title}: ${JSON.stringify(worse)} of ${runs} called worse`,
  );
  return worse;
}

test('2 % of requests that take two seconds more are seen in the tail, not in the body', () => {
  const worse = worseOf(
    { title: '2 % take 2 s more', ours: 2000, theirs: 18_000 },
    (random) => (ms) => (random() < 0.02 ? ms + 2000 : ms),
  );
  expect(worse.tail).toBeGreaterThanOrEqual(95);
  expect(worse.body).toBe(0);
});

test('requests that all take 30 % more are seen in the body', () => {
  expect(
    worseOf({ title: 'all take 30 % more', ours: 500, theirs: 4500 }, () => (ms) => ms * 1.3).body,
  ).toBeGreaterThanOrEqual(90);
});

test('requests that all take twice as long are seen in both', () => {
  expect(worseOf({ title: 'all take twice as long', ours: 500, theirs: 4500 }, () => (ms) => ms * 2)).toEqual(
    { tail: 100, body: 100 },
  );
});

test('of equal versions at most one in a hundred is called worse', () => {
  const worse = worseOf({ title: 'alike', ours: 500, theirs: 4500 }, () => (ms) => ms);
  expect(worse.tail).toBeLessThanOrEqual(1);
  expect(worse.body).toBeLessThanOrEqual(1);
});
