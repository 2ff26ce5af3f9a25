import type { ObjectOf } from '#lib/objects/kinds.ts';
import type { AppliedObject } from '#server/mesh/applies/applied-object.ts';
import { policiesOfWorkload } from '#server/mesh/applies/selector-policies.ts';
import { sidecarInForce } from '#server/mesh/applies/sidecar-of.ts';
import { matchesSelector } from '#server/mesh/graph/facts/matches-selector.ts';
import type { ProxyType } from '#server/mesh/proxy/find-proxy.ts';
import { type GatewayServer, gatewayServersOf } from './gateway-servers.ts';
import type { LinkMesh } from './links-of.ts';
import type { ObjectIndex } from './object-index.ts';

/** What the objects say of the pod whose dump is read. */
export type ProxyFacts = {
  namespace: string;
  name: string;
  type: ProxyType;
  pod: ObjectOf<'Pod'>;
  labels: Readonly<Record<string, string>>;
  /** Services that select the pod. */
  services: readonly ObjectOf<'Service'>[];
  /** By kind: policies that hold for its workload, each with the reason. */
  policies: ReadonlyMap<string, readonly AppliedObject[]>;
  sidecar: ObjectOf<'Sidecar'> | undefined;
  /** Of the Gateways that it serves. */
  servers: readonly GatewayServer[];
  revision: string | undefined;
};

export function proxyFactsOf(
  { objects, rootNamespace, proxy }: LinkMesh,
  index: ObjectIndex,
): ProxyFacts | undefined {
  if (proxy === undefined) return undefined;
  const { pod, namespace, name, type } = proxy;
  const { labels, annotations } = pod.metadata;
  const policies = policiesOfWorkload({ namespace, labels }, { objects, rootNamespace });
  const services = index
    .servicesOfNamespace(namespace)
    .filter(
      ({ spec: { selector } }) =>
        selector !== undefined && Object.keys(selector).length > 0 && matchesSelector(labels, selector),
    );
  return {
    namespace,
    name,
    type,
    pod,
    labels,
    services,
    policies: Map.groupBy(policies, ({ object }) => object.kind),
    // Gateways and waypoints have no Sidecar.
    sidecar:
      type === 'sidecar'
        ? sidecarInForce({ namespace, labels }, { objects, rootNamespace })?.sidecar
        : undefined,
    servers: type === 'sidecar' ? [] : gatewayServersOf({ pod, namespace, labels, services }, objects),
    revision: annotations['istio.io/rev'] ?? labels['istio.io/rev'],
  };
}
