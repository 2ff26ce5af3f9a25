import { anyIsDegraded, type StatNote } from './stat-note.ts';

/** Connections and requests that arrive. */
export const downstreamNotes: readonly StatNote[] = [
  {
    name: 'envoy_listener_ssl_connection_error',
    above: anyIsDegraded,
    text: 'TLS connections from callers that failed, such as plaintext to a STRICT port.',
  },
  {
    name: 'envoy_listener_ssl_fail_verify_error',
    above: anyIsDegraded,
    text: "A caller's certificate was not trusted: expired, or of another root.",
  },
  {
    name: 'envoy_listener_no_filter_chain_match',
    above: anyIsDegraded,
    text: 'Connections that no filter chain takes, such as plaintext to a STRICT port. They are in no metric of requests.',
  },
  {
    name: 'envoy_listener_downstream_cx_overflow',
    above: anyIsDegraded,
    text: 'Connections refused because the listener has too many.',
  },
  { name: 'envoy_listener_downstream_cx_active', text: 'Connections to this listener now.' },
  { name: 'envoy_http_no_route', text: 'Requests that no route takes: 404 NR.' },
  {
    name: 'envoy_http_no_cluster',
    above: anyIsDegraded,
    text: 'Requests whose route leads to a cluster that does not exist: 503 NC.',
  },
  {
    name: 'envoy_http_downstream_rq_time',
    unit: 'ms',
    text: 'How long requests took, as the caller saw it.',
  },
  { name: 'envoy_http_downstream_rq_active', text: 'Requests that are being answered.' },
  {
    name: 'envoy_http_rbac',
    text: 'Requests that AuthorizationPolicies allowed or denied; dry-run results change nothing.',
  },
  {
    name: 'envoy_tcp',
    text: 'Connections that AuthorizationPolicies allowed or denied; dry-run results change nothing.',
  },
];
