import type { Requirement } from '#lib/contract/details.ts';
import type { MeshMode } from '#lib/contract/inventory.ts';
import { explainMembership } from '#server/mesh/inventory/explain-membership.ts';
import type { RequirementRule } from './requirement-rule.ts';
import type { WorkloadSubject } from './workload-subject.ts';

const stateByMode: Record<MeshMode, Requirement['state']> = {
  sidecar: 'ok',
  ambient: 'ok',
  gateway: 'ok',
  waypoint: 'ok',
  partial: 'failed',
  none: 'warning',
  controlPlane: 'notApplicable',
  unknown: 'unknown',
};

/** Being outside may be meant; some pods in and some out never is. */
export const injection: RequirementRule<WorkloadSubject> = {
  id: 'injection',
  title: 'Its pods are in the mesh',
  check: ({ workload, namespace }) => {
    const { mode, why } = explainMembership(workload, namespace);
    const outside = workload.pods.filter(
      ({ spec }) => ![...spec.containers, ...spec.initContainers].some(({ name }) => name === 'istio-proxy'),
    );
    const isOut = mode === 'none' || mode === 'partial';
    return {
      ...why,
      state: stateByMode[mode],
      pods: isOut ? outside.map(({ metadata }) => metadata.name) : [],
    };
  },
};
