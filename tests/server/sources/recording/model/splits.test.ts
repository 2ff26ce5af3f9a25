import { describe, expect, test } from 'vitest';
import { growth, matching, recordedCounters } from '#tests/support/recorded-traffic.ts';

/** Each caller's weights as its own Envoy has them. */
const splits = [
  {
    caller: 'productpage-v1',
    by: 'destination_workload',
    weights: { 'reviews-v1': 25, 'reviews-v2': 25, 'reviews-v3': 50 },
  },
  {
    caller: 'storefront-istio',
    by: 'destination_workload',
    weights: { 'storefront-v1': 90, 'storefront-v2': 10 },
  },
  { caller: 'wordpress-v1', by: 'destination_service_name', weights: { 'catalog-v1': 3, 'catalog-v2': 1 } },
  { caller: 'productpage-v1', by: 'destination_service_name', weights: { 'catalog-v1': 3, 'catalog-v2': 1 } },
  { caller: 'checkout', by: 'destination_service_name', weights: { 'catalog-v1': 1, 'catalog-v2': 1 } },
];
const windows = [300, 600, 3600, 86_400];

/** Requests that a route pins to a version beside the split, as a share of all of this caller's. */
const pinned = 0.045;

describe('traffic is split as the caller’s own Envoy splits it', () => {
  test.each(splits)('$caller: $weights', async ({ caller, by, weights }) => {
    const counters = await recordedCounters();
    const entries = Object.entries(weights);
    const weightSum = entries.reduce((sum, [, weight]) => sum + weight, 0);
    for (const window of windows) {
      const counts = entries.map(([name]) =>
        growth(
          matching(counters, 'istio_requests_total', {
            reporter: 'source',
            source_workload: caller,
            [by]: name,
          }),
          window,
        ),
      );
      const total = counts.reduce((sum, count) => sum + count, 0);
      expect(total).toBeGreaterThan(700);
      for (const [index, [, weight]] of entries.entries()) {
        const share = weight / weightSum;
        const noise = 4.5 * Math.sqrt((share * (1 - share)) / total);
        expect(Math.abs((counts[index] ?? 0) / total - share)).toBeLessThan(
          noise + (caller === 'checkout' ? 0 : pinned),
        );
      }
    }
  });

  test('the noise is real: the share of a small window is not the weight itself', async () => {
    const counters = await recordedCounters();
    const calls = (version: string) =>
      growth(
        matching(counters, 'istio_requests_total', {
          reporter: 'source',
          source_workload: 'checkout',
          destination_workload: version,
        }),
        600,
      );
    expect(calls('catalog-v1')).not.toBe(calls('catalog-v2'));
  });

  test('reviews choose ratings by their own version', async () => {
    const counters = await recordedCounters();
    const calls = (from: string, to: string) =>
      growth(
        matching(counters, 'istio_requests_total', {
          reporter: 'source',
          source_workload: from,
          destination_workload: to,
        }),
        3600,
      );
    expect(calls('reviews-v2', 'ratings-v1')).toBeGreaterThan(1000);
    expect(calls('reviews-v2', 'ratings-v2')).toBe(0);
    expect(calls('reviews-v3', 'ratings-v2')).toBeGreaterThan(1000);
    expect(calls('reviews-v3', 'ratings-v1')).toBe(0);
    expect(calls('reviews-v1', 'ratings-v1') + calls('reviews-v1', 'ratings-v2')).toBe(0);
  });
});
