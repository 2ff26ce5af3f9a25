import { expect, test } from 'vitest';
import { proxySummary } from '#components/details/head/proxy-summary.ts';
import { groupRequirements } from '#components/details/overview/group-requirements.ts';
import type { Pod, Requirement, WorkloadDetail } from '#lib/contract/details.ts';
import { makeItem, makeMembership } from '#tests/support/make-item.ts';

function makePod(changes: Partial<Pod> = {}): Pod {
  return {
    name: 'catalog-1',
    phase: 'Running',
    isReady: true,
    inMesh: makeMembership('sidecar'),
    proxyVersion: '1.31',
    sync: { CDS: 'SYNCED', EDS: 'SYNCED' },
    containers: [],
    ...changes,
  };
}

function makeDetail(podList: Pod[], changes: Partial<WorkloadDetail> = {}): WorkloadDetail {
  return {
    ...makeItem(),
    nodeId: 'workload:Kubernetes/shop/catalog',
    annotations: {},
    podList,
    requirements: [],
    ...changes,
  };
}

test.each<[string, Pod[], string, string]>([
  ['all have their configuration', [makePod(), makePod()], 'sidecar 1.31, synced', 'ok'],
  [
    'one lags',
    [makePod(), makePod({ sync: { CDS: 'STALE', EDS: 'SYNCED' } })],
    'sidecar 1.31, 1 of 2 not in sync',
    'warn',
  ],
  ['nothing was sent of a type', [makePod({ sync: { CDS: 'NOT SENT' } })], 'sidecar 1.31, synced', 'ok'],
  ['istiod was not asked', [makePod({ sync: undefined })], 'sidecar 1.31', 'none'],
  ['versions differ', [makePod(), makePod({ proxyVersion: '1.30' })], 'sidecar 1.31, 1.30, synced', 'ok'],
  ['no pod runs', [], 'sidecar', 'none'],
])('the proxies are summed up where %s', (_, pods, text, tone) => {
  expect(proxySummary(makeDetail(pods))).toEqual({ text, tone });
});

test('a workload without a proxy says so', () => {
  const pods = [makePod({ proxyVersion: undefined, sync: undefined })];
  expect(proxySummary(makeDetail(pods, { inMesh: makeMembership('none') }))).toEqual({
    text: 'not in mesh',
    tone: 'none',
  });
});

function makeRequirement(id: string, state: Requirement['state']): Requirement {
  return { id, title: id, state, why: { text: 'Because.', evidence: [] }, pods: [] };
}

test('requirements that are not met stand first, and each keeps its order among its like', () => {
  const groups = groupRequirements([
    makeRequirement('a', 'ok'),
    makeRequirement('b', 'failed'),
    makeRequirement('c', 'ok'),
    makeRequirement('d', 'warning'),
  ]);
  expect(groups.map(({ state, requirements }) => [state, requirements.map(({ id }) => id)])).toEqual([
    ['failed', ['b']],
    ['warning', ['d']],
    ['ok', ['a', 'c']],
  ]);
});
