import type { ObjectOf } from '#lib/objects/kinds.ts';
import type { TargetKind } from '#lib/target.ts';
import type { Inventory, InventoryWorkload } from '#server/mesh/inventory/inventory.ts';
import type { MeshObjects } from '#server/mesh/mesh-objects.ts';
import { storeName } from './store-name.ts';

/** Whose spans to look for; everything must hold for one span. */
export type TargetSearch = {
  service?: string;
  tags: Record<string, string>;
  kind?: 'server' | 'client';
  proxies?: string[];
};
export type TargetSearches = { searches: TargetSearch[]; remarks: string[] };

type Named = { namespace: string; name: string };
type Known = {
  inventory: Inventory;
  serviceEntries: MeshObjects['ServiceEntry'];
  /** Names that the store knows. */
  services: readonly string[];
};

/** How each kind of target is found in a store, which knows nothing but names and tags of spans. */
export const targetSearches: Record<TargetKind, (target: Named, known: Known) => TargetSearches> = {
  workload(target, known) {
    const { namespace, name } = target;
    const workload = known.inventory.workload(namespace, name);
    if (workload === undefined) return byNameAlone(target);
    const named = storeName(workload, known.services);
    const siblings = known.inventory.application({ namespace, app: workload.app });
    const twins = siblings.filter(({ version }) => version === workload.version);
    return {
      remarks: twins.length > 1 ? [...named.remarks, sharedNames(workload)] : named.remarks,
      searches: [
        {
          service: named.service,
          tags: {
            ...named.tags,
            ...(siblings.length > 1 ? { 'istio.canonical_revision': workload.version } : {}),
          },
          // Two workloads may share app and version: then only the pod behind a span says whose it is.
          ...(twins.length > 1 ? { proxies: proxiesOf(workload) } : {}),
        },
      ],
    };
  },
  application(target, known) {
    const [first] = known.inventory.application({ namespace: target.namespace, app: target.name });
    return first === undefined ? byNameAlone(target) : ownSpans([first], known);
  },
  service(target, known) {
    const service = known.inventory.service(target.namespace, target.name);
    const entry = known.serviceEntries.find(
      ({ metadata }) => metadata.namespace === target.namespace && metadata.name === target.name,
    );
    if (service === undefined) return entry === undefined ? byNameAlone(target, 'server') : callersOf(entry);
    const workloads = known.inventory.workloadsOf(service);
    if (workloads.length === 0)
      return {
        searches: [],
        remarks: [
          `No workload stands behind the service ${target.name}, so no proxy of its own records spans. Its callers' traces have them.`,
        ],
      };
    const apps = new Map(workloads.map((workload) => [workload.app, workload]));
    return ownSpans([...apps.values()], known, 'server');
  },
};

function ownSpans(
  workloads: readonly InventoryWorkload[],
  known: Known,
  kind?: TargetSearch['kind'],
): TargetSearches {
  const named = workloads.map((workload) => storeName(workload, known.services));
  return {
    searches: named.map(({ service, tags }) => ({ service, tags, ...(kind === undefined ? {} : { kind }) })),
    remarks: named.flatMap(({ remarks }) => remarks),
  };
}

const mostClusters = 8;

/** Hosts of a ServiceEntry have no proxy: only callers' spans tell of them, by the Envoy cluster that they went to. */
function callersOf({ spec }: ObjectOf<'ServiceEntry'>): TargetSearches {
  const clusters = spec.hosts.flatMap((host) =>
    (spec.ports ?? []).map(({ number }) => `outbound|${number}||${host}`),
  );
  const [first] = clusters;
  const left = clusters.length - mostClusters;
  return {
    searches: clusters
      .slice(0, mostClusters)
      .map((cluster) => ({ kind: 'client', tags: { upstream_cluster: cluster } })),
    remarks: [
      ...(first === undefined ? ['The ServiceEntry has no ports, so no span can tell of it.'] : []),
      ...(left > 0
        ? [`Only the first ${mostClusters} of its ${clusters.length} hosts and ports were searched.`]
        : []),
    ],
  };
}

function byNameAlone({ namespace, name }: Named, kind?: TargetSearch['kind']): TargetSearches {
  const service = `${name}.${namespace}`;
  return {
    searches: [{ service, tags: {}, ...(kind === undefined ? {} : { kind }) }],
    remarks: [
      `${name} is not among the objects of the cluster that were read: traces are searched by the name ${service} alone.`,
    ],
  };
}

function sharedNames({ name, app, version }: InventoryWorkload): string {
  return `Other workloads share the app ${app} and the version ${version} with ${name}: only spans of pods that run now can be told apart, those of earlier ones are missing.`;
}

function proxiesOf({ namespace, pods }: InventoryWorkload): string[] {
  return pods.map(({ metadata }) => `${metadata.name}.${namespace}`);
}
