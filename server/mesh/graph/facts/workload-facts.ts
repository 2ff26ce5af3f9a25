import type { MeshObjects } from '#server/mesh/mesh-objects.ts';

/** `app` and `version` as Istio's telemetry would name them. */
export type WorkloadFact = {
  namespace: string;
  name: string;
  app: string;
  version: string;
  hasSidecar: boolean;
};

/**
 * Workloads by `<namespace>/<name>`, named as Istio's telemetry names them: by the controller at the top. A ReplicaSet
 * or Job that something else owns is a part of that, not a workload.
 */
export function workloadFactsOf(objects: MeshObjects): ReadonlyMap<string, WorkloadFact> {
  const withSidecar = podsWithSidecar(objects);
  const found = new Map<string, WorkloadFact>();
  const controllers = [
    ...objects.Deployment,
    ...objects.StatefulSet,
    ...objects.DaemonSet,
    ...objects.ReplicaSet,
    ...objects.Job,
    ...objects.CronJob,
  ];
  for (const { metadata, spec } of controllers) {
    if (metadata.ownerReferences.length > 0) continue;
    const namespace = metadata.namespace ?? '';
    const labels = spec.template?.metadata.labels ?? {};
    found.set(`${namespace}/${metadata.name}`, {
      namespace,
      name: metadata.name,
      app:
        labels['service.istio.io/canonical-name'] ??
        labels['app.kubernetes.io/name'] ??
        labels.app ??
        metadata.name,
      version:
        labels['service.istio.io/canonical-revision'] ??
        labels['app.kubernetes.io/version'] ??
        labels.version ??
        'latest',
      hasSidecar: withSidecar.has(`${namespace}/${metadata.name}`),
    });
  }
  return found;
}

/** `<namespace>/<workload>` of pods that carry Istio's proxy, as a container or as a native sidecar. */
function podsWithSidecar(objects: MeshObjects): ReadonlySet<string> {
  const found = new Set<string>();
  for (const { metadata, spec } of objects.Pod) {
    const containers = [...spec.containers, ...spec.initContainers];
    if (!containers.some(({ name }) => name === 'istio-proxy')) continue;
    for (const owner of metadata.ownerReferences)
      found.add(`${metadata.namespace ?? ''}/${owner.name.replace(podTemplateHash(metadata.labels), '')}`);
  }
  return found;
}

/** A Deployment's pods belong to a ReplicaSet `<deployment>-<hash>`. */
function podTemplateHash(labels: Readonly<Record<string, string>>): string {
  const hash = labels['pod-template-hash'];
  return hash === undefined ? '' : `-${hash}`;
}
