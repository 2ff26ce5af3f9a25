import type { GraphExtra, GraphQuery } from '#lib/contract/graph-query.ts';
import type { MetricQuery } from '#server/metrics/query.ts';
import { namespaceSelector } from './namespace-selector.ts';
import * as labels from './telemetry-labels.ts';

/** What a row of an answer counts. */
export const measures = [
  'requests',
  'bytesSent',
  'bytesReceived',
  'connectionsOpened',
  'durationBuckets',
  'requestBytes',
  'responseBytes',
  'messagesSent',
  'messagesReceived',
] as const;
export type Measure = (typeof measures)[number];

/** One query of the graph. `missing` completes "could not be read, so the graph lacks …". */
export type PlannedQuery = { measure: Measure; missing: string; query: MetricQuery };

const tcpLabels = [...labels.identityLabels, ...labels.applicationLabels, labels.hostLabel, 'response_flags'];
const extraLabels = [...labels.identityLabels, 'request_protocol'];

type PlanEntry = { fn: 'increase' | 'buckets'; metric: string; by: readonly string[]; missing: string };

/**
 * Layer-4 counters are named from the proxy's side of the *request*: what the caller sends is
 * `istio_tcp_received_bytes_total` (received from downstream), at both reporters alike.
 */
const planByMeasure: Record<Measure, PlanEntry> = {
  requests: {
    fn: 'increase',
    metric: 'istio_requests_total',
    by: [
      ...labels.identityLabels,
      ...labels.applicationLabels,
      labels.hostLabel,
      ...labels.responseLabels,
      ...labels.securityLabels,
    ],
    missing: 'HTTP and gRPC traffic',
  },
  bytesSent: {
    fn: 'increase',
    metric: 'istio_tcp_received_bytes_total',
    by: [...tcpLabels, ...labels.securityLabels],
    missing: 'the bytes that TCP callers send',
  },
  bytesReceived: {
    fn: 'increase',
    metric: 'istio_tcp_sent_bytes_total',
    by: [...tcpLabels, ...labels.securityLabels],
    missing: 'the bytes that TCP callers receive',
  },
  connectionsOpened: {
    fn: 'increase',
    metric: 'istio_tcp_connections_opened_total',
    by: [...tcpLabels, ...labels.securityLabels],
    missing: 'the number of TCP connections',
  },
  durationBuckets: {
    fn: 'buckets',
    metric: 'istio_request_duration_milliseconds',
    by: extraLabels,
    missing: 'response times',
  },
  requestBytes: {
    fn: 'increase',
    metric: 'istio_request_bytes_sum',
    by: extraLabels,
    missing: 'the size of requests',
  },
  responseBytes: {
    fn: 'increase',
    metric: 'istio_response_bytes_sum',
    by: extraLabels,
    missing: 'the size of responses',
  },
  messagesSent: {
    fn: 'increase',
    metric: 'istio_request_messages_total',
    by: [...labels.identityLabels, ...labels.applicationLabels],
    missing: 'gRPC messages sent',
  },
  messagesReceived: {
    fn: 'increase',
    metric: 'istio_response_messages_total',
    by: [...labels.identityLabels, ...labels.applicationLabels],
    missing: 'gRPC messages received',
  },
};

const baseMeasures: readonly Measure[] = ['requests', 'bytesSent', 'bytesReceived', 'connectionsOpened'];
const measuresByExtra: Record<GraphExtra, readonly Measure[]> = {
  latency: ['durationBuckets'],
  throughput: ['requestBytes', 'responseBytes'],
  messages: ['messagesSent', 'messagesReceived'],
};

/**
 * The queries behind a graph: four, and one for each metric that an extra needs, whatever the number of namespaces.
 * All are over the window of the query and grouped by every label that tells one edge from another.
 */
export function planGraphQueries(
  query: Pick<GraphQuery, 'namespaces' | 'range' | 'include' | 'operations'>,
): readonly PlannedQuery[] {
  const asked = [...baseMeasures, ...query.include.flatMap((extra) => measuresByExtra[extra])];
  return asked.map((measure) => {
    const { fn, metric, by, missing } = planByMeasure[measure];
    const classified = query.operations && measure === 'requests';
    return {
      measure,
      missing,
      query: {
        fn,
        selector: namespaceSelector(metric, query.namespaces),
        windowSeconds: query.range,
        by: classified ? [...by, labels.operationLabel] : by,
      },
    };
  });
}
