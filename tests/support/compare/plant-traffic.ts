import type { LineOf } from '#lib/snapshot/parts.ts';

type SeriesLine = LineOf<'series'>;
type Series = SeriesLine['series'][number];
type Plant = { metric: RegExp; from: string; to: string; change: (series: Series) => Series[] };

const all = /^istio_/;

/** What the traffic of the earlier snapshot has otherwise; each edge by the workloads that it joins. */
const plants: readonly Plant[] = [
  // Three times as many requests.
  { metric: all, from: 'storefront-v1', to: 'wordpress-v1', change: (series) => [scaled(series, 3)] },
  // Three of ten failed.
  { metric: all, from: 'storefront-v1', to: 'checkout', change: failing },
  // Nothing yet.
  { metric: /^istio_request/, from: 'wordpress-v1', to: 'reports', change: () => [] },
  // In plain text.
  { metric: all, from: 'storefront-istio', to: 'storefront-v2', change: inPlainText },
  // Slower.
  { metric: /duration_milliseconds_bucket$/, from: 'storefront-istio', to: 'storefront-v1', change: slower },
  // Four times as many bytes.
  { metric: /^istio_tcp/, from: 'wordpress-v1', to: 'redis', change: (series) => [scaled(series, 4)] },
  // Too little to count as a change.
  { metric: all, from: 'storefront-v2', to: 'checkout', change: (series) => [scaled(series, 1.05)] },
  { metric: /^istio_tcp/, from: 'ratings-v1', to: 'mongodb-v1', change: (series) => [scaled(series, 1.2)] },
  // A caller that calls no more.
  {
    metric: all,
    from: 'storefront-v2',
    to: 'wordpress-v1',
    change: (series) => [series, relabelled(series, crawlerLabels)],
  },
];

const crawlerLabels = {
  source_workload: 'crawler',
  source_workload_namespace: 'external',
  source_app: 'crawler',
  source_canonical_service: 'crawler',
  source_version: 'v1',
  source_canonical_revision: 'v1',
};

/** Series of the earlier snapshot for those of the later one. */
export function plantTraffic(line: SeriesLine): SeriesLine {
  return {
    ...line,
    series: line.series.flatMap((series) => {
      const plant = plants.find(
        ({ metric, from, to }) =>
          metric.test(line.metric) &&
          series.labels.source_workload === from &&
          series.labels.destination_workload === to,
      );
      return plant === undefined ? [series] : plant.change(series);
    }),
  };
}

function scaled(series: Series, factor: number): Series {
  return {
    ...series,
    ...(series.growth === undefined ? {} : { growth: series.growth.map((growth) => growth * factor) }),
  };
}

function relabelled(series: Series, labels: Record<string, string>): Series {
  return { ...series, labels: { ...series.labels, ...labels } };
}

function failing(series: Series): Series[] {
  if (series.labels.response_code !== '200') return [series];
  return [scaled(series, 0.7), relabelled(scaled(series, 0.3), { response_code: '500' })];
}

function inPlainText(series: Series): Series[] {
  return series.labels.connection_security_policy === 'mutual_tls'
    ? [relabelled(series, { connection_security_policy: 'none' })]
    : [series];
}

function slower(series: Series): Series[] {
  return [Number(series.labels.le) <= 250 ? scaled(series, 0) : series];
}
