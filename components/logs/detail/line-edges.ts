import type { AccessLog } from '#lib/contract/logs.ts';
import type { Traffic, TrafficRow } from '#lib/contract/traffic.ts';
import { linePeer } from '../line-peer.ts';

/**
 * The graph's edges that the line's request may be part of: of the same direction, host and outcome. A line names
 * neither the caller nor the called workload, so there may be several.
 */
export function lineEdges(traffic: Pick<Traffic, 'inbound' | 'outbound'>, access: AccessLog): TrafficRow[] {
  const peer = linePeer(access);
  if (peer?.direction === undefined) return [];
  const host = access.upstreamCluster?.split('|')[3];
  const rows =
    peer.direction === 'inbound'
      ? traffic.inbound
      : traffic.outbound.filter((row) => goesTo(row, { cluster: access.upstreamCluster, host }));
  const ofVersion = narrowed(rows, (row) => row.peer.version === peer.subset);
  return narrowed(ofVersion, (row) => hasOutcome(row, access));
}

/** Those that fit better, or all where none does: a subset need not be called like the version. */
function narrowed(rows: TrafficRow[], fits: (row: TrafficRow) => boolean): TrafficRow[] {
  const fitting = rows.filter(fits);
  return fitting.length === 0 ? rows : fitting;
}

function goesTo(
  { edge, peer }: TrafficRow,
  { cluster, host }: { cluster: string | undefined; host: string | undefined },
): boolean {
  if (cluster === 'PassthroughCluster') return peer.kind === 'passthrough';
  if (cluster === 'BlackHoleCluster') return peer.kind === 'blackHole';
  const hosts = [...(edge.responses ?? []), ...(edge.connections ?? [])].map((one) => one.host);
  return hosts.some((one) => one === host);
}

function hasOutcome({ edge }: TrafficRow, { responseCode, responseFlags, method }: AccessLog): boolean {
  if (method === undefined) return edge.protocol === 'tcp';
  return (edge.responses ?? []).some(
    ({ code, flags }) =>
      code === String(responseCode) && (flags === '-' ? '' : flags) === responseFlags.join(','),
  );
}
