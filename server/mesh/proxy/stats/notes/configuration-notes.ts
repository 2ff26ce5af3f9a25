import { anyFails, anyIsDegraded, type StatNote } from './stat-note.ts';

/** What came from istiod, and what became of it. */
export const configurationNotes: readonly StatNote[] = [
  {
    name: 'envoy_cluster_manager_cds_update_rejected',
    above: anyFails,
    text: 'Updates of clusters that Envoy refused. Each means that it runs with older clusters than istiod sent; the reason is in Drift and in the error state of a cluster.',
  },
  {
    name: 'envoy_listener_manager_lds_update_rejected',
    above: anyFails,
    text: 'Updates of listeners that Envoy refused. Each means that a listener is missing or old; the reason is in Drift and in the error state of a listener.',
  },
  {
    name: 'envoy_http_rds_update_rejected',
    above: anyFails,
    text: 'Updates of routes that Envoy refused: requests still go where the older routes lead.',
  },
  {
    name: 'envoy_cluster_manager_cds_update_failure',
    text: 'Tries to fetch clusters that failed, mostly because the connection to istiod was not there (yet). A few at the start are usual; a growing number means that istiod cannot be reached.',
  },
  {
    name: 'envoy_listener_manager_lds_update_failure',
    text: 'Tries to fetch listeners that failed, mostly because the connection to istiod was not there (yet). A growing number means that istiod cannot be reached.',
  },
  { name: 'envoy_cluster_manager_cds_update_success', text: 'Updates of clusters that were taken over.' },
  { name: 'envoy_listener_manager_lds_update_success', text: 'Updates of listeners that were taken over.' },
  {
    name: 'envoy_cluster_manager_cds_init_fetch_timeout',
    above: anyIsDegraded,
    text: 'Envoy started without clusters because they did not come in time.',
  },
  {
    name: 'envoy_listener_manager_lds_init_fetch_timeout',
    above: anyIsDegraded,
    text: 'Envoy started without listeners because they did not come in time.',
  },
  {
    name: 'envoy_cluster_manager_active_clusters',
    text: 'Clusters that it can send to. Thousands cost memory; a Sidecar object limits them.',
  },
  {
    name: 'envoy_cluster_manager_warming_clusters',
    above: anyIsDegraded,
    text: 'Clusters that wait for their endpoints or certificates and are not used yet.',
  },
  {
    name: 'envoy_listener_manager_total_listeners_warming',
    above: anyIsDegraded,
    text: 'Listeners that wait for their routes or certificates and take no connection yet.',
  },
  {
    name: 'envoy_listener_manager_total_listeners_draining',
    text: 'Listeners that were replaced and still serve their last connections.',
  },
  { name: 'envoy_listener_manager_total_listeners_active', text: 'Listeners that take connections.' },
  {
    name: 'envoy_listener_manager_listener_create_failure',
    above: anyIsDegraded,
    text: 'Listeners that could not be made, for instance because their address is taken.',
  },
  {
    name: 'envoy_control_plane_connected_state',
    below: { limit: 1, status: 'failing' },
    text: '1 while the stream to istiod (through the agent) stands.',
  },
];
