import type { ObjectOf } from '#lib/objects/kinds.ts';
import type { Workload } from './group-workloads.ts';
import { missingSidecarReason } from './missing-sidecar-reason.ts';

type Namespace = ObjectOf<'Namespace'>;
type Pod = ObjectOf<'Pod'>;

/**
 * How a workload takes part in the mesh. The control plane itself stands beside the question, and nothing is known of
 * a workload without pods.
 */
export type Membership =
  | { mode: 'sidecar' | 'ambient' | 'gateway' | 'waypoint' | 'controlPlane' | 'unknown' }
  | { mode: 'none'; withoutSidecar: number; reason: string };

/** `namespace` is undefined where the namespaces could not be read; then no reason can be drawn from its labels. */
export function membershipOf(
  workload: Workload,
  { namespace, rootNamespace }: { namespace: Namespace | undefined; rootNamespace: string },
): Membership {
  const { labels, pods } = workload;
  if (labels['gateway.istio.io/managed'] === 'istio.io-mesh-controller') return { mode: 'waypoint' };
  if (isGateway(workload)) return { mode: 'gateway' };
  if (pods.length === 0) return { mode: 'unknown' };
  const withoutSidecar = pods.filter((pod) => proxyOf(pod) === undefined).length;
  if (withoutSidecar === 0) return { mode: 'sidecar' };
  if (workload.namespace === rootNamespace || isControlPlane(labels)) return { mode: 'controlPlane' };
  if (withoutSidecar === pods.length && pods.every((pod) => isAmbient(pod, namespace)))
    return { mode: 'ambient' };
  return { mode: 'none', withoutSidecar, reason: missingSidecarReason(workload, namespace) };
}

export function isInMesh({ mode }: Membership): boolean | undefined {
  return mode === 'unknown' || mode === 'controlPlane' ? undefined : mode !== 'none';
}

/** A native sidecar is an init container that keeps running, so both lists count. */
function proxyOf({ spec }: Pod) {
  return [...spec.containers, ...spec.initContainers].find(({ name }) => name === 'istio-proxy');
}

/** Gateways run the same proxy as `router`, from whichever chart, template or controller they come. */
function isGateway({ labels, annotations, pods }: Workload): boolean {
  if (labels['gateway.networking.k8s.io/gateway-name'] !== undefined) return true;
  if (annotations['inject.istio.io/templates']?.split(',').includes('gateway') === true) return true;
  return pods.some((pod) => proxyOf(pod)?.args?.includes('router') === true);
}

function isControlPlane(labels: Workload['labels']): boolean {
  const { app, 'k8s-app': kubernetesApp } = labels;
  return app === 'istiod' || app === 'ztunnel' || kubernetesApp === 'istio-cni-node';
}

/** The annotation is what the node agent did, the labels are what was asked for; a pod's label wins over its namespace's. */
function isAmbient({ metadata, spec }: Pod, namespace: Namespace | undefined): boolean {
  if (metadata.annotations['ambient.istio.io/redirection'] === 'enabled') return true;
  if (spec.hostNetwork === true) return false;
  const mode =
    metadata.labels['istio.io/dataplane-mode'] ?? namespace?.metadata.labels['istio.io/dataplane-mode'];
  return mode === 'ambient';
}
