import { describe, expect, test } from 'vitest';
import { type ChartLine, type Charts, chartsQuery, chartsSchema } from '#lib/contract/charts.ts';
import { graphQuery } from '#lib/contract/graph-query.ts';
import { loadCharts } from '#server/mesh/charts/load-charts.ts';
import { loadGraph } from '#server/mesh/graph/load-graph.ts';
import type { LoadContext, MetricSource, StoredExemplar } from '#server/sources/interface.ts';
import { createRecording } from '#server/sources/recording/recording.ts';
import { graphContext } from '#tests/support/graph-context.ts';

const nowSeconds = Date.UTC(2026, 10, 21, 12, 30) / 1000;
const sources = createRecording({ now: () => nowSeconds * 1000 });
const context: LoadContext = { sources, nowSeconds, signal: new AbortController().signal, version: 'test' };

const load = {
  workload: loadCharts('workload'),
  service: loadCharts('service'),
  application: loadCharts('application'),
};

async function ask(path: string, parameters: Record<string, string> = {}, given = context) {
  const [kind, namespace, name] = path.split('/');
  const loader = kind === 'service' || kind === 'application' ? load[kind] : load.workload;
  return loader(chartsQuery.parse({ namespace, name, range: '1h', ...parameters }), given);
}

const chartOf = ({ charts }: Charts, id: string) => charts.find((chart) => chart.id === id);
const linesOf = (data: Charts, id: string): readonly ChartLine[] => chartOf(data, id)?.lines ?? [];
const overall = (data: Charts, id: string) => linesOf(data, id)[0]?.overall ?? Number.NaN;

/** Of the graph of the same window: what each side counted into or out of a workload. */
async function graphFigures(namespace: string, name: string) {
  const query = graphQuery.parse({
    namespaces: namespace,
    range: '1h',
    type: 'workload',
    serviceNodes: 'false',
  });
  const { data } = await loadGraph(query, context);
  const id = `workload:Kubernetes/${namespace}/${name}`;
  const edges = data.edges.filter(({ source, target }) => source === id || target === id);
  const sum = (end: 'source' | 'target', side: 'source' | 'destination') =>
    edges
      .filter((edge) => edge[end] === id)
      .reduce((all, { reporters }) => all + (reporters?.[side]?.requestsPerSecond ?? 0), 0);
  return { inbound: sum('target', 'destination'), outbound: sum('source', 'source') };
}

describe('the recorded mesh', () => {
  test.each([
    'workload/bookinfo/reviews-v2',
    'service/shop/catalog',
    'application/bookinfo/ratings',
    'workload/shop/mysql',
  ])('the charts of %s are what the contract says', async (path) => {
    const { data, warnings } = await ask(path);
    expect(warnings).toEqual([]);
    expect(chartsSchema.safeParse(data).error).toBeUndefined();
    for (const { points } of data.charts.flatMap(({ lines }) => lines))
      expect(points).toHaveLength(data.grid.count);
  });

  test.each([
    ['bookinfo', 'reviews-v2'],
    ['shop', 'wordpress-v1'],
    ['shop', 'catalog-v1'],
  ])(
    'the volume of %s/%s is what each side counted in the graph of the same window',
    async (namespace, name) => {
      const figures = await graphFigures(namespace, name);
      const inbound = await ask(`workload/${namespace}/${name}`, { charts: 'requests' });
      const outbound = await ask(`workload/${namespace}/${name}`, {
        charts: 'requests',
        direction: 'outbound',
      });
      // The graph rounds to four digits.
      expect(Math.abs(overall(inbound.data, 'requests') / figures.inbound - 1)).toBeLessThan(1e-3);
      if (figures.outbound > 0)
        expect(Math.abs(overall(outbound.data, 'requests') / figures.outbound - 1)).toBeLessThan(1e-3);
      expect(figures.inbound).toBeGreaterThan(0);
    },
  );

  test('both reporters stand side by side, and their times are never one histogram', async () => {
    const both = await ask('workload/bookinfo/ratings-v1', {
      reporter: 'both',
      charts: 'duration',
      statistics: 'p95',
    });
    const lines = linesOf(both.data, 'duration');
    expect(lines.map(({ reporter }) => reporter)).toEqual(['destination', 'source']);
    for (const reporter of ['destination', 'source'] as const) {
      const alone = await ask('workload/bookinfo/ratings-v1', {
        reporter,
        charts: 'duration',
        statistics: 'p95',
      });
      expect(linesOf(alone.data, 'duration')).toEqual(lines.filter((line) => line.reporter === reporter));
    }
  });

  test('a workload whose own side reports nothing is told by the other, and it is said', async () => {
    const { data } = await ask('service/external/api');
    expect(data.reporters).toEqual(['source']);
    expect(data.reporterNote).toMatch(/^Counted by the callers’ proxies/);
  });

  test('charts of absent protocols say so and are not asked for', async () => {
    const { data } = await ask('workload/bookinfo/reviews-v2');
    expect(chartOf(data, 'tcpOpened')).toMatchObject({
      lines: [],
      queries: [],
      empty: 'No TCP connections in this time range.',
    });
    const tcp = await ask('workload/shop/mysql');
    expect(chartOf(tcp.data, 'requests')?.empty).toBe('No HTTP or gRPC requests in this time range.');
    expect(overall(tcp.data, 'tcpRequestBytes')).toBeGreaterThan(0);
  });

  test('errors of groups by answer are shares of all requests', async () => {
    const parameters = { groupBy: 'response_code', charts: 'errors,requests' };
    const { data } = await ask('workload/bookinfo/reviews-v2', parameters);
    const { data: whole } = await ask('workload/bookinfo/reviews-v2', { charts: 'errors' });
    const errors = linesOf(data, 'errors').filter(({ statistic }) => statistic === 'errors');
    const sum = errors.reduce((all, line) => all + (line.overall ?? 0), 0);
    expect(sum).toBeCloseTo(overall(whole, 'errors'), 6);
    expect(data.groups.map(({ values }) => values[0])).toContain('200');
  });

  test('a service sends nothing itself', async () => {
    await expect(ask('service/shop/catalog', { direction: 'outbound' })).rejects.toMatchObject({
      code: 'bad_parameter',
    });
  });

  test('a name that nothing is known of has charts that say so', async () => {
    const { data } = await ask('workload/shop/nothing');
    expect(data.charts.every(({ lines, empty }) => lines.length === 0 && empty !== undefined)).toBe(true);
  });
});

