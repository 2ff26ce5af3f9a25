import type { ObjectReference } from '#lib/contract/evidence.ts';
import type { ObjectOf } from '#lib/objects/kinds.ts';
import type { MeshObjects } from '#server/mesh/mesh-objects.ts';
import { gatewayApiMatchWords } from '#server/mesh/routing/gateway-api-words.ts';
import type { ConfiguredRoute, ConfiguredRule } from './configured-route.ts';
import { backendDestination, backendMirrors, ruleExtras } from './gateway-api-rule.ts';
import { routeAge } from './route-age.ts';
import { merged, weightOf } from './weights.ts';

type Kind = 'HTTPRoute' | 'GRPCRoute';
type Route = ObjectOf<'HTTPRoute'>;
type Rule = Route['spec']['rules'][number];

/**
 * Routes of the Gateway API. A Service among the parents makes it one of the mesh (GAMMA): the Service's own route for
 * every caller where both are of one namespace, else only for callers of the route's namespace.
 */
export function gatewayApiRoutes(objects: MeshObjects): ConfiguredRoute[] {
  const kinds: readonly Kind[] = ['HTTPRoute', 'GRPCRoute'];
  return kinds.flatMap((kind) => objects[kind].map((route) => routeOf(kind, route, objects)));
}

function routeOf(kind: Kind, route: Route, objects: MeshObjects): ConfiguredRoute {
  const { metadata, spec } = route;
  const namespace = metadata.namespace ?? '';
  const of = (wanted: string) =>
    spec.parentRefs
      .filter((parent) => (parent.kind ?? 'Gateway') === wanted)
      .map((parent) => ({ ...parent, namespace: parent.namespace ?? namespace }));
  const services = of('Service');
  const entryHosts = of('ServiceEntry').flatMap((parent) => hostsOfEntry(parent, objects));
  const gateways = of('Gateway').map(({ namespace: own, name }) => ({
    kind: 'Gateway',
    namespace: own,
    name,
  }));
  const isMesh = services.length > 0 || entryHosts.length > 0;
  const ports = spec.parentRefs.flatMap(({ port }) => port ?? []);
  const place: Place = {
    kind,
    isMesh,
    gateways,
    ...(ports.length > 0 && ports.length === spec.parentRefs.length ? { ports: [...new Set(ports)] } : {}),
  };
  const atGateways = gateways.length === 0 ? [] : spec.hostnames.length === 0 ? ['*'] : spec.hostnames;
  return {
    object: { kind, namespace, name: metadata.name },
    age: routeAge(metadata),
    hosts: [
      ...services.map((parent) => `${parent.name}.${parent.namespace}.svc.cluster.local`),
      ...entryHosts,
      ...atGateways,
    ],
    services: services.map((parent) => `${parent.namespace}/${parent.name}`),
    isMesh,
    gateways,
    callers: services.every((parent) => parent.namespace === namespace) ? '*' : [namespace],
    rules: rulesOf(route, place),
  };
}

function hostsOfEntry(
  { namespace, name }: { namespace: string; name: string },
  objects: MeshObjects,
): string[] {
  return objects.ServiceEntry.filter(
    ({ metadata }) => metadata.name === name && metadata.namespace === namespace,
  ).flatMap(({ spec }) => spec.hosts);
}

type Place = { kind: Kind; isMesh: boolean; gateways: readonly ObjectReference[]; ports?: readonly number[] };

/**
 * The Gateway API tries the longest path and most headers first, whatever their order: only a rule whose every match
 * stands in an earlier rule too is never reached. A named rule's Envoy route has its bare name.
 */
function rulesOf({ metadata, spec }: Route, { kind, ...place }: Place): ConfiguredRule[] {
  const namespace = metadata.namespace ?? '';
  const seen = new Set<string>();
  return spec.rules.map((rule, index) => {
    const words = alternativesOf(rule);
    const isUnreachable = words.every((text) => seen.has(text));
    for (const text of words) seen.add(text);
    return {
      object: { kind, namespace, name: metadata.name },
      path: `spec.rules[${index}]`,
      index,
      ...(rule.name === undefined || rule.name === '' ? {} : { name: rule.name }),
      protocol: kind === 'GRPCRoute' ? 'grpc' : 'http',
      routeName: rule.name || `${namespace}.${metadata.name}.${index}`,
      matches: words.includes('') ? [] : words,
      ...place,
      isUnreachable,
      destinations: merged(
        rule.backendRefs.map((backend) => ({
          ...backendDestination(backend, namespace),
          ...weightOf(backend.weight, 1),
        })),
      ),
      mirrors: backendMirrors(rule, namespace),
      ...ruleExtras(rule),
    };
  });
}

function alternativesOf({ matches = [] }: Rule): string[] {
  return matches.length === 0 ? [''] : matches.map(gatewayApiMatchWords);
}
