import { expect, test } from 'vitest';
import type { JudgedStatus } from '#lib/contract/canaries.ts';
import type { ComparedVersion, comparisonStatuses } from '#lib/contract/canary-comparison.ts';
import { canaryDetailSchema } from '#lib/contract/canary-detail.ts';
import { gateVerdictSchema } from '#lib/contract/canary-gate.ts';
import { gateOf } from '#server/mesh/canary/gate.ts';
import type { ObservedCanary } from '#server/mesh/canary/observed-canary.ts';

type Comparison = (typeof comparisonStatuses)[number];
type Compared = { errors?: Comparison; proxyErrors?: Comparison; tail?: Comparison; body?: Comparison };

const known = { requestCount: 900, failed: { count: 1 }, byProxy: { count: 0 } };
const baseline: ComparedVersion = { name: 'v1', isBaseline: true, ...known };

function comparedTo(statuses: Compared, name: string): ComparedVersion {
  const difference = { text: '', difference: 0, low: -0.01, high: 0.01 };
  const body = { text: '', probabilitySlower: 0.5, z: 0, pValue: 1 };
  return {
    name,
    isBaseline: false,
    ...known,
    ...(statuses.errors && { errors: { status: statuses.errors, ...difference } }),
    ...(statuses.proxyErrors && { proxyErrors: { status: statuses.proxyErrors, ...difference } }),
    ...(statuses.tail && { tail: { status: statuses.tail, ...difference } }),
    ...(statuses.body && { body: { status: statuses.body, ...body } }),
  };
}

function detailOf(status: JudgedStatus, compared: readonly Compared[]): ObservedCanary {
  const verdict = { status, text: 'in words' };
  const { sources, ...detail } = canaryDetailSchema.parse({
    object: { kind: 'VirtualService', namespace: 'bookinfo', name: 'reviews' },
    route: 'split',
    path: 'spec.http[2]',
    protocol: 'http',
    isMesh: true,
    gateways: [],
    hosts: ['reviews'],
    services: ['bookinfo/reviews'],
    matches: [],
    versions: [
      {
        name: 'v1',
        host: 'reviews.bookinfo.svc.cluster.local',
        weight: 90,
        share: 0.9,
        workloads: ['reviews-v1'],
        observed: { count: 905, share: 0.905, low: 0.885, high: 0.922 },
      },
      {
        name: 'v2',
        host: 'reviews.bookinfo.svc.cluster.local',
        weight: 10,
        share: 0.1,
        workloads: ['reviews-v2'],
      },
    ],
    verdict,
    summary: 'Who agrees, and who does not.',
    window: { from: '2026-11-21T02:00:00Z', to: '2026-11-21T02:10:00Z', reason: 'since the last change' },
    requestCount: 1000,
    problems: [],
    sources: [
      {
        namespace: 'bookinfo',
        workload: 'productpage-v1',
        kind: 'workload',
        verdict,
        requestCount: 1000,
        versions: [],
        proxies: [],
        isOverdispersed: false,
        unassigned: [],
        notes: [],
      },
    ],
    timeline: { atMs: [], stepSeconds: 30, series: [], changes: [], decisionLog10: 2 },
    compared: {
      versions: [baseline, ...compared.map((statuses, index) => comparedTo(statuses, `v${index + 2}`))],
      testCount: 2,
      notes: [],
    },
    causes: [
      {
        id: 'stale-proxy',
        title: 'A proxy is stale',
        confidence: 'proven',
        text: '',
        sources: [],
        facts: [],
      },
    ],
    ruledOut: [],
    caveats: [],
    proof: [],
  });
  const observed = { verdict, requestCount: 1000 };
  return { ...detail, ...observed, sources: sources.map((source) => ({ ...source, ...observed })) };
}

