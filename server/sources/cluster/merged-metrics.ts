import type { SourceStatus } from '#lib/contract/status.ts';
import { messageOf, ViglaError } from '#server/errors.ts';
import { mergeSamples, mergeSeries } from '#server/metrics/merge-rows.ts';
import type { MetricAnswer, MetricQuery, Sample, Series } from '#server/metrics/query.ts';
import type { MetricSource } from '#server/sources/interface.ts';
import { averagesOf, quantilesOf, type RowKind } from './merged-figures.ts';

/** The store of one cluster. */
export type ClusterStore = { cluster: string; metrics: MetricSource };

/** How long a store that did not answer of late may hold up the others, in milliseconds. */
const shortPatienceMs = 2_000;

/**
 * The stores of all clusters as one: each counts what its own proxies report, so that equal rows add up; averages and
 * quantiles are made of the sums. A store that fails is a warning as long as another answers.
 */
export function createMergedMetrics(
  home: { name: () => Promise<string>; metrics: MetricSource },
  others: (signal: AbortSignal) => Promise<readonly ClusterStore[]>,
): MetricSource {
  const late = new WeakSet<MetricSource>();
  const never = new AbortController().signal;

  async function storesNow(signal: AbortSignal): Promise<ClusterStore[]> {
    return [{ cluster: await home.name(), metrics: home.metrics }, ...(await others(signal))];
  }

  async function askAll<Row>(
    ask: (metrics: MetricSource, signal: AbortSignal) => Promise<MetricAnswer<Row>>,
    signal: AbortSignal = never,
  ): Promise<MetricAnswer<Row>> {
    const stores = await storesNow(signal);
    const answers = await Promise.all(
      stores.map(async ({ cluster, metrics }) => {
        const inTime = late.has(metrics)
          ? AbortSignal.any([signal, AbortSignal.timeout(shortPatienceMs)])
          : signal;
        try {
          const answer = await ask(metrics, inTime);
          late.delete(metrics);
          return { isAnswered: true as const, ...answer, cluster };
        } catch (error) {
          if (signal.aborted || !(error instanceof ViglaError)) throw error;
          if (error.code !== 'bad_parameter') late.add(metrics);
          return { isAnswered: false as const, error, cluster };
        }
      }),
    );
    const answered = answers.filter((answer) => answer.isAnswered);
    const failed = answers.filter((answer) => !answer.isAnswered);
    const [first] = failed;
    if (answered.length === 0 && first !== undefined) throw first.error;
    return {
      rows: answered.flatMap(({ rows }) => rows),
      warnings: [
        ...answered.flatMap(({ warnings, cluster }) =>
          warnings.map((words) => `Cluster ${cluster}: ${words}`),
        ),
        ...failed.map(
          ({ cluster, error }) => `What cluster ${cluster} measured is missing: ${messageOf(error)}`,
        ),
      ],
    };
  }

  async function answer<Row extends Sample | Series>(
    asked: MetricQuery,
    kind: RowKind<Row>,
    ask: (query: MetricQuery) => Promise<MetricAnswer<Row>>,
  ): Promise<MetricAnswer<Row>> {
    const merged = async (query: MetricQuery) => {
      const { rows, warnings } = await ask(query);
      return { rows: kind.merge(rows), warnings };
    };
    if (asked.fn === 'quantile') {
      const { quantile, ...rest } = asked;
      const { rows, warnings } = await merged({ ...rest, fn: 'bucketRates' });
      return { rows: quantilesOf(rows, { quantile, kind }), warnings };
    }
    if (asked.fn === 'avg') {
      const part = (suffix: string) =>
        merged({
          ...asked,
          fn: 'rate',
          selector: { ...asked.selector, metric: `${asked.selector.metric}_${suffix}` },
        });
      const [sums, counts] = await Promise.all([part('sum'), part('count')]);
      return {
        rows: averagesOf(sums.rows, counts.rows, kind),
        warnings: [...new Set([...sums.warnings, ...counts.warnings])],
      };
    }
    return merged(asked);
  }

  const { promql, exemplars } = home.metrics;
  return {
    query: (query, atSeconds, signal) =>
      answer(query, samples, (part) =>
        askAll((store, inTime) => store.query(part, atSeconds, inTime), signal),
      ),
    queryRange: (query, range, signal) =>
      answer(query, series, (part) =>
        askAll((store, inTime) => store.queryRange(part, range, inTime), signal),
      ),
    ...(promql === undefined ? {} : { promql: (query) => promql.call(home.metrics, query) }),
    ...(exemplars === undefined
      ? {}
      : {
          exemplars: async (query, range, signal) => {
            const remembered = async (store: MetricSource, inTime: AbortSignal) => ({
              rows: (await store.exemplars?.(query, range, inTime)) ?? [],
              warnings: [],
            });
            return (await askAll(remembered, signal)).rows;
          },
        }),
    status: async () => statusOf(await storesNow(never)),
  };
}

const samples: RowKind<Sample> = {
  merge: mergeSamples,
  pointsOf: ({ value }) => [[0, value]],
  rowOf: (labels, points) => points.map(([, value]) => ({ labels, value })),
};
const series: RowKind<Series> = {
  merge: mergeSeries,
  pointsOf: ({ points }) => points,
  rowOf: (labels, points) => (points.length === 0 ? [] : [{ labels, points }]),
};

async function statusOf(stores: readonly ClusterStore[]): Promise<SourceStatus> {
  const asked = await Promise.all(
    stores.map(async ({ cluster, metrics }) => ({ cluster, status: await metrics.status() })),
  );
  const unwell = asked.filter(({ status }) => status.state !== 'ok');
  const [home] = asked;
  if (home === undefined || unwell.length === 0) return { ...home?.status, id: 'prometheus', state: 'ok' };
  const [first] = unwell;
  const isAllDown = asked.every(({ status }) => status.state === 'down' || status.state === 'absent');
  return {
    ...home.status,
    state: isAllDown ? 'down' : 'degraded',
    reason: unwell
      .map(({ cluster, status }) => `Cluster ${cluster}: ${status.reason ?? status.state}`)
      .join(' '),
    ...(first?.status.fix && { fix: first.status.fix }),
  };
}
