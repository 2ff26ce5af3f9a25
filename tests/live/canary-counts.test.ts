import { afterAll, beforeAll, expect, test } from 'vitest';
import { loadLatency } from '#server/mesh/canary/observed/load-latency.ts';
import { loadObservations } from '#server/mesh/canary/observed/load-observations.ts';
import type { Observation } from '#server/mesh/canary/observed.ts';
import { createPrometheus } from '#server/sources/prometheus/prometheus.ts';
import { graphContext } from '#tests/support/graph-context.ts';
import { reviews, v1, v2 } from '#tests/support/observed-counters.ts';
import { type PrometheusServer, startPrometheus } from '#tests/support/prometheus.ts';
import { type RequestExporter, startRequestExporter } from '#tests/support/request-exporter.ts';
import { type Party, workload } from '#tests/support/telemetry.ts';
import { waitUntil } from '#tests/support/wait-until.ts';

// Scrapes at their own moments, each second, while counters grow, begin anew and are away for a while.
const callers = { page: workload('bookinfo/productpage-v1'), gateway: workload('istio-system/gateway-v1') };
const exporters: RequestExporter[] = [];
let prometheus: PrometheusServer | undefined;
let observation: Observation;
let slow: (number | undefined)[];

/** What was really sent once the store knew the processes, by caller and version. */
const sent = new Map<string, number>();

function send(exporter: RequestExporter, given: { from: Party; to: Party; count: number; code?: string }) {
  exporter.count(given);
  const { from, to, count, code = '200' } = given;
  const key = `${from.namespace}/${from.workload} ${to.version} ${code}`;
  sent.set(key, (sent.get(key) ?? 0) + count);
}

/** Until every exporter has been read at least once since. */
async function scraped(): Promise<void> {
  const before = exporters.map((exporter) => exporter.scrapes());
  await waitUntil(
    () => exporters.every((exporter, index) => exporter.scrapes() >= (before[index] ?? 0) + 2),
    {
      what: 'two scrapes of each exporter',
      withinMs: 30_000,
    },
  );
}

beforeAll(async () => {
  const [podA, podB] = [await startRequestExporter(), await startRequestExporter()];
  exporters.push(podA, podB);
  const { page, gateway } = callers;
  podA.count({ from: page, to: v1, count: 10_000 });
  podB.count({ from: gateway, to: v1, count: 500 });
  prometheus = await startPrometheus({ targets: exporters.map(({ url }) => `${url}/metrics`) });
  await scraped();
  const fromSeconds = Math.ceil(Date.now() / 1000) + 1;
  await waitUntil(() => Date.now() / 1000 > fromSeconds + 1, { what: 'the window begins', withinMs: 10_000 });

  send(podA, { from: page, to: v1, count: 70 });
  send(podA, { from: page, to: v2, count: 30 });
  send(podB, { from: gateway, to: v1, count: 9 });
  await scraped();
  send(podA, { from: page, to: v1, count: 7 });
  await scraped();
  podA.restart();
  send(podA, { from: page, to: v1, count: 11 });
  send(podA, { from: page, to: v2, count: 5 });
  send(podA, { from: page, to: v2, count: 3, code: '500' });
  podB.fail(true);
  send(podB, { from: gateway, to: v1, count: 4 });
  await scraped();
  send(podB, { from: gateway, to: v2, count: 2 });
  podA.restart();
  await scraped();
  podB.fail(false);
  send(podA, { from: page, to: v1, count: 1 });
  await scraped();

  const toSeconds = Math.ceil(Date.now() / 1000) + 1;
  const context = graphContext();
  const metrics = createPrometheus({ url: prometheus.url, timeoutMs: 20_000 });
  const live = { ...context, sources: { ...context.sources, metrics }, nowSeconds: toSeconds };
  const time = { fromSeconds, toSeconds, stepSeconds: 1 };
  const { bySplit, warnings } = await loadObservations([reviews], time, live);
  expect(warnings).toEqual([]);
  const found = bySplit.get(reviews);
  if (found === undefined) throw new Error('the split was not observed');
  observation = found;
  const latency = await loadLatency(reviews, time, live);
  expect(latency.warnings).toEqual([]);
  slow = latency.byVersion.map((buckets) => buckets?.reduce((sum, { count }) => sum + count, 0));
}, 120_000);

afterAll(async () => {
  await prometheus?.stop();
  for (const exporter of exporters) await exporter.stop();
});

function counted(): Map<string, number> {
  const counts = new Map<string, number>();
  const add = (key: string, count: number) => {
    if (count > 0) counts.set(key, (counts.get(key) ?? 0) + count);
  };
  for (const { namespace, workload: name, requests, failures } of observation.sources)
    for (const [slice, byVersion] of requests.entries())
      for (const [version, count] of byVersion.entries()) {
        const failed = failures[slice]?.application[version] ?? 0;
        const key = `${namespace}/${name} ${reviews.versions[version]?.name}`;
        add(`${key} 500`, failed);
        add(`${key} 200`, count - failed);
      }
  return counts;
}

test('every request is counted once, through restarts and lost scrapes', () => {
  const found = counted();
  const missing = [...sent].filter(([key, count]) => found.get(key) !== count);
  const extra = [...found].filter(([key]) => !sent.has(key));
  const total = [...sent.values()].reduce((sum, count) => sum + count, 0);
  console.log(`${total} requests in ${sent.size} counts; ${missing.length} missing, ${extra.length} extra`);
  expect(sent.size).toBe(5);
  expect([...found].sort()).toEqual([...sent].sort());
  expect(observation.notes).toEqual([]);
});

test('response times are those of the same requests', () => {
  const byVersion = reviews.versions.map(({ name }) =>
    [...sent].reduce((sum, [key, count]) => sum + (key.split(' ')[1] === name ? count : 0), 0),
  );
  console.log(`response times of ${slow.join(' + ')} requests; sent ${byVersion.join(' + ')}`);
  expect(slow).toEqual(byVersion);
});
