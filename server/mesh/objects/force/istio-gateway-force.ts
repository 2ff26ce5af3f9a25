import type { Force } from '#lib/contract/objects.ts';
import { workloadsOfIstioGateway } from '#server/mesh/graph/facts/gateway-workloads.ts';
import type { MeshSnapshot } from '../mesh-snapshot.ts';

/** Served by the workloads that its selector finds, in any namespace. */
export function istioGatewayForce(at: { namespace: string; name: string }, { objects }: MeshSnapshot): Force {
  const workloads = workloadsOfIstioGateway(objects, at);
  return workloads.length === 0
    ? { state: 'idle', text: 'No workload has the labels that it selects, so nobody serves it.' }
    : { state: 'inForce', text: `Served by ${workloads.join(', ')}.` };
}
