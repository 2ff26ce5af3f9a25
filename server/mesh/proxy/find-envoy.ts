import { ViglaError } from '#server/errors.ts';
import type { PodsRead } from '#server/mesh/require-pod.ts';
import { findProxy, type MeshProxy, type ProxyType } from './find-proxy.ts';

/** What stands in the place of Envoy's sections for proxies that are none. */
const otherProxies: Partial<Record<ProxyType, string>> = {
  ztunnel: 'a ztunnel, no Envoy: it has workloads, services, policies, certificates and its configuration',
  agentgateway: 'an agentgateway, no Envoy: only its raw configuration can be seen',
};

/**
 * A pod's Envoy: a sidecar, gateway or waypoint.
 * @throws ViglaError as `findProxy` does; `bad_parameter` where the pod runs a proxy of another kind
 */
export function findEnvoy(pods: PodsRead, at: { namespace: string; pod: string }): MeshProxy {
  const proxy = findProxy(pods, at);
  const other = otherProxies[proxy.type];
  if (other === undefined) return proxy;
  const message = `The proxy of pod ${at.pod} in namespace ${at.namespace} is ${other}.`;
  throw new ViglaError('bad_parameter', message, { parameter: 'pod' });
}
