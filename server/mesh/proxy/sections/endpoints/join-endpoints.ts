import type { EdsEndpoint } from './eds-endpoints.ts';
import type { HostStatus } from './host-status.ts';

/** One host of a cluster; at least one side knows it. */
export type JoinedEndpoint = { eds: EdsEndpoint; host?: HostStatus } | { eds?: undefined; host: HostStatus };

/** Each endpoint with Envoy's own word on the same cluster and address, then the hosts that no endpoint speaks of. */
export function joinEndpoints(
  endpoints: readonly EdsEndpoint[],
  hosts: readonly HostStatus[],
): JoinedEndpoint[] {
  const hostsByKey = new Map<string, HostStatus[]>();
  for (const host of hosts) {
    for (const name of new Set([host.cluster, host.edsName])) {
      if (name === undefined) continue;
      const key = keyOf(name, host.address);
      hostsByKey.set(key, [...(hostsByKey.get(key) ?? []), host]);
    }
  }
  const taken = new Set<HostStatus>();
  const joined: JoinedEndpoint[] = endpoints.map((eds) => {
    // The first address is the one that Envoy names a host by.
    const [first = ''] = eds.address.split(',');
    const host = hostsByKey.get(keyOf(eds.cluster, first))?.find((candidate) => !taken.has(candidate));
    if (host === undefined) return { eds };
    taken.add(host);
    return { eds, host };
  });
  return [...joined, ...hosts.filter((host) => !taken.has(host)).map((host) => ({ host }))];
}

function keyOf(cluster: string, address: string): string {
  return `${cluster}\n${address}`;
}
