import { expect, test } from 'vitest';
import { keptCounters, keptGauges } from '#server/mesh/snapshot/snapshot-metrics.ts';
import type { MetricQuery } from '#server/metrics/query.ts';
import type { Sources } from '#server/sources/interface.ts';
import { askSources } from '#tests/support/ask-sources.ts';
import { demoSources } from '#tests/support/demo-snapshot.ts';

/** What a function reads of a histogram. */
const suffixes: Partial<Record<MetricQuery['fn'], readonly string[]>> = {
  quantile: ['_bucket'],
  buckets: ['_bucket'],
  bucketRates: ['_bucket'],
  avg: ['_sum', '_count'],
};

const asking: readonly [route: string, address: string][] = [
  ['/api/graph', '/api/graph?include=latency,throughput,messages'],
  ['/api/graph/series', '/api/graph/series?node=service:Kubernetes/bookinfo/reviews&range=15m'],
  ['/api/namespaces', '/api/namespaces?include=series'],
  ['/api/workloads', '/api/workloads?include=latency'],
  ['/api/workloads/{namespace}/{name}/metrics', '/api/workloads/shop/mysql/metrics?statistics=mean,p50,p95'],
  ['/api/services/{namespace}/{name}/metrics', '/api/services/bookinfo/reviews/metrics?statistics=mean,p99'],
  ['/api/mesh/metrics', '/api/mesh/metrics?range=15m'],
  ['/api/canaries', '/api/canaries'],
  ['/api/canaries/{kind}/{namespace}/{name}/{route}', '/api/canaries/httproute/shop/catalog-mesh/1'],
  ['/api/traces/{id}', '/api/traces/1151a0c15983ddc1da141803044f05df'],
];

test('every metric that pages ask for is kept', { timeout: 60_000 }, async () => {
  const asked = new Set<string>();
  const note = ({ fn, selector }: MetricQuery) => {
    for (const suffix of suffixes[fn] ?? ['']) asked.add(selector.metric + suffix);
  };
  const sources = demoSources();
  const metrics: Sources['metrics'] = {
    ...sources.metrics,
    query: (query, ...rest) => {
      note(query);
      return sources.metrics.query(query, ...rest);
    },
    queryRange: (query, ...rest) => {
      note(query);
      return sources.metrics.queryRange(query, ...rest);
    },
  };
  for (const [route, address] of asking)
    expect((await askSources({ ...sources, metrics }, route, address)).status).toBe(200);
  const kept = new Set([...keptCounters, ...keptGauges].map(({ metric }) => metric));
  const missing = [...asked].filter((metric) => !kept.has(metric));
  console.info(`${asked.size} metrics asked for, ${missing.length} not kept`);
  expect(asked.size).toBeGreaterThan(15);
  expect(missing).toEqual([]);
});
