import { anyIsDegraded, type StatNote } from './stat-note.ts';

/** Connections and requests to the hosts of clusters. */
export const upstreamNotes: readonly StatNote[] = [
  {
    name: 'envoy_cluster_upstream_cx_connect_fail',
    above: anyIsDegraded,
    text: 'Connections to hosts of this cluster that failed: nothing listens there, a firewall or NetworkPolicy drops them, or TLS did not come about.',
  },
  {
    name: 'envoy_cluster_upstream_cx_connect_timeout',
    above: anyIsDegraded,
    text: 'Connections that took longer than the connect timeout (connectionPool.tcp.connectTimeout).',
  },
  {
    name: 'envoy_cluster_upstream_cx_overflow',
    above: anyIsDegraded,
    text: 'Connections refused by the circuit breaker (connectionPool.tcp.maxConnections).',
  },
  {
    name: 'envoy_cluster_upstream_cx_none_healthy',
    above: anyIsDegraded,
    text: 'No healthy host to connect to: such requests failed with 503 UH.',
  },
  { name: 'envoy_cluster_upstream_cx_active', text: 'Connections to hosts of this cluster now.' },
  { name: 'envoy_cluster_upstream_cx_connect_ms', unit: 'ms', text: 'How long connecting took.' },
  { name: 'envoy_cluster_upstream_cx_length_ms', unit: 'ms', text: 'How long connections lived.' },
  { name: 'envoy_cluster_upstream_rq_total', text: 'Requests to this cluster.' },
  {
    name: 'envoy_cluster_upstream_rq_time',
    unit: 'ms',
    text: 'How long requests took until their answer was complete.',
  },
  {
    name: 'envoy_cluster_upstream_rq_pending_overflow',
    above: anyIsDegraded,
    text: 'Requests refused by the circuit breaker with 503 UO (connectionPool.http.http1MaxPendingRequests, http2MaxRequests).',
  },
  {
    name: 'envoy_cluster_upstream_rq_retry_overflow',
    above: anyIsDegraded,
    text: 'Retries refused by the circuit breaker (connectionPool.http.maxRetries).',
  },
  {
    name: 'envoy_cluster_upstream_rq_retry_limit_exceeded',
    above: anyIsDegraded,
    text: 'Requests that failed after their last retry (flag URX).',
  },
  {
    name: 'envoy_cluster_upstream_rq_retry',
    text: 'Retries. Many of them multiply the load on a service that already fails.',
  },
  {
    name: 'envoy_cluster_upstream_rq_timeout',
    above: anyIsDegraded,
    text: 'Requests that took longer than their route allows: 504 UT.',
  },
  {
    name: 'envoy_cluster_upstream_rq_per_try_timeout',
    above: anyIsDegraded,
    text: 'Tries that took longer than perTryTimeout.',
  },
  { name: 'envoy_cluster_upstream_rq_rx_reset', text: 'Requests that the other side reset.' },
  {
    name: 'envoy_cluster_outlier_detection_ejections_active',
    above: anyIsDegraded,
    text: 'Hosts that are ejected now because they failed too often (outlierDetection).',
  },
  { name: 'envoy_cluster_membership_healthy', text: 'Hosts that may get requests.' },
  { name: 'envoy_cluster_membership_total', text: 'Hosts of the cluster.' },
  {
    name: 'envoy_cluster_lb_healthy_panic',
    above: anyIsDegraded,
    text: 'Choices made in panic mode: so few hosts were healthy that all were used.',
  },
  {
    name: 'envoy_cluster_assignment_stale',
    above: anyIsDegraded,
    text: 'Endpoints that were kept past their time because no newer ones came.',
  },
  {
    name: 'envoy_cluster_circuit_breakers_default_cx_open',
    above: anyIsDegraded,
    text: '1 while the limit of connections is reached.',
  },
  {
    name: 'envoy_cluster_circuit_breakers_default_rq_open',
    above: anyIsDegraded,
    text: '1 while the limit of requests is reached.',
  },
  {
    name: 'envoy_cluster_circuit_breakers_default_rq_pending_open',
    above: anyIsDegraded,
    text: '1 while the limit of waiting requests is reached.',
  },
  {
    name: 'envoy_cluster_ssl_connection_error',
    above: anyIsDegraded,
    text: 'TLS connections to hosts that failed.',
  },
  {
    name: 'envoy_cluster_ssl_fail_verify_san',
    above: anyIsDegraded,
    text: "The host's certificate names another identity than istiod expects there.",
  },
  {
    name: 'envoy_cluster_ssl_fail_verify_error',
    above: anyIsDegraded,
    text: "The host's certificate was not trusted: expired, or of another root.",
  },
];
