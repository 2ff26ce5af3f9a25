import type { MeshObjects } from '#server/mesh/mesh-objects.ts';
import { gatewayRouteFacts } from './facts/gateway-route-facts.ts';
import { virtualServiceFacts } from './facts/virtual-service-facts.ts';

/**
 * A backend of a route: `service` is `<namespace>/<name>`; a subset is named where the route names one. `isSplit` says
 * that some rule shares its requests among this and other backends; rules that merely match differently split nothing.
 */
export type RouteBackend = { service: string; subset?: string; weight: number; isSplit: boolean };

/** A route object, reduced to who meets it and where it leads. */
export type RouteFact = {
  kind: 'VirtualService' | 'HTTPRoute' | 'GRPCRoute';
  namespace: string;
  name: string;
  /** Services (`<namespace>/<name>`) whose callers inside the mesh meet this route. */
  hosts: readonly string[];
  /** Gateway workloads (`<namespace>/<name>`) that apply it. */
  gateways: readonly string[];
  /** Every backend of every rule, each once, with the weights of all rules added. */
  backends: readonly RouteBackend[];
};

/** The routes of a mesh by kind, namespace and name. Hosts outside the mesh are left out: nothing is drawn for them. */
export function routeFactsOf(objects: MeshObjects): readonly RouteFact[] {
  return [
    ...virtualServiceFacts(objects),
    ...gatewayRouteFacts('HTTPRoute', objects),
    ...gatewayRouteFacts('GRPCRoute', objects),
  ].sort((left, right) => compare(keyOf(left), keyOf(right)));
}

function keyOf({ kind, namespace, name }: RouteFact): string {
  return `${kind}/${namespace}/${name}`;
}

function compare(left: string, right: string): number {
  return left < right ? -1 : left > right ? 1 : 0;
}
