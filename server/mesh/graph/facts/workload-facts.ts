import { groupWorkloads } from '#server/mesh/inventory/group-workloads.ts';
import type { MeshObjects } from '#server/mesh/mesh-objects.ts';

/** `app` and `version` as Istio's telemetry names them. */
export type WorkloadFact = {
  namespace: string;
  name: string;
  app: string;
  version: string;
  /** Some pod carries Istio's proxy beside another container; a gateway's proxy stands alone and is none. */
  hasSidecar: boolean;
};

/** Workloads by `<namespace>/<name>`, by the names that Istio's telemetry gives them. */
export function workloadFactsOf(objects: MeshObjects): ReadonlyMap<string, WorkloadFact> {
  return new Map(
    groupWorkloads(objects).map(({ namespace, name, app, version, pods }) => {
      const hasSidecar = pods.some(
        ({ spec }) =>
          [...spec.containers, ...spec.initContainers].some(isProxy) &&
          spec.containers.some((container) => !isProxy(container)),
      );
      return [`${namespace}/${name}`, { namespace, name, app, version, hasSidecar }];
    }),
  );
}

function isProxy({ name }: { name: string }): boolean {
  return name === 'istio-proxy';
}
