import type { MeshObjects } from '#server/mesh/mesh-objects.ts';
import type { RouteBackend, RouteFact } from '../route-facts.ts';
import { workloadsOfKubernetesGateway } from './gateway-workloads.ts';
import { mergeBackends } from './merge-backends.ts';

/** Routes of the Gateway API: a parent that is a Service makes it a route of the mesh (GAMMA), a Gateway one of that. */
export function gatewayRouteFacts(
  kind: 'HTTPRoute' | 'GRPCRoute',
  objects: MeshObjects,
): readonly RouteFact[] {
  return objects[kind].map(({ metadata, spec }) => {
    const namespace = metadata.namespace ?? '';
    const serviceParents = spec.parentRefs.filter((parent) => parent.kind === 'Service');
    const gatewayParents = spec.parentRefs.filter((parent) => (parent.kind ?? 'Gateway') === 'Gateway');
    const backends: RouteBackend[] = spec.rules
      .flatMap(({ backendRefs }) => backendRefs.map((one) => ({ ...one, isSplit: backendRefs.length > 1 })))
      .filter((backend) => (backend.kind ?? 'Service') === 'Service')
      .map((backend) => ({
        service: `${backend.namespace ?? namespace}/${backend.name}`,
        weight: backend.weight ?? 1,
        isSplit: backend.isSplit,
      }));
    return {
      kind,
      namespace,
      name: metadata.name,
      hosts: serviceParents.map((parent) => `${parent.namespace ?? namespace}/${parent.name}`),
      gateways: gatewayParents.flatMap((parent) =>
        workloadsOfKubernetesGateway(objects, {
          namespace: parent.namespace ?? namespace,
          name: parent.name,
        }),
      ),
      backends: mergeBackends(backends),
    };
  });
}
