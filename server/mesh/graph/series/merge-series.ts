import type { GraphSeries } from '#lib/contract/graph-series.ts';
import type { Series, TimeRange } from '#server/metrics/query.ts';
import type { Reporter } from '../rows/edge-row.ts';
import type { CountedMeasure, SeriesFlow, SeriesRow } from './series-rows.ts';

type Curves = {
  flows: readonly SeriesFlow[];
  operation: string | undefined;
  /** Times by reporter. */
  p50: readonly Series[];
  p95: readonly Series[];
};

/** Of response times the receiver's word comes first, as in the graph: the network's share stays out. */
const byReceiver: readonly Reporter[] = ['destination', 'waypoint', 'source'];

/**
 * The curves of one edge or node. Each flow is counted as the reporter saw it that the graph believes; what is not known
 * at a point is absent.
 */
export function mergeSeries({ flows, operation, ...times }: Curves, range: TimeRange): GraphSeries['points'] {
  const requests = flows.flatMap((one) => requestRows(one, operation));
  const rates = sumByTime(requests);
  const errors = sumByTime(requests.filter(({ response }) => response.outcome === 'error'));
  const bytes = sumByTime(
    flows.flatMap((one) => [...rowsOf(one, 'bytesSent'), ...rowsOf(one, 'bytesReceived')]),
  );
  const p50 = sumByTime(oneReporter(times.p50));
  const p95 = sumByTime(oneReporter(times.p95));

  const points: GraphSeries['points'] = [];
  for (let at = range.startSeconds; at <= range.endSeconds; at += range.stepSeconds) {
    const responseTimes = { p50: finite(p50.get(at)), p95: finite(p95.get(at)) };
    const rate = rates.get(at);
    points.push({
      at,
      ...(rate === undefined ? {} : { requestsPerSecond: rate, errorsPerSecond: errors.get(at) ?? 0 }),
      ...(responseTimes.p50 === undefined && responseTimes.p95 === undefined
        ? {}
        : { responseTimeMs: withoutAbsent(responseTimes) }),
      ...(bytes.has(at) ? { bytesPerSecond: bytes.get(at) } : {}),
    });
  }
  return points;
}

function requestRows({ flow, rows }: SeriesFlow, operation: string | undefined): SeriesRow[] {
  return rows.filter(
    (row) =>
      row.measure === 'requests' &&
      row.reporter === flow.chosen &&
      (operation === undefined || row.operation === operation),
  );
}

/** Bytes may be known of one reporter only, where Telemetry settings leave them there. */
function rowsOf({ flow, rows }: SeriesFlow, measure: CountedMeasure): SeriesRow[] {
  const ofMeasure = rows.filter((row) => row.measure === measure);
  const order: readonly Reporter[] = [flow.chosen, ...byReceiver];
  const reporter = order.find((one) => ofMeasure.some((row) => row.reporter === one));
  return ofMeasure.filter((row) => row.reporter === reporter);
}

function oneReporter(series: readonly Series[]): readonly Series[] {
  const present = byReceiver.find((reporter) =>
    series.some(
      ({ labels, points }) => labels.reporter === reporter && points.some(([, value]) => value >= 0),
    ),
  );
  return series.filter(({ labels }) => labels.reporter === present);
}

function sumByTime(series: readonly Pick<Series, 'points'>[]): Map<number, number> {
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
