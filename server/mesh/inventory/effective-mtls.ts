import type { ObjectReference } from '#lib/contract/evidence.ts';
import type { ObjectOf } from '#lib/objects/kinds.ts';
import { matchesSelector } from '#server/mesh/graph/facts/matches-selector.ts';
import type { MeshObjects } from '#server/mesh/mesh-objects.ts';

type PeerAuthentication = ObjectOf<'PeerAuthentication'>;
export type MtlsMode = 'STRICT' | 'PERMISSIVE' | 'DISABLE';

/** A mode with its proof: the object and the field that set it; without them it is Istio's default. */
export type EffectiveMtls = { mode: MtlsMode; setBy?: ObjectReference; field?: string };

type Target = {
  namespace: string;
  /** Labels of the workload's pods; without them the namespace's own mode is meant. */
  labels?: Readonly<Record<string, string>>;
  /** The pod's port, not the Service's. */
  port?: number;
};
type Policies = { objects: MeshObjects; rootNamespace: string };

/**
 * The mutual TLS mode in force for what arrives at a workload, a port of it, or a namespace as a whole: the narrowest
 * PeerAuthentication that says something wins (port, workload, namespace, mesh), the oldest where two of a kind compete,
 * and PERMISSIVE where none does. Source: Istio's reference of PeerAuthentication.
 */
export function effectiveMtls(
  { namespace, labels, port }: Target,
  { objects, rootNamespace }: Policies,
): EffectiveMtls {
  const policies = objects.PeerAuthentication;
  const own =
    labels === undefined
      ? undefined
      : oldest(policiesOf(policies, namespace).filter((policy) => selects(policy, labels)));
  const candidates = [
    port === undefined ? undefined : saysForPort(own, port),
    says(own),
    says(oldest(policiesOf(policies, namespace).filter(isNamespaceWide))),
    says(oldest(policiesOf(policies, rootNamespace).filter(isNamespaceWide))),
  ];
  return candidates.find((candidate) => candidate !== undefined) ?? { mode: 'PERMISSIVE' };
}

/** Ports of a workload that have a mode of their own, as PeerAuthentication `portLevelMtls` names them. */
export function portsWithOwnMode(
  { namespace, labels }: Required<Pick<Target, 'namespace' | 'labels'>>,
  objects: MeshObjects,
): number[] {
  const own = oldest(
    policiesOf(objects.PeerAuthentication, namespace).filter((policy) => selects(policy, labels)),
  );
  return Object.keys(own?.spec.portLevelMtls ?? {}).map(Number);
}

function policiesOf(policies: readonly PeerAuthentication[], namespace: string): PeerAuthentication[] {
  return policies.filter(({ metadata }) => metadata.namespace === namespace);
}

function isNamespaceWide({ spec }: PeerAuthentication): boolean {
  return Object.keys(spec.selector?.matchLabels ?? {}).length === 0;
}

function selects(policy: PeerAuthentication, labels: Readonly<Record<string, string>>): boolean {
  return !isNamespaceWide(policy) && matchesSelector(labels, policy.spec.selector?.matchLabels ?? {});
}

function oldest(policies: readonly PeerAuthentication[]): PeerAuthentication | undefined {
  const age = ({ metadata }: PeerAuthentication) => `${metadata.creationTimestamp ?? ''} ${metadata.name}`;
  return policies.toSorted((a, b) => (age(a) < age(b) ? -1 : 1))[0];
}

function says(policy: PeerAuthentication | undefined): EffectiveMtls | undefined {
  return withMode(policy, policy?.spec.mtls?.mode, 'spec.mtls.mode');
}

function saysForPort(policy: PeerAuthentication | undefined, port: number): EffectiveMtls | undefined {
  return withMode(policy, policy?.spec.portLevelMtls?.[port]?.mode, `spec.portLevelMtls[${port}].mode`);
}

/** UNSET, like no mode at all, leaves the word to the next wider policy. */
function withMode(
  policy: PeerAuthentication | undefined,
  mode: string | undefined,
  field: string,
): EffectiveMtls | undefined {
  if (policy === undefined || (mode !== 'STRICT' && mode !== 'PERMISSIVE' && mode !== 'DISABLE'))
    return undefined;
  const { namespace = '', name } = policy.metadata;
  return { mode, setBy: { kind: 'PeerAuthentication', namespace, name }, field };
}
