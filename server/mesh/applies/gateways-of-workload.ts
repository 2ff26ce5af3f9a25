import { matchesSelector } from '#server/mesh/graph/facts/matches-selector.ts';
import { routeFactsOf } from '#server/mesh/graph/route-facts.ts';
import type { MeshObjects } from '#server/mesh/mesh-objects.ts';
import type { AppliedObject } from './applied-object.ts';
import { words } from './selector-policies.ts';

type Labels = Readonly<Record<string, string>>;

/** Gateways that a proxy serves, by selector in any namespace or by Istio's own deployment, with the routes bound to them. */
export function gatewaysOfWorkload(
  { namespace, name, labels }: { namespace: string; name: string; labels: Labels },
  objects: MeshObjects,
): AppliedObject[] {
  const istio = objects.IstioGateway.filter(
    ({ spec }) => Object.keys(spec.selector).length > 0 && matchesSelector(labels, spec.selector),
  ).map(({ metadata, spec }) =>
    applied('IstioGateway', metadata, `Its selector ${words(spec.selector)} matches the pods.`),
  );
  const gateway = labels['gateway.networking.k8s.io/gateway-name'];
  const kubernetes = objects.Gateway.filter(
    ({ metadata }) => metadata.namespace === namespace && metadata.name === gateway,
  ).map(({ metadata }) => applied('Gateway', metadata, 'This is the proxy that was deployed for it.'));
  if (istio.length === 0 && kubernetes.length === 0) return [];
  const routes = routeFactsOf(objects)
    .filter(({ gateways }) => gateways.includes(`${namespace}/${name}`))
    .map((route) => applied(route.kind, route, 'It is bound to a Gateway that this proxy serves.'));
  return [...istio, ...kubernetes, ...routes];
}

function applied(
  kind: string,
  { namespace = '', name }: { namespace?: string | undefined; name: string },
  why: string,
): AppliedObject {
  return { object: { kind, namespace, name }, scope: 'gateway', why };
}
