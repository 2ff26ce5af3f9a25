import type { GraphNode } from '#lib/contract/graph.ts';
import type { Membership, WorkloadItem } from '#lib/contract/inventory.ts';
import { judgeAvailability, withoutTraffic } from '#server/mesh/health/judge-availability.ts';
import { explainMembership } from './explain-membership.ts';
import type { InventoryWorkload } from './inventory.ts';
import type { ListFacts } from './list-facts.ts';
import type { Machine } from './machines.ts';
import { isPodReady } from './pod-counts.ts';

/** Every workload of the namespaces asked for, those that only telemetry knows among them, by namespace and name. */
export function workloadItems(facts: ListFacts): WorkloadItem[] {
  const declared = facts.inventory.workloads.filter(({ namespace }) => facts.isAsked(namespace));
  const machines = facts.machines.filter(({ namespace }) => facts.isAsked(namespace));
  const ids = new Set([...declared, ...machines].map((one) => idOf(facts, one)));
  const reported = facts.traffic.nodes.filter(
    ({ kind, id, namespace }) => kind === 'workload' && !ids.has(id) && isListed(facts, namespace),
  );
  return [
    ...declared.map((workload) => workloadItem(workload, facts)),
    ...machines.map((machine) => machineItem(machine, facts)),
    ...reported.map((node) => reportedWorkload(node, facts)),
  ].sort(byName);
}

/** Telemetry calls `unknown` what it knows nothing of. */
export function isListed(facts: ListFacts, namespace: string | undefined): namespace is string {
  return namespace !== undefined && namespace !== 'unknown' && facts.isAsked(namespace);
}

export function workloadItem(workload: InventoryWorkload, facts: ListFacts): WorkloadItem {
  const { kind, namespace, name, app, version, labels, pods, desired, available } = workload;
  const id = idOf(facts, { namespace, name });
  const inMesh = explainMembership(workload, facts.namespaceOf(namespace));
  const availability = judgeAvailability({ subject: `${kind} ${namespace}/${name}`, desired, available });
  return {
    cluster: facts.cluster,
    namespace,
    name,
    kind,
    app,
    health:
      facts.traffic.healthOf(id) ?? (facts.traffic.isKnown ? availability : withoutTraffic(availability)),
    inMesh,
    labels: { ...labels },
    versions: [version],
    figures: facts.traffic.figuresOf(id),
    objects: facts.objectsOfWorkload({ namespace, name, labels, isOutOfMesh: inMesh.mode === 'none' }),
    pods: { ready: pods.filter(isPodReady).length, total: Math.max(desired ?? 0, pods.length) },
    services: facts.inventory
      .servicesOf(workload)
      .map(({ metadata }) => metadata.name)
      .sort(),
  };
}

/** A machine has no pods: those that are ready and all that there are count in their place. */
export function machineItem(machine: Machine, facts: ListFacts): WorkloadItem {
  const { kind, namespace, name, app, version, labels, ready, total, inMesh } = machine;
  const id = idOf(facts, machine);
  return {
    cluster: facts.cluster,
    namespace,
    name,
    kind,
    app,
    health: facts.traffic.healthOf(id) ?? facts.traffic.without,
    inMesh,
    labels: { ...labels },
    versions: [version],
    figures: facts.traffic.figuresOf(id),
    objects: facts.objectsOfWorkload({ namespace, name, labels, isOutOfMesh: inMesh.mode === 'none' }),
    pods: { ready, total },
    services: [],
  };
}

/** A workload that had traffic, but that no object stands for. */
export function reportedWorkload(node: GraphNode, facts: ListFacts): WorkloadItem {
  const { id, cluster, namespace = '', name, app, version, health } = node;
  return {
    cluster,
    namespace,
    name,
    kind: 'unknown',
    ...(app === undefined ? {} : { app }),
    health,
    inMesh: { mode: 'unknown', why: onlyReported(node, facts) },
    labels: {},
    versions: version === undefined ? [] : [version],
    figures: facts.traffic.figuresOf(id),
    objects: [],
    pods: { ready: 0, total: 0 },
    services: [],
  };
}

/** Why nothing but telemetry knows a thing. */
export function onlyReported({ cluster }: Pick<GraphNode, 'cluster'>, facts: ListFacts): Membership['why'] {
  const text = !facts.objectsKnown
    ? 'Only telemetry names it: the objects of the cluster could not be read.'
    : cluster === facts.cluster
      ? 'Only telemetry names it: no object of this name is in the cluster now, so it was deleted or it runs elsewhere.'
      : `Only telemetry names it: it runs in cluster ${cluster}, whose objects are not read here.`;
  return { text, evidence: [] };
}

function idOf({ cluster }: ListFacts, { namespace, name }: { namespace: string; name: string }): string {
  return `workload:${cluster}/${namespace}/${name}`;
}

/** By namespace, then name; the separator sorts before every character of a name. */
export function byName(
  one: { namespace: string; name: string; cluster: string },
  other: { namespace: string; name: string; cluster: string },
): number {
  const [a, b] = [one, other].map(({ namespace, name, cluster }) => `${namespace} ${name} ${cluster}`);
  return (a ?? '') < (b ?? '') ? -1 : 1;
}
