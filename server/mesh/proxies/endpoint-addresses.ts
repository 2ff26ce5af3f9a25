import { type JsonObject, numberAt, objectAt, objectsAt, textAt } from '#server/mesh/proxy/json/json.ts';

/** The addresses in a ClusterLoadAssignment, `<ip>:<port>`; of those behind a tunnel (HBONE) the one at its end. */
export function addressesSent(assignment: JsonObject): string[] {
  return objectsAt(assignment, 'endpoints').flatMap((locality) =>
    objectsAt(locality, 'lb_endpoints').flatMap((endpoint) => {
      const address = addressOf(objectAt(endpoint, 'endpoint', 'address'));
      return address === undefined ? [] : [address];
    }),
  );
}

/** The hosts that Envoy works with, in `/clusters?format=json`, by cluster; undefined for another answer. */
export function addressesUsed(clusters: unknown): Map<string, string[]> | undefined {
  const statuses = objectsAt(clusters, 'cluster_statuses');
  if (statuses.length === 0) return undefined;
  return new Map(
    statuses.map((status) => [
      textAt(status, 'name') ?? '',
      objectsAt(status, 'host_statuses').flatMap((host) => addressOf(objectAt(host, 'address')) ?? []),
    ]),
  );
}

function addressOf(address: JsonObject | undefined): string | undefined {
  const ip = textAt(address, 'socket_address', 'address');
  if (ip !== undefined) return endpointAddress(ip, numberAt(address, 'socket_address', 'port_value') ?? 0);
  return textAt(address, 'envoy_internal_address', 'endpoint_id');
}

/** `10.244.1.7:9080`, `[fd00::7]:9080` */
export function endpointAddress(ip: string, port: number): string {
  return ip.includes(':') ? `[${ip}]:${port}` : `${ip}:${port}`;
}
