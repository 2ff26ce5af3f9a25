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
  const routes = routeFactsOf(objects).flatMap((fact) => meshRoute(fact, objects));
  kept.set(objects, routes);
  return routes;
}

function meshRoute(fact: RouteFact, objects: MeshObjects): MeshRoute[] {
  const { kind, namespace, name, hosts, gateways } = fact;
  const named = { object: { kind, namespace, name }, services: hosts, gatewayWorkloads: gateways };
  const isThis = ({ metadata }: { metadata: { name: string; namespace?: string } }) =>
    metadata.name === name && (metadata.namespace ?? '') === namespace;
  if (kind === 'VirtualService') {
    return objects.VirtualService.filter(isThis).map((virtualService) => {
      const { hosts: written, gateways: boundTo = ['mesh'], exportTo } = virtualService.spec;
      return {
        ...named,
        externalHosts: boundTo.includes('mesh') ? written.filter(isExternal) : [],
        meshRules: virtualServiceRules(virtualService, { objects, at: 'mesh' }),
        gatewayRules: virtualServiceRules(virtualService, { objects, at: 'gateways' }),
        callers: callersOf(exportTo, namespace),
      };
    });
  }
  return objects[kind].filter(isThis).map((route) => {
    const rules = gatewayApiRules(kind, route);
    // A route in another namespace than its Service is the consumers': only callers of its own namespace meet it.
    const isProducers = hosts.every((host) => host.startsWith(`${namespace}/`));
    const callers = isProducers ? '*' : [namespace];
    return { ...named, externalHosts: [], meshRules: rules, gatewayRules: rules, callers };
  });
}

function isExternal(host: string): boolean {
  return host.includes('.') && !/\.svc(\.|$)/.test(host);
}
