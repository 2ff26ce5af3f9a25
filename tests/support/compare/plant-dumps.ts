import { isObject, type Json } from '#lib/json/json.ts';
import type { LineOf } from '#lib/snapshot/parts.ts';

type ProxyLine = LineOf<'proxy'>;

/** The dump of this pod has a cluster less and a cluster more, another timeout and another route. */
const changedPod = 'productpage-v1-28plfps84f-nlf6t';

/** Answers of proxies in the earlier snapshot for those of the later one. */
export function plantDumps(line: ProxyLine): readonly ProxyLine[] {
  // Nobody asked it.
  if (line.namespace === 'shop' && line.pod.startsWith('redis-')) return [];
  if (line.pod === 'reviews-v3-rmwljp4qzb-dj46d') return [{ ...line, pod: 'reviews-v3-rmwljp4qzb-old01' }];
  if (line.pod !== changedPod || line.path !== 'config_dump') return [line];
  const dump: Json = JSON.parse(line.text);
  return [{ ...line, text: JSON.stringify(withLists(dump)) }];
}

const addedCluster = 'outbound|9080||details.bookinfo.svc.cluster.local';
const changedCluster = 'outbound|9080||ratings.bookinfo.svc.cluster.local';

function withLists(value: Json): Json {
  if (Array.isArray(value)) return value.map(withLists);
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, entry]): [string, Json] => [
      key,
      key === 'dynamic_active_clusters' && Array.isArray(entry)
        ? entry.flatMap(plantCluster)
        : key === 'dynamic_route_configs' && Array.isArray(entry)
          ? entry.map(plantRoute)
          : withLists(entry),
    ]),
  );
}

function plantCluster(entry: Json): Json[] {
  if (!isObject(entry) || !isObject(entry.cluster)) return [entry];
  const { cluster } = entry;
  if (cluster.name === addedCluster) return [{ ...entry, cluster: { ...cluster, name: 'outbound|1||gone' } }];
  return [
    cluster.name === changedCluster ? { ...entry, cluster: { ...cluster, connect_timeout: '3s' } } : entry,
  ];
}

function plantRoute(entry: Json): Json {
  if (!isObject(entry) || !isObject(entry.route_config) || entry.route_config.name !== '9080') return entry;
  return { ...entry, route_config: { ...entry.route_config, max_direct_response_body_size_bytes: 1 } };
}
