import type { Warning } from '#lib/contract/envelope.ts';
import { messageOf, ViglaError } from '#server/errors.ts';
import { noObjects } from '#server/mesh/mesh-objects.ts';
import type { DriftFacts } from '#server/mesh/proxy/drift/drift-rule.ts';
import { expectedEndpointsOf } from '#server/mesh/proxy/drift/expected-endpoints.ts';
import type { LoadContext, ObjectsSnapshot } from '#server/sources/interface.ts';
import type { ControlPlane } from './control-plane.ts';
import { type FleetProxy, fleetOf } from './fleet.ts';
import { loadControlPlane } from './load-control-plane.ts';

/** The whole fleet, and what its drift is judged from. */
export type LoadedFleet = {
  proxies: FleetProxy[];
  controlPlane: ControlPlane;
  mesh: DriftFacts['mesh'];
  unread: ObjectsSnapshot['unread'];
  warnings: Warning[];
};

/**
 * Pods and istiod at the same time. What fails is a warning.
 * @throws the objects' error where istiod said nothing either, and `source_failed` where it did not and pods are unread:
 * an empty list would say that there are no proxies
 */
export async function loadFleet(context: LoadContext): Promise<LoadedFleet> {
  const [read, controlPlane] = await Promise.all([readObjects(context), loadControlPlane(context)]);
  const { objects, unread, rootNamespace, cluster } = read.snapshot;
  if (controlPlane.answered.length === 0) {
    if (read.error !== undefined) throw read.error;
    const pods = unread.find(({ kind }) => kind === 'Pod');
    if (pods !== undefined && objects.Pod.length === 0) throw noProxyKnown(pods.reason, controlPlane);
  }
  return {
    proxies: fleetOf(read.snapshot, controlPlane),
    controlPlane,
    unread,
    mesh: {
      objects,
      unread: unread.map(({ kind }) => kind),
      rootNamespace,
      cluster,
      expectedEndpoints: expectedEndpointsOf({ objects, nowMs: context.sources.now() }),
    },
    warnings: [...read.warnings, ...controlPlane.warnings],
  };
}

function noProxyKnown(reason: string, { warnings }: ControlPlane): ViglaError {
  const ofIstiod = warnings.map(({ message }) => ` ${message}`).join('');
  return new ViglaError(
    'source_failed',
    `Which proxies there are is not known. Pods could not be read: ${reason}.${ofIstiod}`,
  );
}

/** Without objects istiod's word of the proxies is all there is, and no pod can be called gone. */
const noSnapshot: Pick<ObjectsSnapshot, 'objects' | 'cluster' | 'rootNamespace' | 'unread'> = {
  objects: noObjects,
  cluster: 'Kubernetes',
  rootNamespace: 'istio-system',
  unread: (['Pod', 'Service', 'EndpointSlice'] as const).map((kind) => ({
    kind,
    reason: 'No object could be read.',
  })),
};

/** The kinds that pods and their owners are read from; of others the pages that show them tell. */
const kindsOfFleet: readonly string[] = ['Pod', 'ReplicaSet', 'Job', 'Service', 'EndpointSlice', 'Sidecar'];

async function readObjects({ sources, signal }: LoadContext) {
  try {
    const snapshot = await sources.objects.snapshot(signal);
    const unread = snapshot.unread.filter(({ kind }) => kindsOfFleet.includes(kind));
    const warnings = unread.map(({ kind, reason }) =>
      warning(`${kind} objects could not be read, so what they say is missing: ${reason}`),
    );
    return { snapshot, warnings, error: undefined };
  } catch (error) {
    signal.throwIfAborted();
    const text = `Kubernetes objects could not be read, so only proxies that istiod knows are listed: ${messageOf(error)}`;
    return { snapshot: noSnapshot, warnings: [warning(text)], error };
  }
}

function warning(message: string): Warning {
  return { code: 'objects_missing', source: 'kubernetes', message };
}
