import type { ZtunnelWorkload } from '#lib/contract/ztunnel.ts';
import { type JsonObject, textAt, textsAt } from '#server/mesh/proxy/json/json.ts';
import { waypointNames } from './waypoint-name.ts';
import type { ZtunnelDump } from './ztunnel-dump.ts';
import type { ZtunnelRows } from './ztunnel-job.ts';

/** Every workload that ztunnel knows, of the whole mesh: `istioctl ztunnel-config workload`. */
export function workloadRows({ workloads, services }: ZtunnelDump): ZtunnelRows<ZtunnelWorkload> {
  const waypointOf = waypointNames(services);
  const rows = workloads.map((workload) => rowOf(workload, waypointOf(workload)));
  return {
    rows: rows.sort(
      (one, other) => compare(one.namespace, other.namespace) || compare(one.podName, other.podName),
    ),
    problems: workloads
      .filter((workload) => textAt(workload, 'name') === undefined)
      .map((workload) => `A workload has no name: ${textAt(workload, 'uid') ?? '(no uid)'}.`),
  };
}

function rowOf(workload: JsonObject, waypoint: string): ZtunnelWorkload {
  const addresses = textsAt(workload, 'workloadIps');
  const name = textAt(workload, 'name') ?? '';
  return {
    namespace: textAt(workload, 'namespace') ?? '',
    podName: name,
    address: addresses[0] ?? '',
    node: textAt(workload, 'node') ?? '',
    waypoint,
    // HBONE is captured or speaks it itself; TCP is plain.
    protocol: textAt(workload, 'protocol') ?? 'TCP',
    uid: textAt(workload, 'uid') ?? `${addresses.join(',')} ${name}`,
    addresses,
    workload: textAt(workload, 'workloadName'),
    serviceAccount: textAt(workload, 'serviceAccount'),
    trustDomain: textAt(workload, 'trustDomain'),
    status: textAt(workload, 'status') ?? 'Healthy',
    network: textAt(workload, 'network'),
    clusterId: textAt(workload, 'clusterId'),
    services: textsAt(workload, 'services'),
    policies: textsAt(workload, 'authorizationPolicies'),
  };
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
