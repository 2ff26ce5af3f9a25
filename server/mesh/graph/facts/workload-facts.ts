import { groupWorkloads } from '#server/mesh/inventory/group-workloads.ts';
import type { MeshObjects } from '#server/mesh/mesh-objects.ts';

/** `app` and `version` as Istio's telemetry names them. */
export type WorkloadFact = {
  namespace: string;
  name: string;
  app: string;
  version: string;
  /** Some pod carries Istio's proxy, as a container or as a native sidecar. */
  hasSidecar: boolean;
};

/** Workloads by `<namespace>/<name>`, by the names that Istio's telemetry gives them. */
export function workloadFactsOf(objects: MeshObjects): ReadonlyMap<string, WorkloadFact> {
  return new Map(
    groupWorkloads(objects).map(({ namespace, name, app, version, pods }) => {
      const containers = pods.flatMap(({ spec }) => [...spec.containers, ...spec.initContainers]);
      const hasSidecar = containers.some((container) => container.name === 'istio-proxy');
      return [`${namespace}/${name}`, { namespace, name, app, version, hasSidecar }];
    }),
  );
}
