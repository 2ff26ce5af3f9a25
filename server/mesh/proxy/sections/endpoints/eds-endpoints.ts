import type { DumpItem } from '#server/mesh/proxy/dump/dump.ts';
import { type JsonObject, numberAt, objectAt, objectsAt, textAt } from '#server/mesh/proxy/json/json.ts';
import { endpointText, localityText } from './endpoint-address.ts';

/** An endpoint of a cluster as it was configured: EDS, or the cluster's own list. */
export type EdsEndpoint = {
  item: DumpItem;
  cluster: string;
  /** Leads from the item to the endpoint. */
  inside: string;
  address: string;
  status: string;
  locality: string | undefined;
  weight: number | undefined;
  priority: number;
  /** `filter_metadata.istio`. */
  istio: JsonObject | undefined;
  tlsMode: string | undefined;
};

export function clusterOf(item: DumpItem): string {
  return textAt(item.value, 'cluster_name') ?? item.name;
}

export function edsEndpoints(item: DumpItem): EdsEndpoint[] {
  return objectsAt(item.value, 'endpoints').flatMap((group, index) =>
    objectsAt(group, 'lb_endpoints').map((endpoint, at) => ({
      item,
      cluster: clusterOf(item),
      inside: `.endpoints[${index}].lb_endpoints[${at}]`,
      address: endpointText(objectAt(endpoint, 'endpoint')),
      status: textAt(endpoint, 'health_status') ?? 'UNKNOWN',
      locality: localityText(objectAt(group, 'locality')),
      weight: numberAt(endpoint, 'load_balancing_weight'),
      priority: numberAt(group, 'priority') ?? 0,
      istio: objectAt(endpoint, 'metadata', 'filter_metadata', 'istio'),
      tlsMode: textAt(endpoint, 'metadata', 'filter_metadata', 'envoy.transport_socket_match', 'tlsMode'),
    })),
  );
}
