import type { ObjectOf } from '#lib/objects/kinds.ts';
import { callersOf } from '#server/mesh/graph/decorators/routes/exported-to.ts';
import { resolveHost } from '#server/mesh/graph/facts/resolve-host.ts';
import type { MeshObjects } from '#server/mesh/mesh-objects.ts';
import { serviceKeysOf } from '#server/mesh/service-keys.ts';
import type { ConfiguredRoute } from './configured-route.ts';
import { httpDrafts } from './http-rules.ts';
import { l4Drafts } from './l4-rules.ts';
import { reachableRules } from './reachable-rules.ts';
import { routeAge } from './route-age.ts';
import { placesOf } from './rule-match.ts';

type VirtualService = ObjectOf<'VirtualService'>;

/** VirtualServices that have hosts; a delegate is part of those that lead to it. */
export function virtualServiceRoutes(objects: MeshObjects): ConfiguredRoute[] {
  return objects.VirtualService.filter(({ spec }) => spec.hosts.length > 0).map((virtualService) =>
    routeOf(virtualService, objects),
  );
}

function routeOf(virtualService: VirtualService, objects: MeshObjects): ConfiguredRoute {
  const { metadata, spec } = virtualService;
  const namespace = metadata.namespace ?? '';
  const services = serviceKeysOf(objects);
  const places = placesOf(spec.gateways ?? ['mesh'], namespace);
  return {
    object: { kind: 'VirtualService', namespace, name: metadata.name },
    age: routeAge(metadata),
    hosts: spec.hosts,
    services: spec.hosts
      .flatMap((host) => resolveHost(host, { namespace, services }) ?? [])
      .filter((key) => services.has(key)),
    ...places,
    callers: callersOf(spec.exportTo, namespace),
    rules: [
      ...reachableRules(httpDrafts(virtualService, { places, objects, services })),
      ...reachableRules(l4Drafts(virtualService, 'tls', { places, services })),
      ...reachableRules(l4Drafts(virtualService, 'tcp', { places, services })),
    ],
  };
}
