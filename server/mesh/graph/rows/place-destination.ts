import type { GatewayServices } from '../facts/gateway-services.ts';
import type { Addressed, Party } from './edge-row.ts';
import type { QualityCode } from './quality-messages.ts';

/** Istio's own destinations outside the registry; they stand wherever the caller stands. */
export const ownDestinations: ReadonlySet<string> = new Set([
  'PassthroughCluster',
  'InboundPassthroughCluster',
  'BlackHoleCluster',
]);

type Ends = { source: Party; destination: Party; addressed: Addressed };
type Placed = { destination: Party; addressed: Addressed; repairs: readonly QualityCode[] };

const serviceHost = /^([^.*]+)\.([^.*]+)\.svc(?:\..+)?$/;
const bareAddress = /^\d{1,3}(\.\d{1,3}){3}(:\d+)?$/;

/** The destination of a series with what Istio left out filled in, or the reason why it cannot be placed. */
export function placeDestination(ends: Ends, gateways: GatewayServices): Placed | QualityCode {
  const repairs: QualityCode[] = [];
  let { destination, addressed } = ends;

  // A gateway that forwards to an external host reports itself as destination service, without a workload.
  const gateway = destination.workload === '' ? gateways.workloadOf(addressed) : undefined;
  if (gateway !== undefined) {
    destination = { ...destination, ...gateway, cluster: ends.source.cluster };
    addressed = { ...addressed, cluster: ends.source.cluster };
    repairs.push('egress_gateway_assumed');
  }

  // Before a cluster is chosen only the host is known; a name of the cluster's own says which Service it was.
  if (addressed.namespace === '' && destination.workload === '') {
    const [, name, namespace] = serviceHost.exec(addressed.name) ?? [];
    if (name !== undefined && namespace !== undefined) addressed = { ...addressed, name, namespace };
  }

  if (destination.workload === '' && bareAddress.test(addressed.name)) return 'destination_is_address';

  // Failed requests have `destination_cluster="unknown"` (istio/istio#29373) although the service is known.
  if (addressed.cluster === '' && ownDestinations.has(addressed.name)) {
    addressed = { ...addressed, cluster: ends.source.cluster };
    destination = { ...destination, cluster: ends.source.cluster };
  } else if (addressed.cluster === '' && addressed.namespace !== '') {
    if (ends.source.cluster === '') return 'destination_without_cluster';
    addressed = { ...addressed, cluster: ends.source.cluster };
    destination = { ...destination, cluster: ends.source.cluster };
    // Hosts outside the mesh have no cluster at all; only for the mesh's own services is it something amiss.
    if (!addressed.name.includes('.')) repairs.push('cluster_assumed');
  }
  return { destination, addressed, repairs };
}
