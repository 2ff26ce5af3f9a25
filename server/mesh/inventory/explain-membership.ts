import type { Evidence, Explanation } from '#lib/contract/evidence.ts';
import type { Membership } from '#lib/contract/inventory.ts';
import type { ObjectOf } from '#lib/objects/kinds.ts';
import { injectionDecision } from './injection-decision.ts';
import type { InventoryWorkload } from './inventory.ts';

type Namespace = ObjectOf<'Namespace'>;

/** How a workload is in the mesh, with what decided it: the contract's form of its membership. */
export function explainMembership(workload: InventoryWorkload, namespace: Namespace | undefined): Membership {
  const { membership, pods } = workload;
  if (membership.mode !== 'none')
    return { mode: membership.mode, why: whys[membership.mode](workload, namespace) };
  const isPartial = membership.withoutSidecar < pods.length;
  const who = isPartial ? `${membership.withoutSidecar} of ${pods.length} pods have` : 'It has';
  const decision = injectionDecision(workload, namespace);
  return {
    mode: isPartial ? 'partial' : 'none',
    why: {
      text: `${who} no sidecar: ${membership.reason}.`,
      ...(decision.fix === undefined ? {} : { fix: decision.fix }),
      evidence: decision.evidence,
      command: checkInject(workload),
    },
  };
}

type Why = (workload: InventoryWorkload, namespace: Namespace | undefined) => Explanation;

const whys: Record<Exclude<InventoryWorkload['membership']['mode'], 'none'>, Why> = {
  sidecar: (workload, namespace) => {
    const { text, evidence } = injectionDecision(workload, namespace);
    return {
      text: `Every pod runs the proxy istio-proxy beside its own containers: ${text}.`,
      evidence: [...proxyEvidence(workload), ...evidence],
      command: checkInject(workload),
    };
  },
  gateway: (workload) => ({
    text: 'It is a gateway: its proxy stands at the edge of the mesh and serves what Gateway objects say.',
    evidence: gatewayEvidence(workload),
  }),
  waypoint: (workload) => ({
    text: 'It is a waypoint: the proxy that serves ambient workloads at layer 7.',
    evidence: labelEvidence(workload, 'gateway.istio.io/managed'),
  }),
  ambient: (workload, namespace) => ({
    text: 'Its traffic is captured by ztunnel on its node, without a sidecar.',
    evidence: [
      ...annotationEvidence(workload, 'ambient.istio.io/redirection'),
      ...labelEvidence(workload, 'istio.io/dataplane-mode'),
      ...(namespace?.metadata.labels['istio.io/dataplane-mode'] === undefined
        ? []
        : [
            object(
              `Namespace ${namespace.metadata.name}: label istio.io/dataplane-mode=${namespace.metadata.labels['istio.io/dataplane-mode']}`,
            ),
          ]),
    ],
  }),
  controlPlane: () => ({
    text: 'It is part of the control plane, which stands beside the mesh that it runs.',
    evidence: [],
  }),
  unknown: () => ({
    text: 'It has no pods now, and only a pod shows whether it is in the mesh.',
    evidence: [],
  }),
};

function checkInject({ namespace, pods }: InventoryWorkload): string {
  return `istioctl x check-inject -n ${namespace} ${pods[0]?.metadata.name ?? ''}`.trim();
}

function proxyEvidence({ pods }: InventoryWorkload): Evidence[] {
  const [pod] = pods;
  if (pod === undefined) return [];
  const native = pod.spec.initContainers.some(({ name }) => name === 'istio-proxy');
  const field = native ? 'spec.initContainers' : 'spec.containers';
  return [object(`Pod ${pod.metadata.namespace}/${pod.metadata.name}: ${field} has istio-proxy`)];
}

function gatewayEvidence(workload: InventoryWorkload): Evidence[] {
  const [pod] = workload.pods;
  const told = [
    ...labelEvidence(workload, 'gateway.networking.k8s.io/gateway-name'),
    ...annotationEvidence(workload, 'inject.istio.io/templates'),
  ];
  if (told.length > 0 || pod === undefined) return told;
  return [object(`Pod ${pod.metadata.namespace}/${pod.metadata.name}: istio-proxy runs as a router`)];
}

function labelEvidence({ kind, namespace, name, labels }: InventoryWorkload, label: string): Evidence[] {
  return labels[label] === undefined
    ? []
    : [object(`${kind} ${namespace}/${name}: pod label ${label}=${labels[label]}`)];
}

function annotationEvidence(
  { kind, namespace, name, annotations }: InventoryWorkload,
  annotation: string,
): Evidence[] {
  return annotations[annotation] === undefined
    ? []
    : [object(`${kind} ${namespace}/${name}: pod annotation ${annotation}=${annotations[annotation]}`)];
}

function object(text: string): Evidence {
  return { kind: 'object', text };
}
