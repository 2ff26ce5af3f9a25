import { describe, expect, test } from 'vitest';
import { loadLatency } from '#server/mesh/canary/observed/load-latency.ts';
import type { Split } from '#server/mesh/canary/split.ts';
import { type CounterHistory, historyContext, lastSlices } from '#tests/support/counter-history.ts';
import { graphContext } from '#tests/support/graph-context.ts';
import { counter, reviews, v1, v2 } from '#tests/support/observed-counters.ts';

type Given = Parameters<typeof counter>[2];
type Bounds = Readonly<Record<string, CounterHistory['values']>>;

/** Buckets by `le`, at the times of `lastSlices(3)` with one before. */
function histogram(to: typeof v1, bounds: Bounds, given: Given = {}): CounterHistory[] {
  return Object.entries(bounds).map(([le, values]) => ({
    ...counter(to, values, { ...given, labels: { ...given.labels, le } }),
    metric: 'istio_request_duration_milliseconds_bucket',
  }));
}

/** Versions as `5:3 10:0 Infinity:1`. */
async function latency(histories: readonly CounterHistory[], split: Split = reviews) {
  const { byVersion, warnings } = await loadLatency(split, lastSlices(3), historyContext(histories));
  return {
    versions: byVersion.map((buckets) => buckets?.map(({ upToMs, count }) => `${upToMs}:${count}`).join(' ')),
    warnings: warnings.map(({ code, message }) => `${code}: ${message}`),
  };
}

const old = { '5': [10, 10, 10, 12, 13], '10': [14, 14, 14, 17, 19], '+Inf': [15, 15, 15, 18, 21] };
const otherPod = { labels: { pod: 'productpage-b' } };

test.each<[string, CounterHistory[], (string | undefined)[]]>([
  ['an old histogram grows', histogram(v1, old), ['5:3 10:2 Infinity:1', undefined]],
  [
    'each version has its own',
    [
      ...histogram(v1, old),
      ...histogram(v2, { '5': [0, 0, 0, 0, 0], '10': [0, 0, 0, 0, 2], '+Inf': [0, 0, 0, 0, 2] }),
    ],
    ['5:3 10:2 Infinity:1', '5:0 10:2 Infinity:0'],
  ],
  [
    'pods are added',
    [...histogram(v1, old), ...histogram(v1, old, otherPod)],
    ['5:6 10:4 Infinity:2', undefined],
  ],
  [
    'all buckets began anew when one of them fell',
    histogram(v1, { '5': [0, 0, 0, 1, 1], '10': [2, 2, 2, 3, 3], '+Inf': [9, 9, 9, 4, 4] }),
    ['5:1 10:2 Infinity:1', undefined],
  ],
  [
    'a histogram that appears counts whole',
    [
      ...histogram(v2, { '5': [1, 1, 1, 1, 1], '+Inf': [1, 1, 1, 1, 1] }),
      ...histogram(v1, {
        '5': [undefined, undefined, undefined, 2, 2],
        '+Inf': [undefined, undefined, undefined, 3, 3],
      }),
    ],
    ['5:2 Infinity:1', undefined],
  ],
  [
    'empty buckets may be left out',
    [...histogram(v1, { '10': [1, 1, 1, 2, 3], '+Inf': [1, 1, 1, 2, 4] }), ...histogram(v1, old, otherPod)],
    ['5:3 10:4 Infinity:2', undefined],
  ],
  [
    'what the receiver measured is not added',
    [...histogram(v1, old), ...histogram(v1, old, { reporter: 'destination' })],
    ['5:3 10:2 Infinity:1', undefined],
  ],
  [
    'where a waypoint chooses it measures',
    [
      ...histogram(v1, old),
      ...histogram(
        v1,
        { '5': [0, 0, 0, 0, 4], '+Inf': [0, 0, 0, 0, 4] },
        { reporter: 'waypoint', labels: { pod: 'waypoint-a' } },
      ),
    ],
    ['5:4 Infinity:0', undefined],
  ],
])('%s', async (_, histories, expected) => {
  expect(await latency(histories)).toEqual({ versions: expected, warnings: [] });
});

describe('odd histograms', () => {
  test('without any the versions have none, and that is said', async () => {
    expect(await latency([counter(v1, [1, 1, 1, 2, 3])])).toEqual({
      versions: [undefined, undefined],
      warnings: [
        'metrics_missing: Response times by version: the metric store has no istio_request_duration_milliseconds for these hosts.',
      ],
    });
  });

  test.each([
    ['with the whole alone nothing can be told of times', { '+Inf': [1, 1, 1, 2, 3] }],
    [
      'without the whole it is not known how many took longer',
      { '5': [1, 1, 1, 2, 3], '10': [1, 1, 1, 2, 3] },
    ],
  ])('%s', async (_, bounds) => {
    expect(await latency([...histogram(v1, bounds), ...histogram(v2, old)])).toEqual({
      versions: [undefined, '5:3 10:2 Infinity:1'],
      warnings: [
        'metrics_incomplete: Response times by version: 1 histogram without the bucket of all requests, or with no other, had to be left out.',
      ],
    });
  });

  test('bounds that not all proxies have are left out', async () => {
    const fine = {
      '5': [0, 0, 0, 0, 1],
      '7': [0, 0, 0, 0, 2],
      '10': [0, 0, 0, 0, 3],
      '+Inf': [0, 0, 0, 0, 3],
    };
    expect(await latency([...histogram(v1, old), ...histogram(v1, fine, otherPod)])).toEqual({
      versions: ['5:4 10:4 Infinity:1', undefined],
      warnings: [
        'metrics_incomplete: Response times by version: 1 bound of buckets had to be left out, as not all proxies have them.',
      ],
    });
  });

  test('a bucket with fewer than the one below is raised', async () => {
    const odd = { '5': [0, 0, 0, 0, 4], '10': [0, 0, 0, 0, 2], '+Inf': [0, 0, 0, 0, 5] };
    expect(await latency(histogram(v1, odd))).toEqual({
      versions: ['5:4 10:0 Infinity:1', undefined],
      warnings: [
        'metrics_incomplete: Response times by version: 1 bucket with fewer requests than the one below had to be raised to it.',
      ],
    });
  });

  test('no numbers and values below zero are passed over', async () => {
    const odd = { '5': [1, 1, Number.NaN, 2, 2], '+Inf': [1, 1, -4, 2, 3] };
    expect(await latency(histogram(v1, odd))).toEqual({
      versions: ['5:1 Infinity:1', undefined],
      warnings: [
        'metrics_incomplete: Response times by version: 2 values of the counters, below zero or no numbers, had to be passed over.',
      ],
    });
  });

  test('a store that fails is a warning', async () => {
    const failure = new Error('The store is full.');
    const context = graphContext({ queryRange: () => Promise.reject(failure) });
    expect(await loadLatency(reviews, lastSlices(3), context)).toEqual({
      byVersion: [undefined, undefined],
      warnings: [
        {
          code: 'metrics_missing',
          source: 'prometheus',
          message: 'Response times by version could not be read: The store is full.',
        },
      ],
      failure,
    });
  });

  test('TCP has none, and nothing is asked', async () => {
    const context = historyContext([]);
    const tcp: Split = { ...reviews, protocol: 'tcp' };
    const { byVersion, warnings } = await loadLatency(tcp, lastSlices(3), context);
    expect([byVersion, warnings, context.asked]).toEqual([[undefined, undefined], [], []]);
  });
});
