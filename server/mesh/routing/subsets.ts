import type { Subset } from '#lib/contract/routing.ts';
import { inventoryOf } from '#server/mesh/inventory/inventory.ts';
import type { MeshObjects } from '#server/mesh/mesh-objects.ts';
import type { DestinationRule } from './destination-rules.ts';
import { backingPods } from './endpoint-counts.ts';
import { policyWords } from './policy-words.ts';
import type { RoutingSubject } from './subject.ts';

type Mesh = { objects: MeshObjects; rootNamespace: string };

/** Every subset that DestinationRules define for a service, with the pods that its labels choose. */
export function subsetsOf(
  rules: readonly DestinationRule[],
  { subject, objects, rootNamespace }: Mesh & { subject: RoutingSubject },
): Subset[] {
  const key = `${subject.namespace}/${subject.name}`;
  const workloads = inventoryOf(objects, rootNamespace).workloadsIn(subject.namespace);
  return rules.flatMap(({ metadata, spec }) =>
    spec.subsets.map((subset) => {
      const labels = subset.labels ?? {};
      const backing = backingPods(objects, key, labels);
      const ready = backing.filter(({ isReady }) => isReady).length;
      const names = new Set(backing.map(({ pod }) => pod?.metadata.name));
      const owners = workloads.filter(({ pods }) => pods.some((pod) => names.has(pod.metadata.name)));
      return {
        name: subset.name,
        object: { kind: 'DestinationRule', namespace: metadata.namespace ?? '', name: metadata.name },
        labels,
        endpoints: { ready, total: backing.length },
        workloads: owners.map(({ name }) => name),
        policy: policyWords(subset.trafficPolicy),
        ...problemOf({ subject, ready, total: backing.length }),
      };
    }),
  );
}

/** Endpoints of a ServiceEntry are no pods, so nothing can be said of its subsets here. */
function problemOf({ subject, ready, total }: { subject: RoutingSubject; ready: number; total: number }) {
  if (subject.kind === 'ServiceEntry' || ready > 0) return {};
  return {
    problem:
      total === 0
        ? 'no pod of the service has these labels: requests to it get 503 (UH)'
        : 'none of its pods is ready: requests to it get 503 (UH)',
  };
}
