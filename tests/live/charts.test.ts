import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Charts, chartsQuery } from '#lib/contract/charts.ts';
import { loadCharts } from '#server/mesh/charts/load-charts.ts';
import type { LoadContext } from '#server/sources/interface.ts';
import { createPrometheus } from '#server/sources/prometheus/prometheus.ts';
import { createRecording } from '#server/sources/recording/recording.ts';
import { exporterHistory } from '#tests/support/exporter-history.ts';
import { type PrometheusServer, startPrometheus } from '#tests/support/prometheus.ts';

// Twenty minutes of the demo's exporter, scraped every 15 s; the charts look at the last ten, windows included.
const nowSeconds = Date.UTC(2026, 10, 21, 12) / 1000;
const scrapeSeconds = 15;
const scrapes = 1200 / scrapeSeconds + 1;

const recording = createRecording({ now: () => nowSeconds * 1000 });
const signal = new AbortController().signal;
const fromMemory: LoadContext = { sources: recording, nowSeconds, signal, version: 'test' };
let fromPrometheus: LoadContext;
let server: PrometheusServer | undefined;

beforeAll(async () => {
  const atSeconds = Array.from({ length: scrapes }, (_, index) => nowSeconds - 1200 + index * scrapeSeconds);
  server = await startPrometheus({ backfill: exporterHistory(atSeconds) });
  const metrics = createPrometheus({ url: server.url, timeoutMs: 20_000 });
  fromPrometheus = { ...fromMemory, sources: { ...recording, metrics } };
}, 120_000);
afterAll(() => server?.stop());

type Value = number | null | undefined;

/** Between two scrapes a store interpolates, so a point may differ by a little of its value. */
const isNear = (one: Value, other: Value) =>
  one === other ||
  (typeof one === 'number' &&
    typeof other === 'number' &&
    Math.abs(one - other) <= Math.max(1e-6, 1e-6 * Math.abs(one)));

/** Lines by name, and where two answers differ. */
function differences(ours: Charts, real: Charts): string[] {
  const found: string[] = [];
  for (const [place, chart] of ours.charts.entries()) {
    const other = real.charts[place]?.lines ?? [];
    if (other.length !== chart.lines.length)
      found.push(`${chart.id}: ${chart.lines.length} lines, ${other.length}`);
    for (const [index, line] of chart.lines.entries()) {
      const name = `${chart.id} ${line.group} ${line.reporter} ${line.statistic ?? ''}`;
      const twin = other[index];
      if (twin === undefined || twin.group !== line.group || twin.statistic !== line.statistic)
        found.push(name);
      else if (!isNear(line.overall, twin.overall)) found.push(`${name}: ${line.overall}, ${twin.overall}`);
      else
        for (const [at, value] of line.points.entries())
          if (!isNear(value, twin.points[at])) found.push(`${name} at ${at}: ${value}, ${twin.points[at]}`);
    }
  }
  return found;
}

describe('the same charts come from memory and from a real Prometheus', () => {
  test.each<[string, Record<string, string>, ReturnType<typeof loadCharts>]>([
    ['reviews-v2', { namespace: 'bookinfo', statistics: 'mean,p50,p95,p99,p999' }, loadCharts('workload')],
    ['reviews-v2', { namespace: 'bookinfo', groupBy: 'response_code' }, loadCharts('workload')],
    [
      'reviews-v2',
      { namespace: 'bookinfo', direction: 'outbound', reporter: 'both' },
      loadCharts('workload'),
    ],
    ['catalog', { namespace: 'shop', groupBy: 'source_workload,response_code' }, loadCharts('service')],
    ['mysql', { namespace: 'shop', groupBy: 'source_workload' }, loadCharts('workload')],
    [
      'reviews',
      { namespace: 'bookinfo', groupBy: 'destination_workload', reporter: 'source' },
      loadCharts('application'),
    ],
    ['api', { namespace: 'external' }, loadCharts('service')],
  ])('%s %j', async (name, parameters, load) => {
    const query = chartsQuery.parse({ name, range: '10m', ...parameters });
    const ours = await load(query, fromMemory);
    const real = await load(query, fromPrometheus);
    expect(real.warnings).toEqual([]);
    const { labels: _labels, charts: _charts, ...frame } = ours.data;
    expect(real.data).toMatchObject(frame);
    expect(ours.data.charts.flatMap(({ lines }) => lines).length).toBeGreaterThan(0);
    expect(differences(ours.data, real.data)).toEqual([]);
  });

  test('labels are those of the store: also what a scrape adds', async () => {
    const query = chartsQuery.parse({ namespace: 'bookinfo', name: 'reviews-v2', range: '10m' });
    const { data: ours } = await loadCharts('workload')(query, fromMemory);
    const { data: real } = await loadCharts('workload')(query, fromPrometheus);
    expect(real.labels).toEqual(expect.arrayContaining(ours.labels));
  });

  test('a quantile that the store computes itself is that of the line', async () => {
    const query = chartsQuery.parse({
      namespace: 'bookinfo',
      name: 'reviews-v2',
      range: '10m',
      charts: 'duration',
    });
    const { data } = await loadCharts('workload')(query, fromPrometheus);
    const [chart] = data.charts;
    const at = data.grid.startSeconds + (data.grid.count - 1) * data.grid.stepSeconds;
    for (const { title, promql } of chart?.queries ?? []) {
      const answer = await fetch(
        `${server?.url}/api/v1/query?${new URLSearchParams({ query: promql, time: String(at) })}`,
      );
      const line = chart?.lines.find(({ statistic }) => statistic === title);
      const told = Number(/"value":\[[\d.]+,"([^"]+)"\]/.exec(await answer.text())?.[1]);
      expect(isNear(line?.points.at(-1), told)).toBe(true);
    }
    expect(chart?.queries.map(({ title }) => title)).toEqual(['p50', 'p95', 'p99']);
  });
});
