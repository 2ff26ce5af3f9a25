import type { Ambient, AmbientQuery, CapturedPod, WaypointItem } from '#lib/contract/ambient.ts';
import type { Answer, Warning } from '#lib/contract/envelope.ts';
import { messageOf } from '#server/errors.ts';
import { atOnce } from '#server/mesh/at-once.ts';
import { isPodReady } from '#server/mesh/inventory/pod-counts.ts';
import { loadProxy } from '#server/mesh/proxies/load-proxy.ts';
import { proxiesOf } from '#server/mesh/proxy/find-proxy.ts';
import { requireNamespaces } from '#server/mesh/require-namespaces.ts';
import type { LoadContext, ObjectsSnapshot } from '#server/sources/interface.ts';
import { capturedPods } from './captured-pods.ts';
import { layer7Gaps } from './layer7-gaps.ts';
import { waypointsOf } from './waypoints.ts';

type Item = Omit<WaypointItem, 'errors'>;

/** Each costs its Envoy and istiod a dump. */
const waypointsAtOnce = 4;

/**
 * Ambient mode: who is captured, by which ztunnel, through which waypoint, and what lacks one.
 * @throws ViglaError `unknown_namespace`
 */
export async function loadAmbient(
  { namespaces }: AmbientQuery,
  context: LoadContext,
): Promise<Answer<Ambient>> {
  const { sources, signal } = context;
  const snapshot = await sources.objects.snapshot(signal);
  const { objects, rootNamespace } = snapshot;
  requireNamespaces(namespaces, { objects, unread: snapshot.unread.map(({ kind }) => kind) });
  const isInView = (name: string) => namespaces === '*' || namespaces.includes(name);
  const all = capturedPods(objects, rootNamespace);
  const pods = all.filter(({ namespace }) => isInView(namespace));
  const ztunnels = ztunnelsOf(snapshot, all);
  const waypoints = waypointsOf(objects).filter(({ namespace }) => isInView(namespace));
  const asked = await atOnce(waypoints, waypointsAtOnce, (waypoint) => withErrors(waypoint, context));
  const gaps = layer7Gaps({ objects, rootNamespace, pods: all }).filter(({ object }) =>
    isInView(object.namespace),
  );
  return {
    data: {
      isUsed: all.length > 0 || ztunnels.length > 0 || waypointsOf(objects).length > 0,
      ztunnels,
      pods,
      waypoints: asked.map(({ waypoint }) => waypoint),
      gaps,
    },
    warnings: [...unreadWarnings(snapshot), ...asked.flatMap(({ warnings }) => warnings)],
  };
}

function ztunnelsOf({ objects }: ObjectsSnapshot, pods: readonly CapturedPod[]): Ambient['ztunnels'] {
  const captured = pods.filter(({ state }) => state === 'captured');
  return proxiesOf(objects)
    .filter(({ type }) => type === 'ztunnel')
    .map(({ pod, namespace, name }) => {
      const { nodeName } = pod.spec;
      return {
        namespace,
        pod: name,
        ...(nodeName === undefined ? {} : { node: nodeName }),
        isReady: isPodReady(pod),
        captured: captured.filter(({ node }) => node === nodeName).length,
      };
    });
}

/** What each of its Envoys refused; one that does not answer is a warning. */
async function withErrors(
  item: Item,
  context: LoadContext,
): Promise<{ waypoint: WaypointItem; warnings: Warning[] }> {
  const errors: string[] = [];
  const warnings: Warning[] = [];
  for (const { name } of item.pods) {
    try {
      const { data } = await loadProxy({ namespace: item.namespace, pod: name }, context);
      errors.push(...data.drift.map(({ why }) => `${name}: ${why.text}`));
      // Some of its answers may be missing; without the dump nothing is known.
      if (data.configBytes === undefined) warnings.push(silent(name, data.unanswered ?? 'it was not asked.'));
    } catch (error) {
      context.signal.throwIfAborted();
      warnings.push(silent(name, messageOf(error)));
    }
  }
  return { waypoint: { ...item, errors }, warnings };
}

function silent(pod: string, reason: string): Warning {
  return {
    code: 'proxy_silent',
    source: 'envoy',
    message: `What the waypoint ${pod} reports is not known: ${reason}`,
  };
}

function unreadWarnings({ unread }: ObjectsSnapshot): Warning[] {
  const needed = ['Pod', 'Namespace', 'Gateway', 'Service', 'AuthorizationPolicy'];
  return unread
    .filter(({ kind }) => needed.includes(kind))
    .map(({ kind, reason }) => ({
      code: 'objects_missing',
      source: 'kubernetes',
      message: `${kind} objects could not be read, so ambient mode is known in part: ${reason}`,
    }));
}
