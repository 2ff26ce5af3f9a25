import { type JsonObject, objectAt, objectsAt, textAt } from '#server/mesh/proxy/json/json.ts';
import type { ProxyName } from '#server/sources/interface.ts';
import { createRecording } from '#server/sources/recording/recording.ts';
import { adminJson } from './proxy-answers.ts';

/** What a recorded proxy does with requests to one port, in Envoy's own words. */
export type RecordedProxyConfiguration = {
  bootstrap: JsonObject;
  /** An HttpConnectionManager, the RouteConfiguration that it uses, and the clusters of one host there. */
  manager: JsonObject;
  routes: JsonObject;
  clusters: readonly JsonObject[];
};

/** The parts of a recorded proxy's dump around the route table of this name, with the clusters of this host. */
export async function recordedProxyConfiguration(
  proxy: ProxyName,
  { table, host }: { table: string; host: string },
): Promise<RecordedProxyConfiguration> {
  const parts = objectsAt(await adminJson(createRecording({}), proxy, 'config_dump'), 'configs');
  const part = (type: string) => parts.find((one) => textAt(one, '@type')?.endsWith(`.${type}`) === true);
  const bootstrap = objectAt(part('BootstrapConfigDump'), 'bootstrap');
  const manager = objectsAt(part('ListenersConfigDump'), 'dynamic_listeners')
    .flatMap((listener) => objectsAt(listener, 'active_state', 'listener', 'filter_chains'))
    .flatMap((chain) => objectsAt(chain, 'filters'))
    .map((filter) => objectAt(filter, 'typed_config'))
    .find((config) => textAt(config, 'rds', 'route_config_name') === table);
  const routes = objectsAt(part('RoutesConfigDump'), 'dynamic_route_configs')
    .map((entry) => objectAt(entry, 'route_config'))
    .find((config) => textAt(config, 'name') === table);
  if (bootstrap === undefined || manager === undefined || routes === undefined)
    throw new Error(`${proxy.namespace}/${proxy.pod} has no route table ${table}`);
  const clusters = objectsAt(part('ClustersConfigDump'), 'dynamic_active_clusters')
    .map((entry) => objectAt(entry, 'cluster'))
    .filter((cluster) => cluster !== undefined)
    .filter((cluster) => textAt(cluster, 'name')?.endsWith(`|${host}`) === true);
  return { bootstrap, manager, routes, clusters };
}

/** The same table with other weights for the clusters of the route of this name, in their order. */
export function withWeights(routes: JsonObject, name: string, weights: readonly number[]): JsonObject {
  return mapObjects(routes, 'virtual_hosts', (host) =>
    mapObjects(host, 'routes', (route) => {
      const action = objectAt(route, 'route');
      const clusters = objectsAt(action, 'weighted_clusters', 'clusters');
      if (textAt(route, 'name') !== name || clusters.length === 0) return route;
      const weighted = clusters.map((cluster, index) => ({ ...cluster, weight: weights[index] ?? 0 }));
      return { ...route, route: { ...action, weighted_clusters: { clusters: weighted } } };
    }),
  );
}

function mapObjects(owner: JsonObject, field: string, change: (one: JsonObject) => JsonObject): JsonObject {
  return { ...owner, [field]: objectsAt(owner, field).map(change) };
}
