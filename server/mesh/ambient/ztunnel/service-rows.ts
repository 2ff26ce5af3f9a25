import type { ZtunnelService } from '#lib/contract/ztunnel.ts';
import { excerptOf } from '#lib/json/excerpt.ts';
import { type JsonObject, objectAt, textAt, textsAt } from '#server/mesh/proxy/json/json.ts';
import { waypointNames } from './waypoint-name.ts';
import { entriesOf, type ZtunnelDump } from './ztunnel-dump.ts';
import type { ZtunnelRows } from './ztunnel-job.ts';

/** Every service that ztunnel knows: `istioctl ztunnel-config service`. */
export function serviceRows({ services, workloads }: ZtunnelDump): ZtunnelRows<ZtunnelService> {
  const waypointOf = waypointNames(services);
  const statusByUid = new Map(
    workloads.map((workload) => [textAt(workload, 'uid'), textAt(workload, 'status')]),
  );
  const rows = services.map((service) => rowOf(service, { waypoint: waypointOf(service), statusByUid }));
  rows.sort((one, other) => (keyOf(one) < keyOf(other) ? -1 : 1));
  return { rows, problems: [] };
}

type Options = { waypoint: string; statusByUid: ReadonlyMap<string | undefined, string | undefined> };

function rowOf(service: JsonObject, { waypoint, statusByUid }: Options): Omit<ZtunnelService, 'object'> {
  const endpoints = entriesOf(objectAt(service, 'endpoints'));
  const healthy = endpoints.filter((endpoint) => {
    const status =
      textAt(endpoint, 'status') ?? statusByUid.get(textAt(endpoint, 'workloadUid')) ?? 'Healthy';
    return status === 'Healthy';
  });
  const vips = textsAt(service, 'vips').map((vip) => vip.split('/').at(-1) ?? vip);
  return {
    namespace: textAt(service, 'namespace') ?? '',
    serviceName: textAt(service, 'name') ?? '',
    serviceVip: vips.join(','),
    waypoint,
    endpoints: `${healthy.length}/${endpoints.length}`,
    hostname: textAt(service, 'hostname') ?? '',
    vips,
    ports: Object.entries(objectAt(service, 'ports') ?? {}).map(
      ([port, target]) => `${port} → ${typeof target === 'object' ? excerptOf(target, 40) : target}`,
    ),
    healthyEndpoints: healthy.length,
    totalEndpoints: endpoints.length,
    loadBalancing: textAt(service, 'loadBalancer', 'mode'),
  };
}

function keyOf({
  namespace,
  serviceName,
  hostname,
}: Pick<ZtunnelService, 'namespace' | 'serviceName' | 'hostname'>) {
  return `${namespace} ${serviceName} ${hostname}`;
}
