import type { ObjectOf } from '#lib/objects/kinds.ts';
import { matchesSelector } from '#server/mesh/graph/facts/matches-selector.ts';
import type { MeshObjects } from '#server/mesh/mesh-objects.ts';
import { groupWorkloads, type Workload } from './group-workloads.ts';
import { type Membership, membershipOf } from './mesh-membership.ts';

export type InventoryWorkload = Workload & { membership: Membership };
type Service = ObjectOf<'Service'>;

/** What the objects of a cluster amount to, ready to be looked up. */
export type Inventory = {
  workloads: readonly InventoryWorkload[];
  workloadsIn(namespace: string): readonly InventoryWorkload[];
  /** By the name that telemetry gives a workload; several kinds may share one name. */
  workload(namespace: string, name: string): InventoryWorkload | undefined;
  /** The workload that a pod belongs to. */
  workloadOfPod(namespace: string, pod: string): InventoryWorkload | undefined;
  /** Workloads of one app, of one version where that is given. */
  application(of: {
    namespace: string;
    app: string;
    version?: string | undefined;
  }): readonly InventoryWorkload[];
  service(namespace: string, name: string): Service | undefined;
  /** Services whose selector matches the pods of a workload. */
  servicesOf(workload: Pick<Workload, 'namespace' | 'labels'>): readonly Service[];
  /** Workloads that stand behind a service. */
  workloadsOf(service: Service): readonly InventoryWorkload[];
};

const kept = new WeakMap<MeshObjects, Inventory>();

/** The inventory of a snapshot, made once for each. `rootNamespace` is the control plane's. */
export function inventoryOf(objects: MeshObjects, rootNamespace: string): Inventory {
  const known = kept.get(objects);
  if (known !== undefined) return known;
  const inventory = takeInventory(objects, rootNamespace);
  kept.set(objects, inventory);
  return inventory;
}

function takeInventory(objects: MeshObjects, rootNamespace: string): Inventory {
  const namespaces = new Map(objects.Namespace.map((namespace) => [namespace.metadata.name, namespace]));
  const workloads = groupWorkloads(objects).map((workload) => ({
    ...workload,
    membership: membershipOf(workload, { namespace: namespaces.get(workload.namespace), rootNamespace }),
  }));
  const byNamespace = Map.groupBy(workloads, ({ namespace }) => namespace);
  const byName = new Map(workloads.map((workload) => [`${workload.namespace}/${workload.name}`, workload]));
  const byPod = new Map(
    workloads.flatMap((workload) =>
      workload.pods.map(({ metadata }) => [`${workload.namespace}/${metadata.name}`, workload]),
    ),
  );
  const byApp = Map.groupBy(workloads, ({ namespace, app }) => `${namespace}/${app}`);
  const servicesByLabel = Map.groupBy(objects.Service, (service) => selectorKey(service) ?? '');
  const workloadsByLabel = new Map<string, InventoryWorkload[]>();
  for (const workload of workloads) {
    for (const key of labelKeys(workload)) {
      const sharing = workloadsByLabel.get(key) ?? [];
      workloadsByLabel.set(key, sharing);
      sharing.push(workload);
    }
  }
  const services = new Map(
    objects.Service.map((service) => [`${service.metadata.namespace}/${service.metadata.name}`, service]),
  );
  return {
    workloads,
    workloadsIn: (namespace) => byNamespace.get(namespace) ?? [],
    workload: (namespace, name) => byName.get(`${namespace}/${name}`),
    workloadOfPod: (namespace, pod) => byPod.get(`${namespace}/${pod}`),
    application: ({ namespace, app, version }) =>
      (byApp.get(`${namespace}/${app}`) ?? []).filter(
        (workload) => version === undefined || workload.version === version,
      ),
    service: (namespace, name) => services.get(`${namespace}/${name}`),
    servicesOf: (workload) =>
      labelKeys(workload)
        .flatMap((key) => servicesByLabel.get(key) ?? [])
        .filter((service) => isBehind(service, workload.labels)),
    workloadsOf: (service) =>
      (workloadsByLabel.get(selectorKey(service) ?? '') ?? []).filter(({ labels }) =>
        isBehind(service, labels),
      ),
  };
}

/** One label of the selector finds the few candidates; without it every Service would be held against every workload. */
function selectorKey({ metadata, spec }: Service): string | undefined {
  const [first] = Object.entries(spec.selector ?? {});
  return first === undefined ? undefined : `${metadata.namespace ?? ''}/${first[0]}=${first[1]}`;
}

function labelKeys({ namespace, labels }: Pick<Workload, 'namespace' | 'labels'>): string[] {
  return Object.entries(labels).map(([key, value]) => `${namespace}/${key}=${value}`);
}

/** A Service without a selector stands before nothing that its labels could tell. */
function isBehind({ spec }: Service, labels: Workload['labels']): boolean {
  const { selector = {} } = spec;
  return Object.keys(selector).length > 0 && matchesSelector(labels, selector);
}
