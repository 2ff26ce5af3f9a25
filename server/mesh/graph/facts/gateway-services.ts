import type { MeshObjects } from '#server/mesh/mesh-objects.ts';
import type { Addressed } from '../rows/edge-row.ts';
import { matchesSelector } from './matches-selector.ts';

/** A gateway's workload, found from the Service in front of it. */
export type GatewayServices = {
  workloadOf(
    addressed: Addressed,
  ): { namespace: string; workload: string; app: string; version: string } | undefined;
};

/**
 * Services whose pods an Istio Gateway selects, with the workload behind each. A gateway is known by its selector, since
 * its name and namespace are free to choose. The key is the Service's own host name.
 */
export function gatewayServicesOf(objects: MeshObjects): GatewayServices {
  const workloadByService = new Map<
    string,
    { namespace: string; workload: string; app: string; version: string }
  >();
  const selectors = objects.IstioGateway.map((gateway) => gateway.spec.selector).filter(
    (selector) => Object.keys(selector).length > 0,
  );
  for (const service of objects.Service) {
    const { namespace = '', name } = service.metadata;
    const selector = service.spec.selector;
    if (selector === undefined || Object.keys(selector).length === 0) continue;
    const workload = objects.Deployment.find((deployment) => {
      const labels = deployment.spec.template?.metadata.labels ?? {};
      return (
        (deployment.metadata.namespace ?? '') === namespace &&
        matchesSelector(labels, selector) &&
        selectors.some((wanted) => matchesSelector(labels, wanted))
      );
    });
    if (workload === undefined) continue;
    const labels = workload.spec.template?.metadata.labels ?? {};
    workloadByService.set(`${name}.${namespace}`, {
      namespace,
      workload: workload.metadata.name,
      app: labels['service.istio.io/canonical-name'] ?? labels.app ?? workload.metadata.name,
      version: labels['service.istio.io/canonical-revision'] ?? labels.version ?? 'latest',
    });
  }
  return {
    workloadOf({ host, name }) {
      // Only where host and name are the same full host name: a healthy row names the Service shortly.
      if (host !== name) return undefined;
      const [service, namespace, kind] = host.split('.');
      return kind === 'svc' ? workloadByService.get(`${service}.${namespace}`) : undefined;
    },
  };
}
