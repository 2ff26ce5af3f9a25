import type { CapturedPod, CaptureState } from '#lib/contract/ambient.ts';
import type { Evidence } from '#lib/contract/evidence.ts';
import type { ObjectOf } from '#lib/objects/kinds.ts';
import { inventoryOf } from '#server/mesh/inventory/inventory.ts';
import { namespaceMode } from '#server/mesh/inventory/namespace-injection.ts';
import type { MeshObjects } from '#server/mesh/mesh-objects.ts';
import { proxyTypeOf } from '#server/mesh/proxy/find-proxy.ts';
import { waypointUseOf } from './waypoint-use.ts';

type Pod = ObjectOf<'Pod'>;
type Namespace = ObjectOf<'Namespace'>;

const mode = 'istio.io/dataplane-mode';
const redirection = 'ambient.istio.io/redirection';

/**
 * Every pod that ambient mode concerns: asked for by a label, or captured. Pods that nobody asked for are left out, and so
 * are those that have ended or have no place yet, which nobody captures.
 * The annotation is what Istio's node agent did, the labels are what was asked for.
 */
export function capturedPods(objects: MeshObjects, rootNamespace: string): CapturedPod[] {
  const namespaces = new Map(objects.Namespace.map((namespace) => [namespace.metadata.name, namespace]));
  const inventory = inventoryOf(objects, rootNamespace);
  return objects.Pod.filter(isRunning).flatMap((pod): CapturedPod[] => {
    const { namespace = '', name } = pod.metadata;
    const capture = captureOf(pod, namespaces.get(namespace));
    if (capture === undefined) return [];
    const workload = inventory.workloadOfPod(namespace, name);
    const waypoint = waypointUseOf({ ...pod, kind: 'Pod' }, objects, 'workload');
    return [
      {
        namespace,
        pod: name,
        ...(workload === undefined ? {} : { workload: { kind: workload.kind, name: workload.name } }),
        ...(pod.spec.nodeName === undefined ? {} : { node: pod.spec.nodeName }),
        state: capture.state,
        why: {
          text: capture.text,
          evidence: capture.evidence,
          ...(capture.fix === undefined ? {} : { fix: capture.fix }),
        },
        // A waypoint for Services is the usual case and no problem of a pod.
        ...(waypoint === undefined || waypoint.problem !== undefined ? {} : { waypoint }),
      },
    ];
  });
}

function isRunning({ spec, status }: Pod): boolean {
  const hasPlace = status.phase !== 'Pending' || spec.nodeName !== undefined;
  return status.phase !== 'Succeeded' && status.phase !== 'Failed' && hasPlace;
}

type Capture = { state: CaptureState; text: string; evidence: Evidence[]; fix?: string };

function captureOf(pod: Pod, namespace: Namespace | undefined): Capture | undefined {
  const { labels, annotations } = pod.metadata;
  const where = `Pod ${pod.metadata.namespace}/${pod.metadata.name}`;
  const own = labels[mode];
  const home = namespace?.metadata.labels[mode];
  const isHomeAmbient = namespace !== undefined && namespaceMode(namespace) === 'ambient';
  const asked = askedBy({ own, home, where, namespace });
  const did = annotations[redirection];
  const done: Evidence[] = did === undefined ? [] : [object(`${where}: annotation ${redirection}=${did}`)];
  if (did === 'enabled')
    return {
      state: 'captured',
      text: 'The node agent leads its traffic to the ztunnel of its node.',
      evidence: [...done, ...asked],
    };
  if (did === 'pending')
    return {
      state: 'pending',
      text: 'The node agent began to lead its traffic to ztunnel and is not done: connections may still go past it.',
      evidence: [...done, ...asked],
      fix: 'Look at the log of istio-cni-node on its node.',
    };
  if (own === 'none' && home === 'ambient')
    return {
      state: 'excluded',
      text: 'Its own label takes it out of an ambient namespace.',
      evidence: asked,
    };
  if (own !== 'ambient' && !isHomeAmbient) return undefined;
  const type = proxyTypeOf(pod);
  if (type === 'gateway' || type === 'waypoint')
    return {
      state: 'excluded',
      text: `It is a ${type} of the mesh, which speaks HBONE itself.`,
      evidence: asked,
    };
  return { state: 'notCaptured', ...whyNot(pod, where), evidence: asked };
}

function whyNot(pod: Pod, where: string): { text: string; fix?: string } {
  if (pod.spec.hostNetwork === true)
    return { text: `${where} uses the network of its node, which ztunnel never captures.` };
  if (proxyTypeOf(pod) === 'sidecar')
    return {
      text: 'It has a sidecar of its own, so ztunnel leaves it alone.',
      fix: 'Remove the labels that inject it and restart the pod, to move it to ambient mode.',
    };
  return {
    text: 'It is to be captured, but the node agent has not done it: its traffic is plain text and past the mesh.',
    fix: 'See that istio-cni-node runs on its node, and look at its log.',
  };
}

type Asked = {
  own: string | undefined;
  home: string | undefined;
  where: string;
  namespace: Namespace | undefined;
};

function askedBy({ own, home, where, namespace }: Asked): Evidence[] {
  if (own !== undefined) return [object(`${where}: label ${mode}=${own}`)];
  return home === undefined ? [] : [object(`Namespace ${namespace?.metadata.name}: label ${mode}=${home}`)];
}

function object(text: string): Evidence {
  return { kind: 'object', text };
}
