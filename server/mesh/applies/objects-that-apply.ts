import { matchesSelector } from '#server/mesh/graph/facts/matches-selector.ts';
import type { MeshObjects } from '#server/mesh/mesh-objects.ts';
import { type AppliedObject, sortApplied } from './applied-object.ts';
import { gatewaysOfWorkload } from './gateways-of-workload.ts';
import { hostIndexOf } from './host-index.ts';
import { policiesOfService, policiesOfWorkload } from './selector-policies.ts';
import { sidecarOf } from './sidecar-of.ts';

type Mesh = { objects: MeshObjects; rootNamespace: string };
type Labels = Readonly<Record<string, string>>;
export type WorkloadSubject = {
  namespace: string;
  name: string;
  /** Of its pods. */
  labels: Labels;
  /** Names of the Services of its namespace that select it. */
  services: readonly string[];
  /** No proxy stands beside it, so nothing that one would enforce holds. */
  isOutOfMesh?: boolean;
};
export type ServiceSubject = {
  kind: 'Service' | 'ServiceEntry';
  namespace: string;
  name: string;
  hosts: readonly string[];
};

/**
 * Every Istio and Gateway API object that says something about a workload, each with the way in which it does: its
 * policies, its Sidecar, the Gateways it serves, and what is said about the Services before it.
 */
export function objectsThatApplyToWorkload(subject: WorkloadSubject, mesh: Mesh): AppliedObject[] {
  const { namespace, labels, services } = subject;
  const index = hostIndexOf(mesh.objects);
  const entries = mesh.objects.ServiceEntry.filter(({ metadata, spec }) => {
    const selector = spec.workloadSelector?.labels ?? {};
    const isOne = metadata.namespace === namespace && Object.keys(selector).length > 0;
    return isOne && matchesSelector(labels, selector);
  }).map(
    ({ metadata }): AppliedObject => ({
      object: { kind: 'ServiceEntry', namespace, name: metadata.name },
      scope: 'selector',
      why: 'Its workloadSelector matches the pods.',
    }),
  );
  return sortApplied([
    ...(subject.isOutOfMesh === true
      ? []
      : [...policiesOfWorkload(subject, mesh), ...sidecarOf(subject, mesh)]),
    ...gatewaysOfWorkload(subject, mesh.objects),
    ...entries,
    ...services.flatMap((service) => index.ofService(`${namespace}/${service}`)),
  ]);
}

/** Every Istio and Gateway API object that names a Service or ServiceEntry, by its host, as a backend or as a target. */
export function objectsThatApplyToService(subject: ServiceSubject, { objects }: Mesh): AppliedObject[] {
  const { kind, namespace, name, hosts } = subject;
  const index = hostIndexOf(objects);
  const own: AppliedObject[] =
    kind === 'ServiceEntry'
      ? [{ object: { kind, namespace, name }, scope: 'host', why: 'It is the object itself.' }]
      : [];
  return sortApplied([
    ...own,
    ...policiesOfService(subject, objects),
    ...(kind === 'Service'
      ? index.ofService(`${namespace}/${name}`)
      : hosts.flatMap((host) => index.ofHost(host))),
  ]);
}
