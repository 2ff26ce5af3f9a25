import { describe, expect, test } from 'vitest';
import type { Requirement } from '#lib/contract/details.ts';
import { serviceRequirements } from '#server/mesh/details/requirements/service-requirements.ts';
import { workloadRequirements } from '#server/mesh/details/requirements/workload-requirements.ts';
import { recordedSnapshot } from '#tests/support/recorded-snapshot.ts';
import { requirementFacts } from '#tests/support/requirement-subjects.ts';

describe('the recorded mesh', () => {
  test('fails where it was made to, and nowhere else', async () => {
    const { objects } = await recordedSnapshot();
    const facts = requirementFacts(objects);
    const { inventory } = facts.list;
    const judged = [
      ...inventory.workloads.map((workload) => ({
        subject: `workload ${workload.namespace}/${workload.name}`,
        requirements: workloadRequirements(workload, facts),
      })),
      ...objects.Service.map((one) => ({
        subject: `service ${one.metadata.namespace}/${one.metadata.name}`,
        requirements: serviceRequirements(one, facts),
      })),
    ];
    const inState = (state: Requirement['state']) =>
      judged.flatMap(({ subject, requirements }) =>
        requirements.filter((one) => one.state === state).map(({ id }) => `${subject}: ${id}`),
      );
    const all = judged.flatMap(({ requirements }) => requirements);
    const counts = (['ok', 'warning', 'failed', 'unknown', 'notApplicable'] as const).map(
      (state) => `${state} ${inState(state).length}`,
    );
    console.log(`requirements of the recorded mesh: ${all.length} judged: ${counts.join(', ')}`);
    expect(inState('failed')).toEqual([
      'workload broken/beta: reserved-ports',
      'workload shop/reports: port-conflicts',
      'service broken/beta: reserved-ports',
      'service kube-system/kube-dns: endpoints',
      'service shop/orphan: endpoints',
      'service shop/reports: port-conflicts',
      'service shop/reports-raw: port-conflicts',
    ]);
    expect(inState('warning')).toEqual([
      'workload legacy/batch: injection',
      'workload observability/zipkin: injection',
      'workload shop/checkout: version-label',
      'workload shop/legacy-cron: injection',
      'workload shop/legacy-cron: service-membership',
      'service kube-system/kube-dns: port-protocols',
      'service shop/checkout: port-protocols',
    ]);
    expect(inState('unknown')).toEqual([]);
  });
});
