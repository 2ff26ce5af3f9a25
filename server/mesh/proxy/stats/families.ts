import type { StatFamily } from '#lib/contract/proxy-stats.ts';

type Family = {
  id: StatFamily;
  title: string;
  /** How its names start, as Prometheus writes them. */
  starts: RegExp;
  /** The label that names what a value is of. */
  subject?: string;
};

/** What statistics are about; the first that fits a name is its family. */
export const families: readonly Family[] = [
  {
    id: 'server',
    title: 'Server',
    starts: /^envoy_(server|main_thread|workers?|runtime|filesystem|thread_local|overload)_/,
  },
  { id: 'clusterManager', title: 'Cluster manager', starts: /^envoy_cluster_manager_/ },
  { id: 'listenerManager', title: 'Listener manager', starts: /^envoy_listener_manager_/ },
  { id: 'agent', title: 'Agent', starts: /^istio_agent_/ },
  { id: 'cluster', title: 'Clusters', starts: /^envoy_cluster_/, subject: 'cluster_name' },
  { id: 'listener', title: 'Listeners', starts: /^envoy_listener_/, subject: 'listener_address' },
  {
    id: 'http',
    title: 'HTTP connection managers',
    starts: /^envoy_(http|vhost|rds)_?/,
    subject: 'http_conn_manager_prefix',
  },
  { id: 'tcp', title: 'TCP proxies', starts: /^envoy_tcp/, subject: 'tcp_prefix' },
  { id: 'wasm', title: 'Wasm', starts: /^envoy_wasm|^wasm/, subject: 'wasm_filter' },
  { id: 'istio', title: 'Istio', starts: /^(istio|workload|component)_/ },
  { id: 'other', title: 'Other', starts: /(?:)/ },
];

export function familyOf(name: string): Family {
  return families.find(({ starts }) => starts.test(name)) ?? { id: 'other', title: 'Other', starts: /(?:)/ };
}
