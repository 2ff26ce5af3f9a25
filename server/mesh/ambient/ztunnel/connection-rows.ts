import type { ZtunnelConnection } from '#lib/contract/ztunnel.ts';
import { type JsonObject, objectsAt, textAt } from '#server/mesh/proxy/json/json.ts';
import type { ZtunnelDump } from './ztunnel-dump.ts';
import type { ZtunnelRows } from './ztunnel-job.ts';

/** The connections open now through this ztunnel: `istioctl ztunnel-config connections`. */
export function connectionRows({ workloadState }: ZtunnelDump): ZtunnelRows<ZtunnelConnection> {
  const rows = workloadState.flatMap((state) => {
    const workload = `${textAt(state, 'info', 'name') ?? ''}.${textAt(state, 'info', 'namespace') ?? ''}`;
    return [
      ...objectsAt(state, 'connections', 'inbound').map((connection) => ({
        ...ends(workload, connection),
        direction: 'Inbound',
        local: textAt(connection, 'actualDst') ?? '',
        remote: textAt(connection, 'src') ?? '',
        remoteTarget: '',
      })),
      ...objectsAt(state, 'connections', 'outbound').map((connection) => ({
        ...ends(workload, connection),
        direction: 'Outbound',
        local: textAt(connection, 'src') ?? '',
        remote: textAt(connection, 'actualDst') ?? '',
        remoteTarget: textAt(connection, 'originalDst') ?? '',
      })),
    ];
  });
  return { rows, problems: [] };
}

function ends(workload: string, connection: JsonObject): { workload: string; protocol: string } {
  return { workload, protocol: textAt(connection, 'protocol') ?? '' };
}
