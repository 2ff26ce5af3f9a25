import type { ObjectOf } from '#lib/objects/kinds.ts';
import { matchesSelector } from '#server/mesh/graph/facts/matches-selector.ts';
import type { MeshObjects } from '#server/mesh/mesh-objects.ts';

type Pod = ObjectOf<'Pod'>;
export type EndpointCounts = { ready: number; total: number };

type BackingPod = { pod: Pod | undefined; isReady: boolean };
const kept = new WeakMap<MeshObjects, ReadonlyMap<string, readonly BackingPod[]>>();

/** Pods behind a Service, `<namespace>/<name>`, with these labels. Source: its EndpointSlices. */
export function endpointCounts(
  objects: MeshObjects,
  service: string,
  labels: Readonly<Record<string, string>> = {},
): EndpointCounts {
  const found = backingPods(objects, service, labels);
  return { ready: found.filter(({ isReady }) => isReady).length, total: found.length };
}

/** The pods themselves; an endpoint that is no pod has no labels, so no subset holds it. */
export function backingPods(
  objects: MeshObjects,
  service: string,
  labels: Readonly<Record<string, string>> = {},
): readonly BackingPod[] {
  const all = indexOf(objects).get(service) ?? [];
  if (Object.keys(labels).length === 0) return all;
  return all.filter(({ pod }) => pod !== undefined && matchesSelector(pod.metadata.labels, labels));
}

function indexOf(objects: MeshObjects) {
  const known = kept.get(objects);
  if (known !== undefined) return known;
  const pods = new Map(objects.Pod.map((pod) => [`${pod.metadata.namespace}/${pod.metadata.name}`, pod]));
  const index = new Map<string, BackingPod[]>();
  const seen = new Set<string>();
  for (const { metadata, endpoints } of objects.EndpointSlice) {
    const name = metadata.labels['kubernetes.io/service-name'];
    if (name === undefined) continue;
    const service = `${metadata.namespace}/${name}`;
    const list = index.get(service) ?? [];
    index.set(service, list);
    for (const { targetRef, conditions, addresses } of endpoints ?? []) {
      // A dual-stack Service has a slice for each address family with the same pods.
      const identity = `${service} ${targetRef?.name ?? addresses[0] ?? ''}`;
      if (seen.has(identity)) continue;
      seen.add(identity);
      const pod =
        targetRef?.name === undefined ? undefined : pods.get(`${metadata.namespace}/${targetRef.name}`);
      list.push({ pod, isReady: conditions?.ready !== false });
    }
  }
  kept.set(objects, index);
  return index;
}
