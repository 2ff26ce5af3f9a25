import { anyIsDegraded, type StatNote } from './stat-note.ts';

/** pilot-agent, and Istio's own metrics. */
export const agentNotes: readonly StatNote[] = [
  {
    name: 'istio_agent_cert_expiry_seconds',
    unit: 'seconds',
    below: { limit: 3_600, status: 'failing' },
    text: 'How long the certificate still lives. The agent renews it at half of its life: less than an hour means that it cannot.',
  },
  {
    name: 'istio_agent_num_failed_outgoing_requests',
    above: anyIsDegraded,
    text: 'Requests of the agent that failed, such as those for a certificate.',
  },
  {
    name: 'istio_agent_num_outgoing_retries',
    above: anyIsDegraded,
    text: 'Requests of the agent that had to be repeated, such as those for a certificate.',
  },
  {
    name: 'istio_agent_num_outgoing_requests',
    text: 'Requests of the agent, such as those for a certificate (csr).',
  },
  { name: 'istio_agent_outgoing_latency', unit: 'ms', text: 'How long the last such request took.' },
  {
    name: 'istio_agent_istiod_connection_failures',
    above: anyIsDegraded,
    text: 'Times that istiod could not be reached.',
  },
  {
    name: 'istio_agent_istiod_connection_terminations',
    text: 'Times that the connection to istiod ended; istiod ends each about every half hour to spread the load.',
  },
  {
    name: 'istio_agent_envoy_connection_terminations',
    text: 'Times that Envoy ended its connection to the agent.',
  },
  { name: 'istio_agent_xds_proxy_requests', text: 'What Envoy asked istiod for, and its confirmations.' },
  { name: 'istio_agent_xds_proxy_responses', text: 'Configuration that came from istiod.' },
  {
    name: 'istio_agent_pilot_xds_expired_nonce',
    text: 'Confirmations that came after newer configuration was sent; usual while much changes.',
  },
  {
    name: 'istio_agent_startup_duration_seconds',
    unit: 'seconds',
    text: 'How long the agent took until its proxy was ready.',
  },
  { name: 'istio_agent_process_resident_memory_bytes', unit: 'bytes', text: 'Memory of the agent itself.' },
  { name: 'istio_agent_go_goroutines', text: 'Goroutines of the agent; a number that only grows is a leak.' },
  { name: 'istio_requests_total', text: 'Requests as Istio reports them: what the graph is made of.' },
  {
    name: 'istio_request_duration_milliseconds',
    unit: 'ms',
    text: 'How long requests took, as Istio reports it.',
  },
];
