import type { MeshObjects } from '#server/mesh/mesh-objects.ts';

const waypointController = 'istio.io-mesh-controller';

/** `<namespace>/<workload>` of every waypoint: a proxy of a namespace, not an application of its own. */
export function waypointsOf(objects: MeshObjects): ReadonlySet<string> {
  const found = new Set<string>();
  for (const { metadata, spec } of objects.Gateway)
    if (spec.gatewayClassName === 'istio-waypoint') found.add(`${metadata.namespace ?? ''}/${metadata.name}`);
  for (const { metadata } of [...objects.Deployment, ...objects.Pod])
    if (metadata.labels['gateway.istio.io/managed'] === waypointController)
      found.add(
        `${metadata.namespace ?? ''}/${metadata.labels['gateway.networking.k8s.io/gateway-name'] ?? metadata.name}`,
      );
  return found;
}
