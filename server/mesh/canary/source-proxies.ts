import { inventoryOf } from '#server/mesh/inventory/inventory.ts';
import type { MeshObjects } from '#server/mesh/mesh-objects.ts';
import { type MeshProxy, type ProxyType, proxyTypeOf } from '#server/mesh/proxy/find-proxy.ts';

/** A workload as telemetry names it. */
export type SourceName = { namespace: string; workload: string };

/** An Envoy of a workload. */
export type SourceProxy = Omit<MeshProxy, 'type'> & {
  type: Extract<ProxyType, 'sidecar' | 'gateway' | 'waypoint'>;
  workload: string;
};

type Limits = { ofEach?: number; inAll: number };

/**
 * The pods of workloads that have an Envoy, one of each workload before the others, and how many more there are. Workloads
 * that run nothing, or nothing with an Envoy, have none.
 */
export function sourceProxiesOf(
  sources: readonly SourceName[],
  { objects, rootNamespace }: { objects: MeshObjects; rootNamespace: string },
  { ofEach = Number.POSITIVE_INFINITY, inAll }: Limits,
): { chosen: SourceProxy[]; leftOut: SourceProxy[] } {
  const inventory = inventoryOf(objects, rootNamespace);
  const names = new Map(sources.map((source) => [`${source.namespace}/${source.workload}`, source]));
  const ranked = [...names.values()].flatMap(({ namespace, workload }) =>
    inventory
      .workloadsIn(namespace)
      .filter(({ name }) => name === workload)
      .flatMap(({ pods }) => pods.flatMap((pod) => proxyOf(pod, workload) ?? []))
      .sort((one, other) => (one.name < other.name ? -1 : 1))
      .map((proxy, replica) => ({ proxy, replica })),
  );
  const inOrder = ranked.sort((one, other) => one.replica - other.replica);
  const isChosen = ({ replica }: { replica: number }, place: number) => replica < ofEach && place < inAll;
  return {
    chosen: inOrder.filter(isChosen).map(({ proxy }) => proxy),
    leftOut: inOrder.filter((entry, place) => !isChosen(entry, place)).map(({ proxy }) => proxy),
  };
}

function proxyOf(pod: MeshProxy['pod'], workload: string): SourceProxy | undefined {
  const type = proxyTypeOf(pod);
  // ztunnel passes connections on and chooses no version; agentgateways have no tables of Envoy's.
  if (type === undefined || type === 'ztunnel' || type === 'agentgateway') return undefined;
  return { pod, namespace: pod.metadata.namespace ?? '', name: pod.metadata.name, type, workload };
}
