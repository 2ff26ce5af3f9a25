import type { ObjectOf } from '#lib/objects/kinds.ts';
import { ViglaError } from '#server/errors.ts';
import type { ObjectsSnapshot, ProxyName } from '#server/sources/interface.ts';
import { proxyPorts } from './proxy-ports.ts';

/** A proxy that can be asked. */
export type ProxyPod = {
  isZtunnel: boolean;
  /** On the network of its node, whose ports another proxy may have taken. */
  isPortShared: boolean;
  ports: { 15000: number; 15020: number };
};

const proxyContainer = 'istio-proxy';

/**
 * What to know of a proxy before it is asked.
 * @throws ViglaError `not_found` for a pod that is gone, has no Envoy or does not run; `source_unreachable` when pods
 * cannot be read
 */
export function findProxyPod(
  { objects, unread }: ObjectsSnapshot,
  { namespace, pod: name }: ProxyName,
): ProxyPod {
  const pod = objects.Pod.find(({ metadata }) => metadata.namespace === namespace && metadata.name === name);
  const unreadPods = unread.find(({ kind }) => kind === 'Pod');
  if (pod === undefined && unreadPods !== undefined)
    throw new ViglaError('source_unreachable', `Pods could not be read: ${unreadPods.reason}.`);
  if (pod === undefined) throw refused(`There is no pod ${namespace}/${name}.`);
  const containers = [...pod.spec.initContainers, ...pod.spec.containers];
  if (containers.some(({ name: container, image }) => `${container} ${image}`.includes('agentgateway')))
    throw refused(`Pod ${namespace}/${name} runs agentgateway, which has no administration like Envoy's.`);
  if (!containers.some((container) => container.name === proxyContainer))
    throw refused(`Pod ${namespace}/${name} has no proxy.`);
  const hindrance = hindranceOf(pod);
  if (hindrance !== undefined)
    throw refused(
      `The proxy of pod ${namespace}/${name} does not run (${hindrance}), so it cannot be asked.`,
    );
  const isZtunnel = pod.metadata.labels.app === 'ztunnel';
  // A node has one ztunnel.
  return { isZtunnel, isPortShared: pod.spec.hostNetwork === true && !isZtunnel, ports: proxyPorts(pod) };
}

/** The state of the proxy's own container where the node told it, else that of the pod. */
function hindranceOf({ status }: ObjectOf<'Pod'>): string | undefined {
  const { phase, containerStatuses, initContainerStatuses } = status;
  // A proxy that is an init container runs already while the pod is still pending.
  const isPossible = phase === 'Running' || phase === 'Pending';
  if (!isPossible) return phase ?? 'without a phase';
  const own = [...(containerStatuses ?? []), ...(initContainerStatuses ?? [])].find(
    ({ name }) => name === proxyContainer,
  );
  const { running, waiting, terminated } = own?.state ?? {};
  if (running) return undefined;
  if (waiting || terminated) return waiting?.reason ?? terminated?.reason ?? 'not started';
  return phase === 'Running' ? undefined : phase;
}

function refused(text: string): ViglaError {
  return new ViglaError('not_found', text);
}
