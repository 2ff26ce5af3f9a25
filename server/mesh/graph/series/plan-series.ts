import type { Matcher, MetricQuery, TimeRange } from '#server/metrics/query.ts';

const mostPoints = 60;
/** Shorter windows hold too few scrapes for a rate. */
const shortestWindowSeconds = 60;

/** At most 60 points that end at `endSeconds`, in whole seconds. */
export function seriesRange(endSeconds: number, rangeSeconds: number): TimeRange {
  const stepSeconds = Math.max(1, Math.ceil(rangeSeconds / (mostPoints - 1)));
  const points = Math.floor(rangeSeconds / stepSeconds);
  return { startSeconds: endSeconds - points * stepSeconds, endSeconds, stepSeconds };
}

export type SeriesQueries = {
  requests: MetricQuery;
  p50: MetricQuery;
  p95: MetricQuery;
  sent: MetricQuery;
  received: MetricQuery;
};

/** The queries behind the curves of one edge or node, by reporter; each point averages over its step. */
export function planSeries(matchers: readonly Matcher[], stepSeconds: number): SeriesQueries {
  const windowSeconds = Math.max(stepSeconds, shortestWindowSeconds);
  const of = (metric: string) => ({ selector: { metric, matchers }, windowSeconds });
  const quantile = (value: number): MetricQuery => ({
    fn: 'quantile',
    quantile: value,
    ...of('istio_request_duration_milliseconds'),
    by: ['reporter'],
  });
  return {
    requests: {
      fn: 'rate',
      ...of('istio_requests_total'),
      by: ['reporter', 'request_protocol', 'response_code', 'grpc_response_status'],
    },
    p50: quantile(0.5),
    p95: quantile(0.95),
    sent: { fn: 'rate', ...of('istio_tcp_received_bytes_total'), by: ['reporter'] },
    received: { fn: 'rate', ...of('istio_tcp_sent_bytes_total'), by: ['reporter'] },
  };
}
