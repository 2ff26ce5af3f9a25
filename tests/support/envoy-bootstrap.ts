import { type JsonObject, objectAt, objectsAt, textAt } from '#server/mesh/proxy/json/json.ts';
import type { RecordedProxyConfiguration } from './recorded-proxy-configuration.ts';

type Options = {
  recorded: RecordedProxyConfiguration;
  files: { routes: string; accessLog: string };
  /** Where the hosts of the clusters listen, in their order. */
  ports: { admin: number; outbound: number; hosts: readonly number[] };
};

const managerType =
  'type.googleapis.com/envoy.extensions.filters.network.http_connection_manager.v3.HttpConnectionManager';
const routerType = 'type.googleapis.com/envoy.extensions.filters.http.router.v3.Router';

/**
 * A bootstrap for Envoy's own release out of a recorded one. As recorded: the node, how statistics are named, the connection
 * manager with its filters (none is of Istio's own build) and the format of its access log, the clusters with their limits.
 * Routes come from a file in place of istiod, so that they can change while it runs. Tracing goes, since its collector is a
 * Service of the mesh, and so do EDS and mutual TLS: the one host of each cluster is a listener of the same Envoy, which
 * answers with the cluster's name. All statistics are kept; Istio leaves most of them out.
 */
export function envoyBootstrap({ recorded, files, ports }: Options) {
  const { bootstrap, manager, clusters } = recorded;
  const { tracing: _, ...kept } = manager;
  const outbound = {
    ...kept,
    rds: {
      ...objectAt(manager, 'rds'),
      config_source: { path_config_source: { path: files.routes }, resource_api_version: 'V3' },
    },
    access_log: objectsAt(manager, 'access_log').map((log) => ({
      ...log,
      typed_config: { ...objectAt(log, 'typed_config'), path: files.accessLog },
    })),
  };
  const hosts = clusters.map((cluster, index) => ({
    cluster,
    name: textAt(cluster, 'name') ?? '',
    port: ports.hosts[index] ?? 0,
  }));
  return {
    node: { id: textAt(bootstrap, 'node', 'id'), cluster: textAt(bootstrap, 'node', 'cluster') },
    admin: { address: loopback(ports.admin) },
    stats_config: {
      stats_tags: objectsAt(bootstrap, 'stats_config', 'stats_tags'),
      use_all_default_tags: false,
    },
    static_resources: {
      listeners: [
        listener('outbound', ports.outbound, outbound),
        ...hosts.map(({ name, port }) => listener(`host of ${name}`, port, answering(name))),
      ],
      clusters: hosts.map(({ cluster, port }) => ofOneHost(cluster, port)),
    },
  };
}

function loopback(port: number) {
  return { socket_address: { address: '127.0.0.1', port_value: port } };
}

function listener(name: string, port: number, manager: object) {
  const filter = { name: 'envoy.filters.network.http_connection_manager', typed_config: manager };
  return { name, address: loopback(port), filter_chains: [{ filters: [filter] }] };
}

function answering(text: string) {
  const answer = { status: 200, body: { inline_string: text } };
  return {
    '@type': managerType,
    stat_prefix: 'host',
    route_config: {
      name: 'host',
      virtual_hosts: [
        { name: 'all', domains: ['*'], routes: [{ match: { prefix: '/' }, direct_response: answer }] },
      ],
    },
    http_filters: [{ name: 'envoy.filters.http.router', typed_config: { '@type': routerType } }],
  };
}

/** Circuit breakers, ejection, limits and the name in statistics stay. */
function ofOneHost(cluster: JsonObject, port: number) {
  const { '@type': _, eds_cluster_config: __, transport_socket_matches: ___, ...kept } = cluster;
  const host = { endpoint: { address: loopback(port) } };
  return {
    ...kept,
    type: 'STATIC',
    load_assignment: { cluster_name: textAt(cluster, 'name'), endpoints: [{ lb_endpoints: [host] }] },
  };
}
