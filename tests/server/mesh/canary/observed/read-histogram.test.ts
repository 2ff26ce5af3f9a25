import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addHistograms } from '#server/mesh/canary/observed/add-histograms.ts';
import { readHistogram } from '#server/mesh/canary/observed/read-histogram.ts';

const bounds = [5, 25, Number.POSITIVE_INFINITY];

/** What happens between two scrapes: the bucket of each request, and whether the process began anew before them. */
const step = fc.record({
  requests: fc.array(fc.nat({ max: bounds.length - 1 }), { maxLength: 8 }),
  restarts: fc.boolean(),
});

test('the buckets of all histograms together hold each request once, through restarts', () => {
  let restarts = 0;
  fc.assert(
    fc.property(fc.array(fc.array(step, { maxLength: 20 }), { minLength: 1, maxLength: 4 }), (pods) => {
      const sent = bounds.map(() => 0);
      const readings = pods.map((steps) => {
        let counts = bounds.map(() => 50);
        const points = bounds.map((_, bound): [number, number][] => [[0, 50 * (bound + 1)]]);
        for (const [index, { requests, restarts: isRestarted }] of steps.entries()) {
          // Fewer than before in all, so that it shows: at most eight come between two scrapes.
          const total = counts.reduce((sum, count) => sum + count, 0);
          if (isRestarted && requests.length < total) {
            counts = bounds.map(() => 0);
            restarts += 1;
          }
          for (const bucket of requests) {
            counts[bucket] = (counts[bucket] ?? 0) + 1;
            sent[bucket] = (sent[bucket] ?? 0) + 1;
          }
          let below = 0;
          for (const [bound, ofBound] of points.entries()) {
            below += counts[bound] ?? 0;
            ofBound.push([index + 1, below]);
          }
        }
        return readHistogram(
          bounds.map((upToMs, bound) => ({ upToMs, points: points[bound] ?? [] })),
          { isBaseline: (atSeconds) => atSeconds === 0, fromSeconds: 0 },
        ).cumulative;
      });
      const { buckets, droppedBounds, repaired } = addHistograms(readings);
      expect(buckets?.map(({ count }) => count) ?? bounds.map(() => 0)).toEqual(sent);
      expect([droppedBounds, repaired]).toEqual([0, 0]);
    }),
  );
  expect(restarts).toBeGreaterThan(50);
});
