import type { ObjectOf } from '#lib/objects/kinds.ts';
import { gatewayReference } from '#server/mesh/gateway-reference.ts';
import type { MeshObjects } from '#server/mesh/mesh-objects.ts';
import { serviceKeysOf } from '#server/mesh/service-keys.ts';
import type { RouteBackend, RouteFact } from '../route-facts.ts';
import { workloadsOfIstioGateway } from './gateway-workloads.ts';
import { mergeBackends } from './merge-backends.ts';
import { resolveHost } from './resolve-host.ts';

type VirtualService = ObjectOf<'VirtualService'>;
type Services = ReadonlySet<string>;

/** VirtualServices as routes. Without `gateways` they are for the mesh; delegates are read as part of their root. */
export function virtualServiceFacts(objects: MeshObjects): readonly RouteFact[] {
  const services: Services = serviceKeysOf(objects);
  return objects.VirtualService.filter(({ spec }) => spec.hosts.length > 0).map((virtualService) => {
    const { metadata, spec } = virtualService;
    const namespace = metadata.namespace ?? '';
    const gateways = spec.gateways ?? ['mesh'];
    const hosts = spec.hosts.flatMap((host) => resolveHost(host, { namespace, services }) ?? []);
    const rootBackends = backendsOf(virtualService, services);
    const delegated = delegatesOf(virtualService, objects).flatMap((delegate) =>
      backendsOf(delegate, services),
    );
    return {
      kind: 'VirtualService',
      namespace,
      name: metadata.name,
      hosts: gateways.includes('mesh') ? hosts : [],
      gateways: gateways
        .filter((gateway) => gateway !== 'mesh')
        .flatMap((gateway) => workloadsOfIstioGateway(objects, gatewayReference(gateway, namespace))),
      backends: mergeBackends([...rootBackends, ...delegated]),
    };
  });
}

function backendsOf({ metadata, spec }: VirtualService, services: Services): RouteBackend[] {
  const namespace = metadata.namespace ?? '';
  return [...spec.http, ...spec.tls, ...spec.tcp]
    .flatMap(({ route = [] }) => route.map((one) => ({ ...one, isSplit: route.length > 1 })))
    .flatMap(({ destination, weight, isSplit }) => {
      const service = resolveHost(destination.host, { namespace, services });
      if (service === undefined) return [];
      // A single destination may leave its weight out and gets everything.
      return [
        {
          service,
          weight: weight ?? 100,
          isSplit,
          ...(destination.subset === undefined ? {} : { subset: destination.subset }),
        },
      ];
    });
}

function delegatesOf({ metadata, spec }: VirtualService, objects: MeshObjects): readonly VirtualService[] {
  const wanted = spec.http.flatMap(({ delegate }) =>
    delegate === undefined
      ? []
      : [`${delegate.namespace ?? metadata.namespace ?? ''}/${delegate.name ?? ''}`],
  );
  if (wanted.length === 0) return [];
  return objects.VirtualService.filter((other) =>
    wanted.includes(`${other.metadata.namespace ?? ''}/${other.metadata.name}`),
  );
}