const equal: Compared = { errors: 'equal', tail: 'equal', body: 'equal' };
const rows: readonly [status: JudgedStatus, compared: Compared[], exitCode: 0 | 1 | 2, why: string][] = [
  ['consistent', [equal], 0, 'all is as configured'],
  ['minor', [equal], 0, 'a difference inside delta is tolerated'],
  ['mismatch', [equal], 1, 'requests go elsewhere'],
  ['insufficient', [equal], 2, 'too few requests'],
  ['mixed', [equal], 2, 'pinned requests cannot be told apart'],
  ['consistent', [{ ...equal, errors: 'worse' }], 1, 'more errors'],
  ['consistent', [{ ...equal, proxyErrors: 'worse' }], 1, 'more requests that never arrived'],
  ['consistent', [{ ...equal, tail: 'worse' }], 1, 'more slow requests'],
  ['consistent', [equal, { ...equal, errors: 'worse' }], 1, 'the second of two canaries has more errors'],
  ['insufficient', [{ ...equal, errors: 'worse' }], 1, 'worse is worse, however few requests'],
  ['mixed', [{ ...equal, tail: 'worse' }], 1, 'slower, whoever chose the version'],
  ['consistent', [{ ...equal, body: 'worse' }], 0, 'the slow ones are no more: the body may move'],
  ['consistent', [{ errors: 'equal', body: 'worse' }], 1, 'the body moved, and nothing says more'],
  ['consistent', [{ errors: 'better', tail: 'better' }], 0, 'better'],
  ['consistent', [{ errors: 'undecided' }], 0, 'the split is right, the versions are not told apart'],
  ['consistent', [], 0, 'nothing to compare with'],
  ['mismatch', [{}], 1, 'nothing compared'],
];

for (const [status, compared, exitCode, why] of rows) {
  test(`exit code ${exitCode}: ${status}, ${why}`, () => {
    expect(gateOf(detailOf(status, compared), 'all')).toMatchObject({ verdict: status, exitCode });
  });
}

const splitAlone: readonly [status: JudgedStatus, exitCode: 0 | 1 | 2][] = [
  ['consistent', 0],
  ['minor', 0],
  ['mismatch', 1],
  ['insufficient', 2],
  ['mixed', 2],
];
for (const [status, exitCode] of splitAlone) {
  test(`exit code ${exitCode}: ${status}, where only the split is asked for and a version is worse`, () => {
    const compared: Compared[] = [{ errors: 'worse', tail: 'worse' }];
    expect(gateOf(detailOf(status, compared), 'split')).toMatchObject({ exitCode, errors: 'worse' });
  });
}

test('errors and latency are those of the worst version that is not the baseline', () => {
  const worst = (...compared: Compared[]) => {
    const { errors, latency } = gateOf(detailOf('consistent', compared), 'all');
    return [errors, latency];
  };
  expect(worst({ errors: 'better', tail: 'equal' }, { errors: 'equal', tail: 'worse' })).toEqual([
    'equal',
    'worse',
  ]);
  expect(worst({ errors: 'better', tail: 'better' }, {})).toEqual(['undecided', 'undecided']);
  expect(worst()).toEqual(['undecided', 'undecided']);
});

test('a verdict names the split, the sources and the causes as the page has them', () => {
  const verdict = gateVerdictSchema.parse(gateOf(detailOf('mismatch', [equal]), 'all'));
  expect(verdict).toMatchObject({
    route: 'split',
    summary: 'Who agrees, and who does not.',
    requestCount: 1000,
    split: [
      { version: 'v1', configured: 0.9, observed: 0.905, low: 0.885, high: 0.922 },
      { version: 'v2', configured: 0.1 },
    ],
    sources: [{ source: 'bookinfo/productpage-v1', verdict: 'mismatch', requestCount: 1000 }],
    causes: ['stale-proxy'],
  });
});

test('a version without any request has no observed share, not one of 0', () => {
  expect(gateOf(detailOf('insufficient', []), 'all').split[1]).not.toHaveProperty('observed');
});
