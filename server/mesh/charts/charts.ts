import type { ChartId, ChartProtocol } from '#lib/contract/charts.ts';
import type { Measure } from './measures.ts';

/** How a chart's lines are made of what the store answers. */
export type Chart = { protocol: ChartProtocol } & (
  | { shows: 'rate'; measure: Measure }
  | { shows: 'errorShare'; measure: Measure }
  | { shows: 'distribution'; buckets: Measure; sum: Measure }
);

/** Every chart of the metrics tabs. Sizes and throughput share their sums. */
export const charts: Record<ChartId, Chart> = {
  requests: { protocol: 'http', shows: 'rate', measure: 'requests' },
  errors: { protocol: 'http', shows: 'errorShare', measure: 'requests' },
  duration: { protocol: 'http', shows: 'distribution', buckets: 'durationBuckets', sum: 'durationSum' },
  requestSize: { protocol: 'http', shows: 'distribution', buckets: 'requestBuckets', sum: 'requestSum' },
  responseSize: { protocol: 'http', shows: 'distribution', buckets: 'responseBuckets', sum: 'responseSum' },
  requestThroughput: { protocol: 'http', shows: 'rate', measure: 'requestSum' },
  responseThroughput: { protocol: 'http', shows: 'rate', measure: 'responseSum' },
  grpcRequestMessages: { protocol: 'grpc', shows: 'rate', measure: 'grpcRequestMessages' },
  grpcResponseMessages: { protocol: 'grpc', shows: 'rate', measure: 'grpcResponseMessages' },
  tcpOpened: { protocol: 'tcp', shows: 'rate', measure: 'tcpOpened' },
  tcpClosed: { protocol: 'tcp', shows: 'rate', measure: 'tcpClosed' },
  tcpRequestBytes: { protocol: 'tcp', shows: 'rate', measure: 'tcpRequestBytes' },
  tcpResponseBytes: { protocol: 'tcp', shows: 'rate', measure: 'tcpResponseBytes' },
};
