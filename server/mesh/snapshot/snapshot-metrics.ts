import type { Matcher } from '#server/metrics/query.ts';

/** A metric that some page asks for. */
type KeptMetric = {
  metric: string;
  matchers?: readonly Matcher[];
  /** So many series that they are asked for one namespace after another. */
  isLarge?: boolean;
};

/** A gauge is asked for by these labels; a counter by all that its series have. */
type KeptGauge = Pick<KeptMetric, 'metric' | 'matchers'> & { by: readonly string[] };

/** Go programs all have these: istiod's are told by the label that Prometheus takes from its pods. */
const ofIstiod: readonly Matcher[] = [{ label: 'app', is: '=', value: 'istiod' }];

function histogram(metric: string): KeptMetric[] {
  return [
    { metric: `${metric}_bucket`, isLarge: true },
    { metric: `${metric}_sum` },
    { metric: `${metric}_count` },
  ];
}

/** Istio's standard metrics, and what istiod counts of itself. */
export const keptCounters: readonly KeptMetric[] = [
  { metric: 'istio_requests_total' },
  ...histogram('istio_request_duration_milliseconds'),
  ...histogram('istio_request_bytes'),
  ...histogram('istio_response_bytes'),
  { metric: 'istio_request_messages_total' },
  { metric: 'istio_response_messages_total' },
  { metric: 'istio_tcp_connections_opened_total' },
  { metric: 'istio_tcp_connections_closed_total' },
  { metric: 'istio_tcp_received_bytes_total' },
  { metric: 'istio_tcp_sent_bytes_total' },
  { metric: 'pilot_xds_pushes' },
  { metric: 'pilot_push_triggers' },
  { metric: 'pilot_proxy_convergence_time_bucket' },
  { metric: 'pilot_total_xds_rejects' },
  { metric: 'pilot_k8s_cfg_events' },
  { metric: 'process_cpu_seconds_total', matchers: ofIstiod },
];

export const keptGauges: readonly KeptGauge[] = [
  { metric: 'pilot_xds', by: ['version'] },
  { metric: 'process_resident_memory_bytes', matchers: ofIstiod, by: ['app', 'pod'] },
  { metric: 'go_goroutines', matchers: ofIstiod, by: ['app', 'pod'] },
];
