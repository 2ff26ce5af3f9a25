import type { GraphQuery } from '#lib/contract/graph-query.ts';
import type { Matcher, MetricQuery, Selector, TimeRange } from '#server/metrics/query.ts';
import { namespaceSelector } from '../plan/namespace-selector.ts';
import * as labels from '../plan/telemetry-labels.ts';
import { type Alternatives, bothOf } from './label-conditions.ts';
import type { SeriesSubject, SubjectView } from './series-subject.ts';

const mostPoints = 60;

/**
 * A rate needs two scrapes in its window, and four are sure to be enough when one is lost and another comes late. The
 * interval of the scrapes is not known: over an hour and more the usual longest, 60 s, is allowed for; over less, where
 * so wide a window would flatten the curve, 30 s, and two scrapes of a store that takes one a minute.
 */
const longRangeSeconds = 3600;
const shortestWindowSeconds = { ofLongRange: 240, ofShortRange: 120 };

/** At most 60 points that end at `endSeconds`, in whole seconds. */
export function seriesRange(endSeconds: number, rangeSeconds: number): TimeRange {
  const stepSeconds = Math.max(1, Math.ceil(rangeSeconds / (mostPoints - 1)));
  const points = Math.floor(rangeSeconds / stepSeconds);
  return { startSeconds: endSeconds - points * stepSeconds, endSeconds, stepSeconds };
}

/** Seconds over which each point of a curve averages: its step, and never less than what a rate needs. */
export function rateWindowSeconds(stepSeconds: number, rangeSeconds: number): number {
  const { ofLongRange, ofShortRange } = shortestWindowSeconds;
  return Math.max(stepSeconds, rangeSeconds >= longRangeSeconds ? ofLongRange : ofShortRange);
}

export type SeriesQueries = {
  requests: MetricQuery;
  p50: MetricQuery;
  p95: MetricQuery;
  bytesSent: MetricQuery;
  bytesReceived: MetricQuery;
  /** Draws no curve; it weighs the services of a workload against each other. */
  connectionsOpened: MetricQuery;
};

type Planned = {
  subject: Pick<SeriesSubject, 'protocol'>;
  byOperation: boolean;
  view: SubjectView;
  /** `*` also where every series of the view is in the namespaces that were asked for. */
  namespaces: GraphQuery['namespaces'];
  windowSeconds: number;
};

const endLabels = [...labels.identityLabels, ...labels.applicationLabels, labels.hostLabel];

/**
 * The queries behind the curves of one edge or node. Requests and bytes come by pair of workloads and reporter, since
 * each pair has its own best reporter; times by reporter only, for a quantile cannot be summed.
 */
export function planSeries({
  subject,
  view,
  byOperation,
  namespaces,
  windowSeconds,
}: Planned): SeriesQueries {
  const { protocol } = subject;
  const ofProtocol: readonly Matcher[] =
    protocol === undefined || protocol === 'tcp'
      ? []
      : [{ label: 'request_protocol', is: '=', value: protocol }];
  const selector = (metric: string, alternatives: Alternatives, ofOne = ofProtocol): Selector => {
    const { anyOf: inNamespaces } = namespaceSelector(metric, namespaces);
    const anyOf = inNamespaces === undefined ? alternatives : bothOf(alternatives, inNamespaces);
    const [only] = anyOf;
    return anyOf.length === 1 && only !== undefined
      ? { metric, matchers: [...only, ...ofOne] }
      : { metric, matchers: ofOne, anyOf };
  };
  const quantile = (value: number): MetricQuery => ({
    fn: 'quantile',
    quantile: value,
    selector: selector('istio_request_duration_milliseconds', view.conditions.near),
    windowSeconds,
    by: ['reporter'],
  });
  const rate = (metric: string, by: readonly string[]): MetricQuery => ({
    fn: 'rate',
    selector: selector(metric, view.conditions.wide, view.asksForCallers ? [] : ofProtocol),
    windowSeconds,
    by,
  });
  const requestLabels = [...endLabels, ...labels.responseLabels];
  return {
    requests: rate(
      'istio_requests_total',
      byOperation ? [...requestLabels, labels.operationLabel] : requestLabels,
    ),
    p50: quantile(0.5),
    p95: quantile(0.95),
    bytesSent: rate('istio_tcp_received_bytes_total', endLabels),
    bytesReceived: rate('istio_tcp_sent_bytes_total', endLabels),
    connectionsOpened: rate('istio_tcp_connections_opened_total', endLabels),
  };
}
