import { expect, test } from 'vitest';
import { meshMetricsQuery, meshMetricsSchema } from '#lib/contract/mesh-metrics.ts';
import { loadMeshMetrics } from '#server/mesh/control-plane/load-mesh-metrics.ts';
import type { MetricQuery, Series, TimeRange } from '#server/metrics/query.ts';
import { istiodReplicas } from '#tests/support/istiod-replicas.ts';
import { meshContext } from '#tests/support/mesh-context.ts';

const query = meshMetricsQuery.parse({ range: '10m' });
const istiod = istiodReplicas([{ replica: 'istiod-1', says: { metrics: 'pilot_xds{version="1.30"} 7' } }]);

/** A store that has series of some metrics, two points each. */
const storeOf =
  (labelsByMetric: Record<string, Record<string, string>[]>) =>
  async (asked: MetricQuery, { startSeconds, stepSeconds }: TimeRange) => {
    const rows: Series[] = (labelsByMetric[asked.selector.metric] ?? []).map((labels) => ({
      labels,
      points: [
        [startSeconds, 1],
        [startSeconds + 2 * stepSeconds, Number.NaN],
        [startSeconds + 3 * stepSeconds, 2],
      ],
    }));
    return { rows, warnings: [] };
  };

test('what the store has series of is a chart, with a gap where nothing was measured', async () => {
  const queryRange = storeOf({
    pilot_xds_pushes: [{ type: 'cds' }, { type: 'lds' }],
    pilot_proxy_convergence_time: [{}],
    process_resident_memory_bytes: [{ pod: 'istiod-1' }],
  });
  const { data, warnings } = await loadMeshMetrics(query, meshContext({ istiod, queryRange }));
  expect(meshMetricsSchema.parse(data)).toEqual(data);
  expect(data.histories.map(({ id, lines }) => [id, lines.map(({ name }) => name)])).toEqual([
    ['pushes', ['cds', 'lds']],
    ['convergence', ['p50', 'p95', 'p99']],
    ['memory', ['istiod-1']],
  ]);
  expect(data.histories[0]?.lines[0]?.points.slice(0, 5)).toEqual([1, null, null, 2, null]);
  expect(data.histories[0]?.lines[0]?.points).toHaveLength(data.grid.count);
  expect(data.notes).toEqual([
    expect.stringMatching(/^The metric store has no series for: What set off pushes, /),
  ]);
  expect(data.figures.find(({ id }) => id === 'proxies')?.value).toBe(7);
  expect(warnings).toEqual([]);
});

test('a store that does not scrape istiod says so, and the figures of now are there', async () => {
  const { data } = await loadMeshMetrics(query, meshContext({ istiod }));
  expect(data.histories).toEqual([]);
  expect(data.notes).toEqual([expect.stringContaining('15014')]);
  expect(data.figures.length).toBeGreaterThan(10);
});

test('a store that fails is one warning', async () => {
  const queryRange = () => Promise.reject(new Error('connection refused'));
  const { data, warnings } = await loadMeshMetrics(query, meshContext({ istiod, queryRange }));
  expect(data.histories).toEqual([]);
  expect(warnings).toEqual([
    { code: 'metrics_missing', source: 'prometheus', message: expect.stringContaining('connection refused') },
  ]);
});

test('without a way to istiod there are charts, but no figures', async () => {
  const queryRange = storeOf({ pilot_xds: [{ version: '1.30' }] });
  const { data, warnings } = await loadMeshMetrics(query, meshContext({ queryRange }));
  expect(data.figures).toEqual([]);
  expect(data.histories.map(({ id }) => id)).toEqual(['proxies']);
  expect(warnings.map(({ code }) => code)).toEqual(['istiod_missing']);
});
