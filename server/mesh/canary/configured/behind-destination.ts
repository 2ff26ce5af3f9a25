import { matchesSelector } from '#server/mesh/graph/facts/matches-selector.ts';
import { inventoryOf } from '#server/mesh/inventory/inventory.ts';
import type { MeshObjects } from '#server/mesh/mesh-objects.ts';
import { backingPods } from '#server/mesh/routing/endpoint-counts.ts';
import { covers } from '#server/mesh/routing/subject.ts';
import { serviceKeysOf } from '#server/mesh/service-keys.ts';
import type { SplitVersion } from '../split.ts';
import type { Destination } from './configured-route.ts';
import { serviceRules } from './service-rules.ts';

export type Mesh = { objects: MeshObjects; rootNamespace: string };
export type Behind = Pick<SplitVersion, 'workloads' | 'endpoints' | 'problem'> & { problemId?: string };

/**
 * The workloads that a destination reaches. A subset's are those whose pods have the labels that the DestinationRule
 * gives it, whatever these are; those without pods at present count as well, since they may have had some.
 */
export function behindDestination({ host, service, subset }: Destination, mesh: Mesh): Behind {
  const { objects } = mesh;
  const isKnown = service !== undefined && serviceKeysOf(objects).has(`${service.namespace}/${service.name}`);
  if (!isKnown) return behindEntry(host, mesh);
  if (subset === undefined) return behindLabels(service, {}, mesh);
  const definitions = serviceRules(objects, service).flatMap(({ spec }) =>
    spec.subsets.filter(({ name }) => name === subset),
  );
  const [definition] = definitions;
  if (definition !== undefined) return behindLabels(service, definition.labels ?? {}, mesh, subset);
  return {
    workloads: [],
    problem: `no DestinationRule of ${service.namespace}/${service.name} defines subset ${subset}, so requests sent there get 503 (NC)`,
    problemId: 'no-subset',
  };
}

/** Hosts of ServiceEntries: what stands behind them is no workload of the mesh that telemetry would name. */
function behindEntry(host: string, { objects }: Mesh): Behind {
  const isKnown = objects.ServiceEntry.some(({ spec }) => spec.hosts.some((own) => covers(own, host)));
  if (isKnown) return { workloads: [] };
  return {
    workloads: [],
    problem: `no Service or ServiceEntry has the host ${host}, so requests sent there fail (NC)`,
    problemId: 'no-host',
  };
}

function behindLabels(
  { namespace, name }: { namespace: string; name: string },
  labels: Readonly<Record<string, string>>,
  { objects, rootNamespace }: Mesh,
  subset?: string,
): Behind {
  const inventory = inventoryOf(objects, rootNamespace);
  const pods = backingPods(objects, `${namespace}/${name}`, labels);
  const service = inventory.service(namespace, name);
  const labelled = (service === undefined ? [] : inventory.workloadsOf(service)).filter((workload) =>
    matchesSelector(workload.labels, labels),
  );
  const running = pods.flatMap(
    ({ pod }) => (pod && inventory.workloadOfPod(namespace, pod.metadata.name)) ?? [],
  );
  const workloads = [...new Set([...running, ...labelled].map((workload) => workload.name))].sort();
  const ready = pods.filter(({ isReady }) => isReady).length;
  const endpoints = { ready, total: pods.length };
  if (ready > 0) return { workloads, endpoints };
  const which = subset === undefined ? `Service ${namespace}/${name}` : `subset ${subset}`;
  const text = pods.length === 0 ? `no pod stands behind ${which}` : `none of the pods of ${which} is ready`;
  return {
    workloads,
    endpoints,
    problem: `${text}, so requests sent there get 503 (UH)`,
    problemId: pods.length === 0 ? 'no-pods' : 'not-ready',
  };
}
