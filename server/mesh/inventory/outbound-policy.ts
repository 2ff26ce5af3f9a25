import type { Evidence } from '#lib/contract/evidence.ts';
import { objectLink } from '#lib/object-place.ts';
import type { ObjectKind, ObjectOf } from '#lib/objects/kinds.ts';
import { sidecarInForce } from '#server/mesh/applies/sidecar-of.ts';
import type { MeshObjects } from '#server/mesh/mesh-objects.ts';
import type { Workload } from './group-workloads.ts';
import { meshConfigValue } from './mesh-config-value.ts';

type Sidecar = ObjectOf<'Sidecar'>;

/** What a workload's proxy does with hosts that the mesh does not know, and the field that says so. */
export type OutboundPolicy = {
  /** Undefined where the object that decides could not be found. */
  mode: 'ALLOW_ANY' | 'REGISTRY_ONLY' | undefined;
  evidence: Evidence;
  /** Shows the same field without Vigla. */
  command: string;
  /** The Sidecar in force, whether or not it says anything about the policy. */
  sidecar: Sidecar | undefined;
};

type PolicyObjects = { objects: MeshObjects; rootNamespace: string; unread?: readonly ObjectKind[] };

/**
 * The outbound traffic policy in force for a workload: that of its Sidecar (its own by selector, else its namespace's,
 * else the root namespace's; the oldest of several), and where that says nothing the mesh configuration's. Source:
 * Istio's references of Sidecar and MeshConfig.
 */
export function outboundPolicyOf(
  workload: Pick<Workload, 'namespace' | 'labels' | 'annotations'>,
  { objects, rootNamespace, unread = [] }: PolicyObjects,
): OutboundPolicy {
  const missing = (['Sidecar', 'ConfigMap'] as const).find((kind) => unread.includes(kind));
  if (missing !== undefined) return unknownPolicy(missing);
  const sidecar = sidecarInForce(workload, { objects, rootNamespace })?.sidecar;
  const policy = sidecar?.spec.outboundTrafficPolicy;
  if (sidecar === undefined || policy === undefined) {
    return { ...meshPolicy(workload, { objects, rootNamespace }), sidecar };
  }
  const { namespace = '', name } = sidecar.metadata;
  // The first value of Istio's enumeration is REGISTRY_ONLY: that is what a policy without a mode means.
  const mode = policy.mode === 'ALLOW_ANY' ? 'ALLOW_ANY' : 'REGISTRY_ONLY';
  const written = policy.mode === undefined ? 'not set, which means REGISTRY_ONLY' : mode;
  return {
    mode,
    evidence: {
      kind: 'object',
      text: `Sidecar ${namespace}/${name} spec.outboundTrafficPolicy.mode: ${written}`,
      link: objectLink({ kind: 'Sidecar', namespace, name }, 'spec.outboundTrafficPolicy.mode'),
    },
    command: `kubectl get sidecars.networking.istio.io ${name} -n ${namespace} -o jsonpath='{.spec.outboundTrafficPolicy}'`,
    sidecar,
  };
}

function unknownPolicy(kind: 'Sidecar' | 'ConfigMap'): OutboundPolicy {
  // Whoever may not see the root namespace is not told its name, either.
  const plural =
    kind === 'Sidecar' ? 'sidecars.networking.istio.io' : 'configmaps --field-selector metadata.name=istio';
  return {
    mode: undefined,
    evidence: {
      kind: 'object',
      text: `${kind} objects could not be read, so the policy in force is not known`,
    },
    command: `kubectl get ${plural} -A`,
    sidecar: undefined,
  };
}

/** Each revision of the control plane has its own mesh configuration: `istio`, or `istio-<revision>`. */
function meshPolicy(
  { annotations }: Pick<Workload, 'annotations'>,
  { objects, rootNamespace }: { objects: MeshObjects; rootNamespace: string },
): Omit<OutboundPolicy, 'sidecar'> {
  const revision = annotations['istio.io/rev'] ?? 'default';
  const name = revision === 'default' ? 'istio' : `istio-${revision}`;
  const where = `ConfigMap ${rootNamespace}/${name}`;
  const command = `kubectl get configmap ${name} -n ${rootNamespace} -o jsonpath='{.data.mesh}'`;
  const mesh = objects.ConfigMap.find(
    ({ metadata }) => metadata.namespace === rootNamespace && metadata.name === name,
  )?.data?.mesh;
  if (mesh === undefined) {
    const text = `${where} with the mesh configuration was not found, so the mesh-wide policy is not known`;
    return { mode: undefined, evidence: { kind: 'object', text }, command };
  }
  const written = meshConfigValue(mesh, ['outboundTrafficPolicy', 'mode']);
  const field = `${where} mesh.outboundTrafficPolicy.mode`;
  const text = written === undefined ? `${field}: not set, which means ALLOW_ANY` : `${field}: ${written}`;
  return {
    mode: written === 'REGISTRY_ONLY' ? 'REGISTRY_ONLY' : 'ALLOW_ANY',
    evidence: { kind: 'object', text },
    command,
  };
}
