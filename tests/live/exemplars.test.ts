import { expect, test } from 'vitest';
import { chartsQuery } from '#lib/contract/charts.ts';
import { loadCharts } from '#server/mesh/charts/load-charts.ts';
import type { LoadContext } from '#server/sources/interface.ts';
import { createPrometheus } from '#server/sources/prometheus/prometheus.ts';
import { graphContext } from '#tests/support/graph-context.ts';
import { startServer } from '#tests/support/local-server.ts';
import { startPrometheus } from '#tests/support/prometheus.ts';
import { requests, workload } from '#tests/support/telemetry.ts';
import { waitUntil } from '#tests/support/wait-until.ts';

const { labels } = requests({
  reporter: 'destination',
  from: workload('shop/web-v1'),
  to: workload('shop/cart-v1'),
  service: 'shop/cart',
  value: 1,
});
const text = Object.entries(labels)
  .map(([name, value]) => `${name}="${value}"`)
  .join(',');

/** A proxy that remembers a trace beside its histogram. */
function exposition(count: number): string {
  const name = 'istio_request_duration_milliseconds';
  return [
    '# TYPE istio_requests counter',
    `istio_requests_total{${text}} ${count}`,
    `# TYPE ${name} histogram`,
    `${name}_bucket{${text},le="25"} ${count} # {trace_id="4bf92f3577b34da6"} 12.5`,
    `${name}_bucket{${text},le="+Inf"} ${count}`,
    `${name}_sum{${text}} ${count * 12}`,
    `${name}_count{${text}} ${count}`,
    '# EOF\n',
  ].join('\n');
}

test('exemplars of a real Prometheus stand in the chart with their trace', async () => {
  const proxy = await startServer((response) => {
    response.writeHead(200, { 'content-type': 'application/openmetrics-text; version=1.0.0; charset=utf-8' });
    response.end(exposition(proxy.received.length * 10));
  });
  const server = await startPrometheus({ targets: [`${proxy.url}/metrics`], features: ['exemplar-storage'] });
  try {
    // The chart ends at a whole step, and what was scraped after it is not in the chart yet.
    await waitUntil(() => proxy.received.length >= 12, { what: 'twelve scrapes', withinMs: 40_000 });
    const nowSeconds = Math.ceil(Date.now() / 1000);
    const bare = graphContext();
    const metrics = createPrometheus({ url: server.url, timeoutMs: 20_000 });
    const context: LoadContext = { ...bare, nowSeconds, sources: { ...bare.sources, metrics } };
    const query = { namespace: 'shop', name: 'cart-v1', charts: 'duration', range: '2m' };
    const { data, warnings } = await loadCharts('workload')(chartsQuery.parse(query), context);
    expect(warnings).toEqual([]);
    expect(data.charts[0]?.exemplars[0]).toMatchObject({ value: 12.5, traceId: '4bf92f3577b34da6' });
  } finally {
    await server.stop();
    await proxy.stop();
  }
});
