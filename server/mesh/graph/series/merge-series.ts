import type { GraphSeries } from '#lib/contract/graph-series.ts';
import type { Series, TimeRange } from '#server/metrics/query.ts';
import { responseOf } from '../rows/response-of.ts';
import type { SeriesQueries } from './plan-series.ts';

type Answers = Readonly<Partial<Record<keyof SeriesQueries, readonly Series[]>>>;

/** Who is believed first: of requests and bytes the caller, of times the receiver, as in the graph itself. */
const byCaller = ['source', 'waypoint', 'destination'];
const byReceiver = ['destination', 'waypoint', 'source'];

/** The curves of one edge or node. Each takes one reporter's word for the whole window; what is not known is absent. */
export function mergeSeries(answers: Answers, range: TimeRange): GraphSeries['points'] {
  const requests = oneReporter(answers.requests, byCaller);
  const rates = sumByTime(requests);
  const errors = sumByTime(requests.filter(isError));
  const p50 = sumByTime(oneReporter(answers.p50, byReceiver));
  const p95 = sumByTime(oneReporter(answers.p95, byReceiver));
  const bytes = sumByTime([
    ...oneReporter(answers.sent, byCaller),
    ...oneReporter(answers.received, byCaller),
  ]);

  const points: GraphSeries['points'] = [];
  for (let at = range.startSeconds; at <= range.endSeconds; at += range.stepSeconds) {
    const times = { p50: finite(p50.get(at)), p95: finite(p95.get(at)) };
    const rate = rates.get(at);
    points.push({
      at,
      ...(rate === undefined ? {} : { requestsPerSecond: rate, errorsPerSecond: errors.get(at) ?? 0 }),
      ...(times.p50 === undefined && times.p95 === undefined ? {} : { responseTimeMs: withoutAbsent(times) }),
      ...(bytes.has(at) ? { bytesPerSecond: bytes.get(at) } : {}),
    });
  }
  return points;
}

function oneReporter(series: readonly Series[] = [], order: readonly string[]): readonly Series[] {
  const moving = (reporter: string) =>
    series.filter(
      ({ labels, points }) => labels.reporter === reporter && points.some(([, value]) => value > 0),
    );
  const best = order.find((reporter) => moving(reporter).length > 0);
  const present = best ?? order.find((reporter) => series.some(({ labels }) => labels.reporter === reporter));
  return series.filter(({ labels }) => labels.reporter === present);
}

function isError({ labels }: Series): boolean {
  const protocol = labels.request_protocol === 'grpc' ? 'grpc' : 'http';
  const response = responseOf(protocol, {
    code: labels.response_code ?? '',
    grpcStatus: labels.grpc_response_status ?? '',
    flags: '',
  });
  return response.outcome === 'error';
}

function sumByTime(series: readonly Series[]): Map<number, number> {
  const sums = new Map<number, number>();
  for (const { points } of series)
    for (const [at, value] of points) sums.set(at, (sums.get(at) ?? 0) + value);
  return sums;
}

function finite(value: number | undefined): number | undefined {
  return value !== undefined && Number.isFinite(value) ? value : undefined;
}

function withoutAbsent({ p50, p95 }: { p50: number | undefined; p95: number | undefined }) {
  return { ...(p50 === undefined ? {} : { p50 }), ...(p95 === undefined ? {} : { p95 }) };
}
