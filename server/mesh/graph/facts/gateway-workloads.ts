import type { MeshObjects } from '#server/mesh/mesh-objects.ts';
import { matchesSelector } from './matches-selector.ts';

/** `<namespace>/<workload>` of the proxies behind an Istio Gateway, found by its selector in any namespace. */
export function workloadsOfIstioGateway(
  objects: MeshObjects,
  gateway: { namespace: string; name: string },
): readonly string[] {
  const object = objects.IstioGateway.find(
    ({ metadata }) => metadata.name === gateway.name && (metadata.namespace ?? '') === gateway.namespace,
  );
  const selector = object?.spec.selector ?? {};
  if (Object.keys(selector).length === 0) return [];
  return objects.Deployment.filter(({ spec }) =>
    matchesSelector(spec.template?.metadata.labels ?? {}, selector),
  ).map(({ metadata }) => `${metadata.namespace ?? ''}/${metadata.name}`);
}

/**
 * The proxy that Istio deploys for a Gateway of the Gateway API: labelled with the Gateway's name, or else by the
 * naming rule `<gateway>-<class>`.
 */
export function workloadsOfKubernetesGateway(
  objects: MeshObjects,
  gateway: { namespace: string; name: string },
): readonly string[] {
  const labelled = objects.Deployment.filter(
    ({ metadata, spec }) =>
      (metadata.namespace ?? '') === gateway.namespace &&
      (spec.template?.metadata.labels['gateway.networking.k8s.io/gateway-name'] === gateway.name ||
        metadata.labels['gateway.networking.k8s.io/gateway-name'] === gateway.name),
  ).map(({ metadata }) => `${metadata.namespace ?? ''}/${metadata.name}`);
  if (labelled.length > 0) return labelled;
  return objects.Gateway.filter(
    ({ metadata }) => metadata.name === gateway.name && (metadata.namespace ?? '') === gateway.namespace,
  ).map(({ spec }) => `${gateway.namespace}/${gateway.name}-${spec.gatewayClassName}`);
}
