import type { ProxyItem } from '#lib/contract/proxies.ts';
import type { ObjectOf } from '#lib/objects/kinds.ts';
import { type Owner, topOwnerFinder } from '#server/mesh/inventory/top-owner.ts';
import type { MeshObjects } from '#server/mesh/mesh-objects.ts';
import { proxiesOf } from '#server/mesh/proxy/find-proxy.ts';
import type { Connection } from './connections.ts';
import type { ControlPlane } from './control-plane.ts';
import { proxyId } from './proxy-id.ts';
import type { ProxySync } from './sync-states.ts';

/** One proxy as the cluster and istiod know it; of those that only one of them knows, the other half is missing. */
export type FleetProxy = {
  cluster: string;
  namespace: string;
  pod: string;
  type: ProxyItem['type'];
  object: ObjectOf<'Pod'> | undefined;
  owner: Owner | undefined;
  sync: ProxySync | undefined;
  connection: Connection | undefined;
};

/** istiod's words for types; its own name of a gateway is `router`. */
const typesOfIstiod: Readonly<Record<string, ProxyItem['type']>> = {
  sidecar: 'sidecar',
  router: 'gateway',
  waypoint: 'waypoint',
  ztunnel: 'ztunnel',
  agentgateway: 'agentgateway',
};

/** Every proxy: the pods that run one, and what is connected to istiod without being such a pod. */
export function fleetOf(
  { objects, cluster }: { objects: MeshObjects; cluster: string },
  { syncs, connections }: Pick<ControlPlane, 'syncs' | 'connections'>,
): FleetProxy[] {
  const ownerOf = topOwnerFinder(objects);
  const ofPods = proxiesOf(objects)
    .filter(({ pod }) => isToRun(pod))
    .map(({ pod, namespace, name, type }): FleetProxy => {
      const id = proxyId({ namespace, pod: name });
      const known = syncs.get(id);
      const sync = known?.cluster === undefined || known.cluster === cluster ? known : undefined;
      return {
        cluster,
        namespace,
        pod: name,
        type,
        object: pod,
        owner: ownerOf(pod.metadata),
        sync,
        // Some are connected and ask for nothing: those are in no list of states.
        connection: known === sync ? connections.get(id) : undefined,
      };
    });
  const joined = new Set(ofPods.flatMap(({ sync }) => (sync === undefined ? [] : [sync])));
  const pods = new Map(
    objects.Pod.map((pod) => [
      proxyId({ namespace: pod.metadata.namespace ?? '', pod: pod.metadata.name }),
      pod,
    ]),
  );
  const others = [...syncs].filter(([, sync]) => !joined.has(sync));
  return [
    ...ofPods,
    ...others.map(([id, sync]): FleetProxy => {
      const home = sync.cluster ?? cluster;
      const pod = home === cluster ? pods.get(id) : undefined;
      return {
        cluster: home,
        namespace: sync.namespace,
        pod: sync.pod,
        type: typesOfIstiod[sync.type ?? ''] ?? 'unknown',
        object: pod,
        owner: pod && ownerOf(pod.metadata),
        sync,
        connection: connections.get(id),
      };
    }),
  ];
}

/** The proxy of a pod that came to its end has come to its own. */
function isToRun({ status }: ObjectOf<'Pod'>): boolean {
  return status.phase !== 'Succeeded' && status.phase !== 'Failed';
}
