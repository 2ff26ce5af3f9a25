/** What the filters do that Istio puts into chains, by the names it gives them. */
const meanings: Readonly<Record<string, string>> = {
  'envoy.filters.network.http_connection_manager': 'reads HTTP and routes it',
  'envoy.filters.network.tcp_proxy': 'passes bytes on to a cluster',
  'envoy.filters.network.rbac': 'authorises connections',
  'envoy.filters.network.metadata_exchange': 'tells the peer who it is',
  'envoy.filters.network.mongo_proxy': 'reads MongoDB',
  'envoy.filters.network.mysql_proxy': 'reads MySQL',
  'envoy.filters.network.redis_proxy': 'reads Redis',
  'envoy.filters.network.sni_cluster': 'chooses the cluster by SNI',
  'envoy.filters.network.set_filter_state': 'notes facts about the connection',
  'envoy.filters.http.rbac': 'authorises requests',
  'envoy.filters.http.jwt_authn': 'checks tokens',
  'envoy.filters.http.cors': 'answers cross-origin checks',
  'envoy.filters.http.fault': 'injects faults',
  'envoy.filters.http.router': 'sends the request on',
  'envoy.filters.http.grpc_stats': 'counts gRPC',
  'envoy.filters.http.grpc_web': 'translates gRPC-Web',
  'envoy.filters.http.ext_authz': 'asks an outside authoriser',
  'envoy.filters.http.ext_proc': 'hands requests to an outside processor',
  'envoy.filters.http.lua': 'runs Lua',
  'envoy.filters.http.wasm': 'runs Wasm',
  'envoy.filters.http.local_ratelimit': 'limits rates in this proxy',
  'envoy.filters.http.ratelimit': 'asks a rate limit service',
  'envoy.filters.http.compressor': 'compresses answers',
  'envoy.filters.http.set_filter_state': 'notes facts about the request',
  'istio.metadata_exchange': 'tells the peer who it is',
  'istio.alpn': 'offers Istio’s protocols to the peer',
  'istio.stats': 'counts requests',
  istio_authn: 'takes over the peer’s identity',
};

/** What a filter does; undefined for filters that Istio does not put there by itself. */
export function filterMeaning(name: string): string | undefined {
  return meanings[name];
}

/** `envoy.filters.http.router` is the `router`. */
export function filterWord(name: string): string {
  return name.replace(/^envoy\.filters\.(?:http|network|listener)\./, '');
}
