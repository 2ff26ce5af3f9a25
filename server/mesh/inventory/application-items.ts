import type { GraphNode } from '#lib/contract/graph.ts';
import type { ApplicationItem } from '#lib/contract/inventory.ts';
import { judgeAvailability, withoutTraffic } from '#server/mesh/health/judge-availability.ts';
import { mergeHealth } from '#server/mesh/health/merge-health.ts';
import { groupMembership } from './group-membership.ts';
import type { InventoryWorkload } from './inventory.ts';
import type { ListFacts } from './list-facts.ts';
import { isPodReady } from './pod-counts.ts';
import { sharedLabels } from './shared-labels.ts';
import { byName, isListed, onlyReported } from './workload-items.ts';

/** Workloads of one canonical name in a namespace, taken together, by namespace and name. */
export function applicationItems(facts: ListFacts): ApplicationItem[] {
  const listed = facts.inventory.workloads.filter(({ namespace }) => facts.isAsked(namespace));
  const groups = Map.groupBy(listed, ({ namespace, app }) => `${namespace}/${app}`);
  const ids = new Set([...groups.keys()].map((key) => `application:${facts.cluster}/${key}`));
  const reported = facts.traffic.nodes.filter(
    ({ kind, id, namespace }) => kind === 'application' && !ids.has(id) && isListed(facts, namespace),
  );
  return [
    ...[...groups.values()].map((workloads) => applicationItem(workloads, facts)),
    ...reported.map((node) => reportedApplication(node, facts)),
  ].sort(byName);
}

/** `workloads` share a namespace and a canonical name; there is at least one. */
export function applicationItem(workloads: readonly InventoryWorkload[], facts: ListFacts): ApplicationItem {
  const [{ namespace, app: name } = { namespace: '', app: '' }] = workloads;
  const id = `application:${facts.cluster}/${namespace}/${name}`;
  const availability = workloads.map((workload) =>
    judgeAvailability({ subject: `${workload.kind} ${namespace}/${workload.name}`, ...workload }),
  );
  const ofPods = mergeHealth(availability);
  const objects = workloads.flatMap((workload) =>
    facts.objectsOfWorkload({
      ...workload,
      isOutOfMesh:
        workload.membership.mode === 'none' && workload.membership.withoutSidecar === workload.pods.length,
    }),
  );
  const pods = workloads.flatMap((workload) => workload.pods);
  return {
    cluster: facts.cluster,
    namespace,
    name,
    // A proxy that serves others (a waypoint) is no application in the graph.
    health: facts.traffic.healthOf(id) ?? (facts.traffic.isKnown ? ofPods : withoutTraffic(ofPods)),
    inMesh: groupMembership(workloads, facts),
    labels: sharedLabels(workloads),
    versions: [...new Set(workloads.map(({ version }) => version))].sort(),
    figures: facts.traffic.figuresOf(id),
    objects: [...new Map(objects.map((object) => [Object.values(object).join('/'), object])).values()],
    workloads: workloads.map((workload) => ({ name: workload.name, version: workload.version })),
    services: servicesOf(workloads, facts),
    pods: {
      ready: pods.filter(isPodReady).length,
      total: workloads.reduce((sum, { desired, pods: own }) => sum + Math.max(desired ?? 0, own.length), 0),
    },
  };
}

function servicesOf(workloads: readonly InventoryWorkload[], { inventory }: ListFacts): string[] {
  const names = workloads.flatMap((workload) =>
    inventory.servicesOf(workload).map(({ metadata }) => metadata.name),
  );
  return [...new Set(names)].sort();
}

export function reportedApplication(node: GraphNode, facts: ListFacts): ApplicationItem {
  const { id, cluster, namespace = '', name, health } = node;
  return {
    cluster,
    namespace,
    name,
    health,
    inMesh: { mode: 'unknown', why: onlyReported(node, facts) },
    labels: {},
    versions: [],
    figures: facts.traffic.figuresOf(id),
    objects: [],
    workloads: [],
    services: [],
    pods: { ready: 0, total: 0 },
  };
}
