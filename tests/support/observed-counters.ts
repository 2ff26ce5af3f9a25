import { expect } from 'vitest';
import { loadObservations } from '#server/mesh/canary/observed/load-observations.ts';
import type { Observation } from '#server/mesh/canary/observed.ts';
import type { Split } from '#server/mesh/canary/split.ts';
import { type CounterHistory, historyContext, lastSlices } from './counter-history.ts';
import { serviceSplit } from './service-split.ts';
import { type Party, requests, workload } from './telemetry.ts';

export const reviews = serviceSplit('bookinfo/reviews', {
  v1: { workloads: ['reviews-v1'] },
  v2: { workloads: ['reviews-v2'] },
});
export const [v1, v2] = [workload('bookinfo/reviews-v1'), workload('bookinfo/reviews-v2')];
const productpage = workload('bookinfo/productpage-v1');

type Given = {
  reporter?: 'source' | 'destination' | 'waypoint';
  from?: Party;
  service?: string;
  code?: string;
  flags?: string;
  labels?: Record<string, string>;
};

/** A counter of requests of one pod; times are those of `lastSlices`, with one before as the baseline. */
export function counter(to: Party, values: CounterHistory['values'], given: Given = {}): CounterHistory {
  const { labels } = requests({
    reporter: 'source',
    from: productpage,
    service: 'bookinfo/reviews',
    ...given,
    to,
    labels: { pod: 'productpage-a', ...given.labels },
    value: 0,
  });
  return { labels, values };
}

/** A counter of the mesh that shows that the store was there. */
export const others = counter(workload('shop/redis'), [1, 1, 1, 1, 1], { service: 'shop/redis' });

export async function observe(
  histories: readonly CounterHistory[],
  split: Split = reviews,
): Promise<Observation> {
  const { bySplit, warnings } = await loadObservations([split], lastSlices(3), historyContext(histories));
  expect(warnings).toEqual([]);
  const observation = bySplit.get(split);
  if (observation === undefined) throw new Error('the split was not observed');
  return observation;
}

/** `<namespace>/<workload>`: counts by slice and version. */
export function requestsOf({ sources }: Observation) {
  return Object.fromEntries(
    sources.map(({ namespace, workload: name, requests: counts }) => [`${namespace}/${name}`, counts]),
  );
}

export const source = 'bookinfo/productpage-v1';
