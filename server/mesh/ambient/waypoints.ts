import type { Enrolled, WaypointItem } from '#lib/contract/ambient.ts';
import { isPodReady } from '#server/mesh/inventory/pod-counts.ts';
import type { MeshObjects } from '#server/mesh/mesh-objects.ts';
import { objectsAt, textAt } from '#server/mesh/proxy/json/json.ts';
import {
  isWaypoint,
  namedWaypoint,
  type TrafficType,
  waypointProblem,
  waypointTraffic,
} from './waypoint-use.ts';

type Kind = 'Namespace' | 'Service' | 'ServiceEntry' | 'Pod';
/** What may be enrolled, and which sort of traffic that moves. */
const enrollable: Record<Kind, TrafficType> = {
  Namespace: 'service',
  Service: 'service',
  ServiceEntry: 'service',
  Pod: 'workload',
};
const kinds: readonly Kind[] = ['Namespace', 'Service', 'ServiceEntry', 'Pod'];

/** Every waypoint with what is enrolled; its Envoy's errors are added by who can ask it. */
export function waypointsOf(objects: MeshObjects): Omit<WaypointItem, 'errors'>[] {
  return objects.Gateway.filter(isWaypoint).map((gateway) => {
    const { namespace = '', name, labels } = gateway.metadata;
    const { type, from } = waypointTraffic(gateway);
    const programmed = objectsAt(gateway, 'status', 'conditions').find(
      (condition) => textAt(condition, 'type') === 'Programmed',
    );
    const isProgrammed = programmed === undefined ? undefined : textAt(programmed, 'status') === 'True';
    const told = [textAt(programmed, 'reason'), textAt(programmed, 'message')].filter(
      (text) => text !== undefined,
    );
    return {
      namespace,
      name,
      ...(labels['istio.io/rev'] === undefined ? {} : { revision: labels['istio.io/rev'] }),
      trafficType: type,
      trafficTypeFrom: from,
      ...(isProgrammed === undefined ? {} : { isProgrammed }),
      ...(isProgrammed === false ? { message: told.join(': ') } : {}),
      pods: podsOf(objects, { namespace, name }),
      enrolled: enrolledIn(objects, { namespace, name }),
    };
  });
}

type At = { namespace: string; name: string };

function podsOf({ Pod: pods }: MeshObjects, { namespace, name }: At): WaypointItem['pods'] {
  return pods
    .filter(({ metadata }) => {
      const { labels } = metadata;
      const gateway = labels['gateway.networking.k8s.io/gateway-name'] ?? labels['istio.io/gateway-name'];
      return metadata.namespace === namespace && gateway === name;
    })
    .map((pod) => ({ name: pod.metadata.name, isReady: isPodReady(pod) }));
}

function enrolledIn(objects: MeshObjects, waypoint: At): Enrolled[] {
  return kinds.flatMap((kind) =>
    objects[kind].flatMap((object): Enrolled[] => {
      const { namespace = '', name } = object.metadata;
      const use = namedWaypoint({ ...object, kind }, kind === 'Namespace' ? name : namespace);
      if (use === undefined || use.namespace !== waypoint.namespace || use.name !== waypoint.name) return [];
      // A namespace's label moves both sorts of traffic, whichever the waypoint serves.
      const problem = kind === 'Namespace' ? undefined : waypointProblem(use, objects, enrollable[kind]);
      const bound = objectsAt(object, 'status', 'conditions').find(
        (condition) => textAt(condition, 'type') === 'istio.io/WaypointBound',
      );
      const message = textAt(bound, 'message');
      return [
        {
          object: { kind, namespace: kind === 'Namespace' ? '' : namespace, name },
          label: use.from,
          ...(message === undefined ? {} : { bound: message }),
          ...(problem === undefined ? {} : { problem }),
        },
      ];
    }),
  );
}
