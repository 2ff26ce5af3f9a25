import { expect, test } from 'vitest';
import { createRecording } from '#server/sources/recording/recording.ts';
import { growth, matching, recordedCounters, recordedNowSeconds } from '#tests/support/recorded-traffic.ts';

const { metrics } = createRecording({ now: () => recordedNowSeconds * 1000 });
const toReviews = {
  reporter: 'source',
  source_workload: 'productpage-v1',
  destination_service_name: 'reviews',
};
const selector = {
  metric: 'istio_requests_total',
  matchers: Object.entries(toReviews).map(([label, value]) => ({ label, is: '=' as const, value })),
};

test('an increase over a window is the difference of the totals', async () => {
  const { rows, warnings } = await metrics.query(
    { fn: 'increase', selector, by: ['destination_workload'], windowSeconds: 600 },
    recordedNowSeconds,
  );
  expect(warnings).toEqual([]);
  const byVersion = Object.fromEntries(rows.map(({ labels, value }) => [labels.destination_workload, value]));
  expect(Object.keys(byVersion).sort()).toEqual(['reviews-v1', 'reviews-v2', 'reviews-v3']);
  const counters = await recordedCounters();
  for (const [version, value] of Object.entries(byVersion)) {
    const series = matching(counters, 'istio_requests_total', {
      ...toReviews,
      destination_workload: version,
    });
    expect(value).toBe(growth(series, 600));
  }
});

test('a range has a point for each step, with history of thirty days', async () => {
  const { rows } = await metrics.queryRange(
    { fn: 'rate', selector, by: [], windowSeconds: 3600 },
    { startSeconds: recordedNowSeconds - 29 * 86_400, endSeconds: recordedNowSeconds, stepSeconds: 86_400 },
  );
  expect(rows).toHaveLength(1);
  expect(rows[0]?.points).toHaveLength(30);
  expect(rows[0]?.points.every(([, value]) => value > 5 && value < 20)).toBe(true);
});

test('the source is well', async () => {
  expect(await metrics.status()).toEqual({ id: 'prometheus', state: 'ok' });
});
