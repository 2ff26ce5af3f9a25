import type { Endpoint } from '#lib/contract/details.ts';
import type { ObjectOf } from '#lib/objects/kinds.ts';
import type { Inventory } from '#server/mesh/inventory/inventory.ts';
import type { MeshObjects } from '#server/mesh/mesh-objects.ts';

type Slice = ObjectOf<'EndpointSlice'>;
const kept = new WeakMap<MeshObjects, ReadonlyMap<string, readonly Slice[]>>();

/** The addresses behind a Service, with the pod and workload of each, ready ones first, then by pod. */
export function endpointsOf(
  { namespace, name }: { namespace: string; name: string },
  { objects, inventory }: { objects: MeshObjects; inventory: Inventory },
): Endpoint[] {
  const slices = slicesByService(objects).get(`${namespace}/${name}`) ?? [];
  return slices
    .flatMap((slice) =>
      (slice.endpoints ?? []).flatMap(({ addresses, conditions, targetRef }): Endpoint[] => {
        const pod = targetRef?.kind === 'Pod' ? targetRef.name : undefined;
        const workload = pod === undefined ? undefined : inventory.workloadOfPod(namespace, pod);
        return addresses.map((address) => ({
          address,
          ports: (slice.ports ?? []).flatMap(({ port }) => port ?? []),
          // Kubernetes: an unset condition means ready.
          isReady: conditions?.ready ?? true,
          ...(pod === undefined ? {} : { pod }),
          ...(workload === undefined ? {} : { workload: workload.name, version: workload.version }),
        }));
      }),
    )
    .sort((one, other) => (sortKey(one) < sortKey(other) ? -1 : 1));
}

function sortKey({ isReady, pod, address }: Endpoint): string {
  return `${isReady ? 0 : 1} ${pod ?? ''} ${address}`;
}

function slicesByService(objects: MeshObjects): ReadonlyMap<string, readonly Slice[]> {
  const known = kept.get(objects);
  if (known !== undefined) return known;
  const slices = Map.groupBy(
    objects.EndpointSlice,
    ({ metadata }) => `${metadata.namespace}/${metadata.labels['kubernetes.io/service-name']}`,
  );
  kept.set(objects, slices);
  return slices;
}

/** Of a ServiceEntry: those it lists, and the WorkloadEntries and pods that it selects. */
export function entryEndpoints(
  { metadata, spec }: ObjectOf<'ServiceEntry'>,
  { objects, inventory }: { objects: MeshObjects; inventory: Inventory },
): Endpoint[] {
  const ports = (spec.ports ?? []).map(({ number, name }) => ({ number, name }));
  const listed = (spec.endpoints ?? []).flatMap(({ address, ports: own }): Endpoint[] =>
    address === undefined
      ? []
      : [{ address, ports: ports.map(({ number, name }) => own?.[name] ?? number), isReady: true }],
  );
  const numbers = ports.map(({ number }) => number);
  const selected = selectedBy(spec.workloadSelector?.labels, metadata.namespace ?? '', {
    objects,
    inventory,
  });
  return [...listed, ...selected.map((endpoint) => ({ ...endpoint, ports: numbers }))];
}

function selectedBy(
  selector: Readonly<Record<string, string>> = {},
  namespace: string,
  { objects, inventory }: { objects: MeshObjects; inventory: Inventory },
): Omit<Endpoint, 'ports'>[] {
  const wanted = Object.entries(selector);
  if (wanted.length === 0) return [];
  const matches = (labels: Readonly<Record<string, string>>) =>
    wanted.every(([key, value]) => labels[key] === value);
  const entries = objects.WorkloadEntry.filter(
    ({ metadata, spec }) => metadata.namespace === namespace && matches(spec.labels),
  ).flatMap(({ metadata, spec }) =>
    spec.address === undefined ? [] : [{ address: spec.address, isReady: true, workload: metadata.name }],
  );
  const pods = inventory
    .workloadsIn(namespace)
    .filter(({ labels }) => matches(labels))
    .flatMap(({ pods: own, name, version }) =>
      own.flatMap(({ metadata, status }) =>
        status.podIP === undefined
          ? []
          : [{ address: status.podIP, isReady: true, pod: metadata.name, workload: name, version }],
      ),
    );
  return [...entries, ...pods];
}
