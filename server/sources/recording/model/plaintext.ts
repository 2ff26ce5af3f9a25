import type { ObjectsSnapshot } from '#server/sources/interface.ts';
import { hasLabels, type Workload } from './workloads.ts';

/** Whether a port of a workload takes mutual TLS only: the port's mode, else the workload's, the namespace's, the mesh's. */
export function demandsMutualTls(snapshot: ObjectsSnapshot, workload: Workload, port: number): boolean {
  const policies = snapshot.objects.PeerAuthentication;
  const inNamespace = (namespace: string) =>
    policies.filter(({ metadata }) => metadata.namespace === namespace);
  const own = inNamespace(workload.namespace).find(({ spec }) => {
    const labels = spec.selector?.matchLabels;
    return labels !== undefined && hasLabels(workload.labels, labels);
  });
  const wide = [workload.namespace, snapshot.rootNamespace].map((namespace) =>
    inNamespace(namespace).find(({ spec }) => spec.selector === undefined),
  );
  const modes = [
    own?.spec.portLevelMtls?.[String(port)]?.mode,
    ...[own, ...wide].map((policy) => policy?.spec.mtls?.mode),
  ];
  return modes.find((mode) => mode !== undefined && mode !== 'UNSET') === 'STRICT';
}