describe('as few queries as possible', () => {
  const counting = () => {
    const asked: string[] = [];
    const { metrics } = sources;
    const counted: MetricSource = {
      ...metrics,
      query: (query, at, signal) => {
        asked.push(query.selector.metric);
        return metrics.query(query, at, signal);
      },
      queryRange: (query, range, signal) => {
        asked.push(query.selector.metric);
        return metrics.queryRange(query, range, signal);
      },
    };
    return { asked, context: { ...context, sources: { ...sources, metrics: counted } } };
  };

  test.each([
    ['workload/bookinfo/reviews-v2', {}, 8],
    ['workload/bookinfo/reviews-v2', { statistics: 'mean,p50,p95,p99,p999' }, 9],
    ['workload/bookinfo/reviews-v2', { reporter: 'both', groupBy: 'response_code' }, 8],
    ['workload/bookinfo/reviews-v2', { charts: 'duration' }, 3],
    ['workload/shop/mysql', {}, 6],
    ['workload/shop/nothing', {}, 2],
  ])('%s %j takes %i', async (path, parameters, expected) => {
    const { asked, context: counted } = counting();
    await ask(path, parameters, counted);
    console.info(`${path} ${JSON.stringify(parameters)}: ${asked.length} queries`);
    expect(asked).toHaveLength(expected);
  });
});

describe('exemplars', () => {
  const given = (exemplars: MetricSource['exemplars']) => ({
    ...context,
    sources: { ...sources, metrics: { ...sources.metrics, exemplars } },
  });

  test('stand in the chart of the duration, the newest first, each with its trace where it has one', async () => {
    const stored: StoredExemplar[] = [
      { atMs: 1000, value: 12, labels: { traceID: 'abc' } },
      { atMs: 2000, value: 15, labels: {} },
    ];
    const { data } = await ask(
      'workload/bookinfo/reviews-v2',
      {},
      given(async () => stored),
    );
    expect(chartOf(data, 'duration')?.exemplars).toEqual([
      { atMs: 2000, value: 15 },
      { atMs: 1000, value: 12, traceId: 'abc' },
    ]);
    expect(chartOf(data, 'requests')?.exemplars).toEqual([]);
  });

  test('that cannot be read are a warning, and the lines are drawn', async () => {
    const failing = async () => {
      throw new Error('too slow');
    };
    const { data, warnings } = await ask('workload/bookinfo/reviews-v2', {}, given(failing));
    expect(warnings.map(({ code }) => code)).toEqual(['exemplars_missing']);
    expect(linesOf(data, 'duration').length).toBe(3);
  });
});

describe('sources that fail', () => {
  test('without metrics there is no answer, but the reason', async () => {
    const query = async () => {
      throw new Error('Prometheus does not answer');
    };
    await expect(ask('workload/shop/cart', {}, graphContext({ query }))).rejects.toThrow(
      'Prometheus does not answer',
    );
  });

  test('a measure that cannot be read is a warning, and its chart says what is missing', async () => {
    const { metrics } = sources;
    const failing: MetricSource = {
      ...metrics,
      queryRange: async (query, range) => {
        if (query.fn === 'bucketRates') throw new Error('too many samples');
        return metrics.queryRange(query, range);
      },
    };
    const given = { ...context, sources: { ...sources, metrics: failing } };
    const { data, warnings } = await ask(
      'workload/bookinfo/reviews-v2',
      { charts: 'requests,duration' },
      given,
    );
    expect(warnings.map(({ message }) => message)).toEqual([
      'Buckets of the response time, per second: too many samples',
    ]);
    expect(chartOf(data, 'duration')?.empty).toBe('Not read: buckets of the response time, per second.');
    expect(overall(data, 'requests')).toBeGreaterThan(0);
  });
});
