import type { Answer, Warning } from '#lib/contract/envelope.ts';
import type { GraphSeriesQuery } from '#lib/contract/graph-query.ts';
import type { GraphSeries } from '#lib/contract/graph-series.ts';
import { messageOf } from '#server/errors.ts';
import { windowEnd } from '#server/mesh/window-end.ts';
import { toPromQL } from '#server/metrics/promql.ts';
import type { Matcher, MetricQuery, Series } from '#server/metrics/query.ts';
import type { LoadContext } from '#server/sources/interface.ts';
import { loadBehindServices } from './load-behind-services.ts';
import { mergeSeries } from './series/merge-series.ts';
import { planSeries, type SeriesQueries, seriesRange } from './series/plan-series.ts';
import { seriesSubject } from './series/series-subject.ts';

const titles: Record<keyof SeriesQueries, string> = {
  requests: 'Requests per second, by reporter and answer',
  p50: 'Median response time in milliseconds, by reporter',
  p95: '95th percentile of the response time in milliseconds, by reporter',
  sent: 'Bytes per second that the caller sends, by reporter',
  received: 'Bytes per second that the caller receives, by reporter',
};
const requestCurves = ['requests', 'p50', 'p95'] as const;
const byteCurves = ['sent', 'received'] as const;

/**
 * Rate, errors, response time and bytes of one edge or node over the range, at most 60 points, oldest first. Throws
 * `bad_parameter` for an id of no known shape, and the source's error when nothing could be read.
 */
export async function loadGraphSeries(
  query: GraphSeriesQuery,
  context: LoadContext,
): Promise<Answer<GraphSeries>> {
  const behind = await loadBehindServices(context);
  const subject = seriesSubject(query, behind);
  const endSeconds = windowEnd(query.at, context.nowSeconds);
  const range = seriesRange(endSeconds, query.range);
  const curves = curvesOf(subject.protocol);

  const ask = async (matchers: readonly Matcher[]) => {
    const planned = planSeries(matchers, range.stepSeconds);
    const read = await Promise.all(curves.map((curve) => readCurve(curve, planned[curve])));
    return { planned, read };
  };
  const readCurve = async (curve: keyof SeriesQueries, metricQuery: MetricQuery) => {
    try {
      const { rows, warnings } = await context.sources.metrics.queryRange(metricQuery, range, context.signal);
      return { curve, rows, warnings };
    } catch (error) {
      return { curve, error };
    }
  };

  let { planned, read } = await ask(subject.matchers);
  const isEmpty = read.every((one) => one.rows !== undefined && one.rows.length === 0);
  if (isEmpty && subject.otherwise !== undefined) ({ planned, read } = await ask(subject.otherwise));
  const failed = read.filter((one) => one.rows === undefined);
  if (failed.length === read.length) throw failed[0]?.error;

  const rows: Partial<Record<keyof SeriesQueries, readonly Series[]>> = {};
  for (const one of read) if (one.rows !== undefined) rows[one.curve] = one.rows;
  return {
    data: {
      stepSeconds: range.stepSeconds,
      points: mergeSeries(rows, range),
      queries: curves.map((curve) => ({ title: titles[curve], promql: toPromQL(planned[curve]) })),
    },
    warnings: read.flatMap((one) =>
      one.rows === undefined
        ? [warning('metrics_missing', `${titles[one.curve]}: ${messageOf(one.error)}`)]
        : one.warnings.map((text) => warning('metrics_incomplete', `${titles[one.curve]}: ${text}`)),
    ),
  };
}

/** Of an edge only the curves of its protocol; a node may have both. */
function curvesOf(protocol: string | undefined): readonly (keyof SeriesQueries)[] {
  if (protocol === undefined) return [...requestCurves, ...byteCurves];
  return protocol === 'tcp' ? byteCurves : requestCurves;
}

function warning(code: string, message: string): Warning {
  return { code, source: 'prometheus', message };
}
