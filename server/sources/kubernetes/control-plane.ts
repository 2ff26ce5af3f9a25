import { z } from 'zod';
import type { ObjectOf } from '#lib/objects/kinds.ts';

export type ControlPlane = {
  cluster: string;
  rootNamespace: string;
  /** Revisions of the istiods that run, sorted; `default` is the one without a name of its own. */
  revisions: readonly string[];
};

const environmentSchema = z.looseObject({
  env: z.array(z.looseObject({ name: z.string(), value: z.string().optional() })).default([]),
});

/**
 * Reads from istiod's own pods where the control plane lives and what it calls the cluster: istiod takes `CLUSTER_ID`
 * from its environment and `Kubernetes` without one, and its revision is the label `istio.io/rev`.
 * With several control planes the default namespace wins, else the first by name.
 */
export function findControlPlane(
  pods: readonly ObjectOf<'Pod'>[],
  defaultRootNamespace: string,
): ControlPlane {
  const istiods = pods.filter((pod) => pod.metadata.labels.app === 'istiod');
  const namespaces = new Set(istiods.flatMap((pod) => pod.metadata.namespace ?? []));
  const [first] = [...namespaces].sort();
  const rootNamespace =
    first === undefined || namespaces.has(defaultRootNamespace) ? defaultRootNamespace : first;
  const own = istiods.filter((pod) => pod.metadata.namespace === rootNamespace);
  const revisions = new Set(own.map((pod) => pod.metadata.labels['istio.io/rev'] ?? 'default'));
  return {
    rootNamespace,
    cluster: own.flatMap(clusterIdOf)[0] ?? 'Kubernetes',
    revisions: [...revisions].sort(),
  };
}

function clusterIdOf(pod: ObjectOf<'Pod'>): string[] {
  return pod.spec.containers.flatMap((container) => {
    const parsed = environmentSchema.safeParse(container);
    if (!parsed.success) return [];
    return parsed.data.env.flatMap(({ name, value }) => (name === 'CLUSTER_ID' && value ? [value] : []));
  });
}

/**
 * The ConfigMaps that Vigla reads, each by its name, so that a role with `resourceNames` is enough and no large foreign
 * ConfigMap is held: the mesh configuration and the injector's template, of each revision.
 */
export function configMapNames(controlPlane: ControlPlane): string[] {
  const named = controlPlane.revisions.filter((revision) => revision !== 'default');
  return ['istio', 'istio-sidecar-injector'].flatMap((name) => [
    name,
    ...named.map((revision) => `${name}-${revision}`),
  ]);
}
