import type { ObjectOf } from '#lib/objects/kinds.ts';
import type { MeshObjects } from '#server/mesh/mesh-objects.ts';
import { type RouteFact, routeFactsOf } from '../../route-facts.ts';
import { callersOf } from './exported-to.ts';
import { gatewayApiRules } from './gateway-api-rules.ts';
import type { MeshRoute } from './route-rule.ts';
import { virtualServiceRules } from './virtual-service-rules.ts';

const kept = new WeakMap<MeshObjects, readonly MeshRoute[]>();

/** Every route of the mesh with its rules, by kind, namespace and name; made once for each snapshot. */
export function meshRoutesOf(objects: MeshObjects): readonly MeshRoute[] {
  const known = kept.get(objects);
  if (known !== undefined) return known;
  const find = {
    VirtualService: byNamespacedName(objects.VirtualService),
    HTTPRoute: byNamespacedName(objects.HTTPRoute),
    GRPCRoute: byNamespacedName(objects.GRPCRoute),
  };
  const routes = routeFactsOf(objects).flatMap((fact) => meshRoute(fact, { find, objects }) ?? []);
  kept.set(objects, routes);
  return routes;
}

type Find = {
  VirtualService: ReadonlyMap<string, ObjectOf<'VirtualService'>>;
  HTTPRoute: ReadonlyMap<string, ObjectOf<'HTTPRoute'>>;
  GRPCRoute: ReadonlyMap<string, ObjectOf<'GRPCRoute'>>;
};

function meshRoute(
  fact: RouteFact,
  { find, objects }: { find: Find; objects: MeshObjects },
): MeshRoute | undefined {
  const { kind, namespace, name, hosts, gateways } = fact;
  const named = { object: { kind, namespace, name }, services: hosts, gatewayWorkloads: gateways };
  if (kind === 'VirtualService') {
    const virtualService = find.VirtualService.get(`${namespace}/${name}`);
    if (virtualService === undefined) return undefined;
    const { hosts: written, gateways: boundTo = ['mesh'], exportTo } = virtualService.spec;
    return {
      ...named,
      externalHosts: boundTo.includes('mesh') ? written.filter(isExternal) : [],
      meshRules: virtualServiceRules(virtualService, { objects, at: 'mesh' }),
      gatewayRules: virtualServiceRules(virtualService, { objects, at: 'gateways' }),
      callers: callersOf(exportTo, namespace),
    };
  }
  const route = find[kind].get(`${namespace}/${name}`);
  if (route === undefined) return undefined;
  const rules = gatewayApiRules(kind, route);
  // A route in another namespace than its Service is the consumers': only callers of its own namespace meet it.
  const isProducers = hosts.every((host) => host.startsWith(`${namespace}/`));
  const callers = isProducers ? '*' : [namespace];
  return { ...named, externalHosts: [], meshRules: rules, gatewayRules: rules, callers };
}

function byNamespacedName<Named extends { metadata: { name: string; namespace?: string } }>(
  list: readonly Named[],
): ReadonlyMap<string, Named> {
  return new Map(
    list.map((object) => [`${object.metadata.namespace ?? ''}/${object.metadata.name}`, object]),
  );
}

function isExternal(host: string): boolean {
  return host.includes('.') && !/\.svc(\.|$)/.test(host);
}
