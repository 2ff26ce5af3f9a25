import { responseLabels } from '../graph/plan/telemetry-labels.ts';

/** What is asked of the store; several charts may be drawn of one. */
export const measures = [
  'requests',
  'durationBuckets',
  'durationSum',
  'requestBuckets',
  'requestSum',
  'responseBuckets',
  'responseSum',
  'grpcRequestMessages',
  'grpcResponseMessages',
  'tcpOpened',
  'tcpClosed',
  'tcpRequestBytes',
  'tcpResponseBytes',
] as const;
export type Measure = (typeof measures)[number];

type MeasureEntry = {
  title: string;
  fn: 'rate' | 'bucketRates';
  metric: string;
  /** Labels that tell parts of a line apart, beside its group. */
  by: readonly string[];
};

/**
 * Layer-4 counters are named from the proxy's side of the request: what the caller sends is
 * `istio_tcp_received_bytes_total` (Istio documentation, "Istio Standard Metrics"), at both reporters alike.
 */
export const measureEntries: Record<Measure, MeasureEntry> = {
  requests: {
    title: 'Requests per second, by answer',
    fn: 'rate',
    metric: 'istio_requests_total',
    by: responseLabels.filter((label) => label !== 'response_flags'),
  },
  durationBuckets: {
    title: 'Buckets of the response time, per second',
    fn: 'bucketRates',
    metric: 'istio_request_duration_milliseconds',
    by: [],
  },
  durationSum: {
    title: 'Milliseconds spent per second, for the mean',
    fn: 'rate',
    metric: 'istio_request_duration_milliseconds_sum',
    by: [],
  },
  requestBuckets: {
    title: 'Buckets of the size of requests, per second',
    fn: 'bucketRates',
    metric: 'istio_request_bytes',
    by: [],
  },
  requestSum: {
    title: 'Bytes of requests per second',
    fn: 'rate',
    metric: 'istio_request_bytes_sum',
    by: [],
  },
  responseBuckets: {
    title: 'Buckets of the size of responses, per second',
    fn: 'bucketRates',
    metric: 'istio_response_bytes',
    by: [],
  },
  responseSum: {
    title: 'Bytes of responses per second',
    fn: 'rate',
    metric: 'istio_response_bytes_sum',
    by: [],
  },
  grpcRequestMessages: {
    title: 'gRPC messages from callers per second',
    fn: 'rate',
    metric: 'istio_request_messages_total',
    by: [],
  },
  grpcResponseMessages: {
    title: 'gRPC messages to callers per second',
    fn: 'rate',
    metric: 'istio_response_messages_total',
    by: [],
  },
  tcpOpened: {
    title: 'Connections opened per second',
    fn: 'rate',
    metric: 'istio_tcp_connections_opened_total',
    by: [],
  },
  tcpClosed: {
    title: 'Connections closed per second',
    fn: 'rate',
    metric: 'istio_tcp_connections_closed_total',
    by: [],
  },
  tcpRequestBytes: {
    title: 'Bytes from callers per second',
    fn: 'rate',
    metric: 'istio_tcp_received_bytes_total',
    by: [],
  },
  tcpResponseBytes: {
    title: 'Bytes to callers per second',
    fn: 'rate',
    metric: 'istio_tcp_sent_bytes_total',
    by: [],
  },
};
