import type { ObjectOf } from '#lib/objects/kinds.ts';
import { ViglaError } from '#server/errors.ts';
import type { MeshObjects } from '#server/mesh/mesh-objects.ts';
import { type PodsRead, requirePod } from '#server/mesh/require-pod.ts';

export const proxyTypes = ['sidecar', 'gateway', 'waypoint', 'ztunnel', 'agentgateway'] as const;
export type ProxyType = (typeof proxyTypes)[number];

/** A pod that runs a proxy of the mesh. */
export type MeshProxy = { pod: ObjectOf<'Pod'>; namespace: string; name: string; type: ProxyType };

/** What a pod's proxy is; undefined for a pod without one. */
export function proxyTypeOf(pod: ObjectOf<'Pod'>): ProxyType | undefined {
  const { labels } = pod.metadata;
  if (labels.app === 'ztunnel') return 'ztunnel';
  const containers = [...pod.spec.initContainers, ...pod.spec.containers];
  if (containers.some(({ name, image }) => name === 'agentgateway' || /agentgateway/.test(image ?? '')))
    return 'agentgateway';
  const proxy = containers.find(({ name }) => name === 'istio-proxy');
  if (proxy === undefined) return undefined;
  if (
    labels['gateway.istio.io/managed'] === 'istio.io-mesh-controller' ||
    proxy.args?.includes('waypoint') === true
  )
    return 'waypoint';
  return proxy.args?.includes('router') === true ? 'gateway' : 'sidecar';
}

/** Every proxy of the mesh. */
export function proxiesOf({ Pod: pods }: Pick<MeshObjects, 'Pod'>): MeshProxy[] {
  return pods.flatMap((pod) => {
    const type = proxyTypeOf(pod);
    return type === undefined
      ? []
      : [{ pod, namespace: pod.metadata.namespace ?? '', name: pod.metadata.name, type }];
  });
}

/** @throws ViglaError as `requirePod`; `not_found` for a pod without a proxy */
export function findProxy(pods: PodsRead, at: { namespace: string; pod: string }): MeshProxy {
  const pod = requirePod(pods, { ...at, advice: '; /api/proxies lists those with a proxy.' });
  const type = proxyTypeOf(pod);
  if (type === undefined)
    throw new ViglaError(
      'not_found',
      `Pod ${at.pod} in namespace ${at.namespace} has no proxy; its workload's page says why.`,
    );
  return { pod, namespace: at.namespace, name: at.pod, type };
}
