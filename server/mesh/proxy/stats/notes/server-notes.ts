import { anyIsDegraded, type StatNote } from './stat-note.ts';

/** The Envoy process itself. */
export const serverNotes: readonly StatNote[] = [
  {
    name: 'envoy_server_state',
    above: anyIsDegraded,
    text: '0 is live, 1 draining, 2 and 3 still starting.',
  },
  {
    name: 'envoy_server_live',
    below: { limit: 1, status: 'degraded' },
    text: '1 while the proxy serves; 0 while it starts or drains.',
  },
  {
    name: 'envoy_server_uptime',
    unit: 'seconds',
    text: 'How long this Envoy runs. Counters count from its start.',
  },
  {
    name: 'envoy_server_days_until_first_cert_expiring',
    unit: 'days',
    text: "Whole days until the first certificate ends. Istio's own live for one day, so 0 is usual; Secrets has the hour.",
  },
  {
    name: 'envoy_server_memory_allocated',
    unit: 'bytes',
    text: 'What Envoy uses. It grows with clusters, endpoints and statistics; a Sidecar object limits it.',
  },
  {
    name: 'envoy_server_memory_heap_size',
    unit: 'bytes',
    text: 'What Envoy keeps from the system, used or not.',
  },
  {
    name: 'envoy_server_memory_physical_size',
    unit: 'bytes',
    text: 'What the system counts as held by Envoy.',
  },
  { name: 'envoy_server_total_connections', text: 'Connections of all listeners now.' },
  { name: 'envoy_server_concurrency', text: 'Worker threads.' },
  {
    name: 'envoy_server_watchdog_mega_miss',
    above: anyIsDegraded,
    text: 'A thread did not react for a second or more: too little CPU, or a filter that blocks.',
  },
  {
    name: 'envoy_server_envoy_bug_failures',
    above: anyIsDegraded,
    text: 'Envoy found itself in a state that should not be; its log says which.',
  },
  {
    name: 'envoy_server_dynamic_unknown_fields',
    above: anyIsDegraded,
    text: 'Fields sent by istiod that this Envoy does not know: the control plane is newer than the proxy, or an EnvoyFilter has a mistake.',
  },
  {
    name: 'envoy_server_static_unknown_fields',
    above: anyIsDegraded,
    text: 'Fields of the bootstrap that this Envoy does not know.',
  },
  {
    name: 'envoy_server_dropped_stat_flushes',
    text: 'Times that statistics were not handed out because the last time was not over.',
  },
  { name: 'envoy_server_initialization_time_ms', unit: 'ms', text: 'How long the start took.' },
];
