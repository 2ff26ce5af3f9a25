import type { Answer, Warning } from '#lib/contract/envelope.ts';
import type { GraphSeriesQuery } from '#lib/contract/graph-query.ts';
import type { GraphSeries } from '#lib/contract/graph-series.ts';
import { messageOf } from '#server/errors.ts';
import { windowEnd } from '#server/mesh/window-end.ts';
import { toPromQL } from '#server/metrics/promql.ts';
import type { MetricQuery, Series, TimeRange } from '#server/metrics/query.ts';
import type { LoadContext } from '#server/sources/interface.ts';
import type { GraphFacts } from './facts/graph-facts.ts';
import { loadSeriesFacts } from './load-series-facts.ts';
import { namespaceSelector } from './plan/namespace-selector.ts';
import { mergeSeries } from './series/merge-series.ts';
import { namespacesToAsk } from './series/namespaces-to-ask.ts';
import { ownFlows } from './series/own-flows.ts';
import { planSeries, rateWindowSeconds, type SeriesQueries, seriesRange } from './series/plan-series.ts';
import { seriesFlows } from './series/series-rows.ts';
import { type SeriesSubject, type SubjectView, seriesSubject } from './series/series-subject.ts';
import { namespaceLabels, namespacesWithoutObject, refuseUnreported } from './unknown-namespaces.ts';

type Curve = keyof SeriesQueries;

const titles: Record<Curve, string> = {
  requests: 'Requests per second, by pair of workloads, reporter and answer',
  p50: 'Median response time in milliseconds, by reporter',
  p95: '95th percentile of the response time in milliseconds, by reporter',
  bytesSent: 'Bytes per second that callers send, by pair of workloads and reporter',
  bytesReceived: 'Bytes per second that callers receive, by pair of workloads and reporter',
  connectionsOpened: 'Connections opened per second, by pair of workloads and reporter',
};
const requestCurves = ['requests', 'p50', 'p95'] as const;
const byteCurves = ['bytesSent', 'bytesReceived'] as const;

/**
 * Rate, errors, response time and bytes of one edge or node over the range, at most 60 points, oldest first; they are
 * taken from the reporters that the graph believes. Throws `bad_parameter` for an id of no known shape and for a time to
 * come, `unknown_namespace` as the graph does, and the source's error when nothing could be read.
 */
export async function loadGraphSeries(
  query: GraphSeriesQuery,
  context: LoadContext,
): Promise<Answer<GraphSeries>> {
  const range = seriesRange(windowEnd(query.at, context.nowSeconds), query.range);
  const { facts, behind, warnings } = await loadSeriesFacts(context);
  const subject = seriesSubject(query, behind);
  await refuseUnknownNamespaces({ query, facts, range }, context);

  const ask = async (view: SubjectView) => {
    const namespaces = namespacesToAsk(query.namespaces, { view, behind });
    const windowSeconds = rateWindowSeconds(range.stepSeconds, query.range);
    const byOperation = query.operations || subject.operation !== undefined;
    const planned = planSeries({ subject, view, byOperation, namespaces, windowSeconds });
    const curves = curvesOf(subject, view);
    const read = await readCurves(curves, { planned, range }, context);
    const { gateways } = facts;
    const all = seriesFlows(read.rows, { gateways, stepSeconds: range.stepSeconds, byOperation });
    const flows = ownFlows(all, { view, protocol: subject.protocol, facts, picture: query });
    return { planned, curves, ...read, flows };
  };
  const [first, otherwise] = subject.views;
  let asked = await ask(first);
  const isMoving = asked.flows.some(({ rows }) => rows.some(({ value }) => value > 0));
  if (!isMoving && asked.warnings.length === 0 && otherwise !== undefined) {
    const sent = await ask(otherwise);
    if (sent.flows.length > 0 || asked.flows.length === 0) asked = sent;
  }

  const { flows, rows, planned, curves } = asked;
  const times = { p50: rows.p50 ?? [], p95: rows.p95 ?? [] };
  const promql = (one: MetricQuery) => context.sources.metrics.promql?.(one) ?? toPromQL(one);
  return {
    data: {
      stepSeconds: range.stepSeconds,
      points: mergeSeries({ flows, operation: subject.operation, ...times }, range),
      queries: curves.map((curve) => ({ title: titles[curve], promql: promql(planned[curve]) })),
    },
    warnings: [...warnings, ...asked.warnings],
  };
}

/** Of an edge only the curves of its protocol; a node may have both. Only requests are known by operation. */
function curvesOf(
  { protocol, operation = '' }: SeriesSubject,
  { asksForCallers }: SubjectView,
): readonly Curve[] {
  const ofRequests: readonly Curve[] = operation === '' ? requestCurves : ['requests'];
  if (asksForCallers)
    return [
      ...(protocol === 'tcp' ? (['requests'] as const) : ofRequests),
      ...byteCurves,
      'connectionsOpened',
    ];
  if (protocol === 'tcp') return byteCurves;
  return protocol === undefined && operation === '' ? [...ofRequests, ...byteCurves] : ofRequests;
}

type Read = { rows: Partial<Record<Curve, readonly Series[]>>; warnings: Warning[] };

/** All curves at the same time; one that fails is a warning. Throws when all do. */
async function readCurves(
  curves: readonly Curve[],
  { planned, range }: { planned: SeriesQueries; range: TimeRange },
  { sources, signal }: LoadContext,
): Promise<Read> {
  const answers = await Promise.allSettled(
    curves.map((curve) => sources.metrics.queryRange(planned[curve], range, signal)),
  );
  const failures = answers.flatMap((one) => (one.status === 'rejected' ? [one.reason] : []));
  if (failures.length === curves.length) throw failures[0];
  const read: Read = { rows: {}, warnings: [] };
  for (const [index, curve] of curves.entries()) {
    const answer = answers[index];
    if (answer?.status === 'rejected')
      read.warnings.push(warning('metrics_missing', `${titles[curve]}: ${messageOf(answer.reason)}`));
    if (answer?.status !== 'fulfilled') continue;
    read.rows[curve] = answer.value.rows;
    for (const text of answer.value.warnings)
      read.warnings.push(warning('metrics_incomplete', `${titles[curve]}: ${text}`));
  }
  return read;
}

type Asked = { query: GraphSeriesQuery; facts: GraphFacts; range: TimeRange };

/** Telemetry is asked for namespaces only where the objects do not have one: of another cluster, or of the past. */
async function refuseUnknownNamespaces({ query, facts, range }: Asked, { sources, signal }: LoadContext) {
  const missing = namespacesWithoutObject(query.namespaces, facts);
  if (missing.length === 0) return;
  const answers = await Promise.all(
    ['istio_requests_total', 'istio_tcp_sent_bytes_total'].map((metric) =>
      sources.metrics.query(
        {
          fn: 'increase',
          selector: namespaceSelector(metric, missing),
          windowSeconds: query.range,
          by: namespaceLabels,
        },
        range.endSeconds,
        signal,
      ),
    ),
  );
  refuseUnreported(
    missing,
    answers.flatMap(({ rows }) => rows),
  );
}

function warning(code: string, message: string): Warning {
  return { code, source: 'prometheus', message };
}
