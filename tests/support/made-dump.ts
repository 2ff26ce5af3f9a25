const types = 'type.googleapis.com/envoy.admin.v3';

/** A configuration dump with one part, as bytes: `part` is the name of its type, such as `RoutesConfigDump`. */
export function dumpOf(...parts: { part: string; [field: string]: unknown }[]): Uint8Array {
  const configs = parts.map(({ part, ...fields }) => ({ '@type': `${types}.${part}`, ...fields }));
  return new TextEncoder().encode(JSON.stringify({ configs }));
}

/** A dump of one route table with this many virtual hosts of one route each. */
export function dumpWithRoutes(count: number): Uint8Array {
  const hosts = Array.from({ length: count }, (_, index) => ({
    name: `service-${index}.shop.svc.cluster.local:8080`,
    domains: [`service-${index}.shop.svc.cluster.local`, `service-${index}`],
    routes: [
      {
        name: 'default',
        match: { prefix: '/' },
        route: { cluster: `outbound|8080||service-${index}.shop.svc.cluster.local`, timeout: '0s' },
      },
    ],
  }));
  return dumpOf({
    part: 'RoutesConfigDump',
    dynamic_route_configs: [{ version_info: '1', route_config: { name: '8080', virtual_hosts: hosts } }],
  });
}
