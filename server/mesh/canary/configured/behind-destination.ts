import { matchesSelector } from '#server/mesh/graph/facts/matches-selector.ts';
import { inventoryOf } from '#server/mesh/inventory/inventory.ts';
import type { MeshObjects } from '#server/mesh/mesh-objects.ts';
import { destinationRulesOf } from '#server/mesh/routing/destination-rules.ts';
import { backingPods } from '#server/mesh/routing/endpoint-counts.ts';
import { covers, routingSubject } from '#server/mesh/routing/subject.ts';
import type { SplitVersion } from '../split.ts';
import type { Destination } from './configured-route.ts';

export type Mesh = { objects: MeshObjects; rootNamespace: string };
export type Behind = Pick<SplitVersion, 'workloads' | 'endpoints' | 'problem'> & { problemId?: string };

/**
 * The workloads that a destination reaches. A subset's are those whose pods have the labels that the DestinationRule
 * gives it, whatever these are; those without pods at present count as well, since they may have had some.
 */
export function behindDestination({ host, service, subset }: Destination, mesh: Mesh): Behind {
  const { objects } = mesh;
  const subject = service === undefined ? undefined : routingSubject(objects, service);
  if (service === undefined || subject?.kind !== 'Service') return behindEntry(host, mesh);
  if (subset === undefined) return behindLabels(service, {}, mesh);
  const definitions = destinationRulesOf(objects, subject).flatMap(({ spec }) =>
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
  const podNames = new Set(pods.map(({ pod }) => pod?.metadata.name));
  const service = inventory.service(namespace, name);
  const labelled = service === undefined ? [] : inventory.workloadsOf(service);
  const workloads = inventory
    .workloadsIn(namespace)
    .filter(
      (workload) =>
        workload.pods.some(({ metadata }) => podNames.has(metadata.name)) ||
        (labelled.includes(workload) && matchesSelector(workload.labels, labels)),
    )
    .map((workload) => workload.name);
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
