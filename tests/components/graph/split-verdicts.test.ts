import { describe, expect, test } from 'vitest';
import { splitVerdicts } from '#components/graph/split-verdicts.ts';
import { withJudgedShares } from '#components/graph/with-judged-shares.ts';
import type { CanaryItem, CanarySourceSummary, CanaryStatus } from '#lib/contract/canaries.ts';
import type { EdgeSplit } from '#lib/contract/edge-split.ts';
import type { GraphEdge } from '#lib/contract/graph.ts';
import { drawnEdge, drawnNode } from '#tests/support/visible-graph.ts';

const object = { kind: 'HTTPRoute', namespace: 'shop', name: 'catalog-mesh' };

function source(
  workload: string,
  status: CanaryStatus,
  { outside = [], shares = [0.75, 0.25], namespace = 'shop' }: Partial<SourceFacts> = {},
): CanarySourceSummary {
  return {
    namespace,
    workload,
    kind: 'workload',
    verdict: { status, text: status },
    requestCount: 100,
    versions: shares.map((share, version) => ({
      count: share * 100,
      estimate: { share, low: share - 0.1, high: share + 0.1 },
      delta: 0.05,
      isOutside: outside.includes(version),
    })),
  };
}
type SourceFacts = { outside: number[]; shares: number[]; namespace: string };

function item(sources: CanarySourceSummary[], more: Partial<CanaryItem> = {}): CanaryItem {
  const version = (name: string, share: number) => ({
    name,
    host: `${name}.shop.svc.cluster.local`,
    weight: share * 4,
    share,
    workloads: [name],
    observed: { count: share * 1000, share: share + 0.01, low: share - 0.02, high: share + 0.04 },
  });
  return {
    object,
    route: '1',
    path: 'spec.rules[1]',
    protocol: 'http',
    isMesh: true,
    gateways: [],
    hosts: ['catalog'],
    services: ['shop/catalog'],
    matches: [],
    versions: [version('catalog-v1', 0.75), version('catalog-v2', 0.25)],
    verdict: { status: 'mismatch', text: 'checkout: 25 points over' },
    summary: 'One of two sources disagrees.',
    window: { from: '2026-11-21T01:52:00Z', to: '2026-11-21T02:02:00Z', reason: 'the page' },
    requestCount: 1000,
    problems: [],
    sources,
    ...more,
  };
}

function splitEdge(versions: number[], callers?: string[], more: Partial<EdgeSplit> = {}): GraphEdge {
  return drawnEdge('a', `v${versions.join()}${callers?.join() ?? ''}`, {
    splitShare: 0.5,
    split: {
      count: 50,
      totalCount: 100,
      observedShare: 0.5,
      low: 0.4,
      high: 0.6,
      configuredShare: 0.25,
      canaries: [{ object, route: '1', versions }],
      ...(callers === undefined ? {} : { callers }),
      ...more,
    },
  });
}

const checkout = source('checkout', 'mismatch', { outside: [0, 1], shares: [0.5, 0.5] });
const wordpress = source('wordpress-v1', 'consistent');

describe('a verdict stands at an edge', () => {
  const three = item([source('checkout', 'mismatch', { outside: [1], shares: [0.2, 0.6, 0.2] }), wordpress]);
  const cases: [string, GraphEdge, CanaryItem, CanaryStatus | undefined, string[]][] = [
    [
      'of the caller that splits otherwise',
      splitEdge([1], ['shop/checkout']),
      item([checkout, wordpress]),
      'mismatch',
      ['checkout'],
    ],
    [
      'of a caller that agrees, though another does not',
      splitEdge([1], ['shop/wordpress-v1']),
      item([checkout, wordpress]),
      'consistent',
      [],
    ],
    [
      'of all callers of a service, any of whom may mismatch',
      splitEdge([1]),
      item([checkout, wordpress]),
      'mismatch',
      ['checkout'],
    ],
    ['only at the versions that are off', splitEdge([0], ['shop/checkout']), three, undefined, []],
    ['by the other callers where a mismatch is elsewhere', splitEdge([0]), three, 'consistent', []],
    [
      'of several versions at one node',
      splitEdge([0, 1], ['shop/checkout']),
      three,
      'mismatch',
      ['checkout'],
    ],
    ['by namespace, too', splitEdge([1], ['bookinfo/checkout']), item([checkout]), undefined, []],
    [
      'with too few requests',
      splitEdge([1], ['shop/reports']),
      item([source('reports', 'insufficient', { outside: [1] })]),
      'insufficient',
      [],
    ],
    ['without any caller that was judged', splitEdge([1]), item([]), undefined, []],
    ['a version that the API no longer has', splitEdge([7]), item([checkout]), undefined, []],
  ];
  test.each(cases)('%s', (_, edge, judged, status, names) => {
    const [verdict, ...others] = splitVerdicts([edge], [judged]).get(edge.id) ?? [];
    expect(others).toEqual([]);
    expect(verdict?.item).toBe(judged);
    expect(verdict?.status).toBe(status);
    expect(verdict?.mismatching.map(({ workload }) => workload)).toEqual(names);
  });

  test.each<[string, Partial<CanaryItem>]>([
    ['another rule', { route: '0' }],
    ['another kind of the same name', { object: { ...object, kind: 'GRPCRoute' } }],
    ['another namespace', { object: { ...object, namespace: 'bookinfo' } }],
  ])('and never of %s', (_, more) => {
    expect(splitVerdicts([splitEdge([1])], [item([checkout], more)]).size).toBe(0);
  });

  test('of every weighted rule that may be meant', () => {
    const canaries = ['0', '1'].map((route) => ({ object, route, versions: [1] }));
    const edge = splitEdge([1], undefined, { canaries });
    const judged = [item([wordpress], { route: '0' }), item([checkout])];
    expect(
      splitVerdicts([edge], judged)
        .get(edge.id)
        ?.map(({ status }) => status),
    ).toEqual(['consistent', 'mismatch']);
  });

  test('but not at edges without a split', () => {
    expect(splitVerdicts([drawnEdge('a', 'b')], [item([checkout])]).size).toBe(0);
  });
});

describe('the judged share takes the place of the counted one', () => {
  const judged = (edge: GraphEdge, of: CanaryItem) => {
    const graph = {
      window: { from: '2026-11-21T01:52:00Z', to: '2026-11-21T02:02:00Z' },
      nodes: [drawnNode('a')],
      edges: [edge],
      boxes: [],
      quality: [],
      hidden: { idle: 0 },
    };
    return withJudgedShares(graph, splitVerdicts([edge], [of])).edges[0]?.split;
  };

  test('of the only caller', () => {
    expect(judged(splitEdge([1], ['shop/wordpress-v1']), item([checkout, wordpress]))).toMatchObject({
      observedShare: 0.25,
      low: 0.15,
      high: 0.35,
      count: 25,
      totalCount: 100,
      configuredShare: 0.25,
    });
  });

  test('of all callers together', () => {
    expect(judged(splitEdge([1]), item([checkout, wordpress]))).toMatchObject({
      observedShare: 0.26,
      count: 250,
      totalCount: 1000,
    });
  });

  test.each<[string, GraphEdge]>([
    ['several versions at one node', splitEdge([0, 1])],
    ['several callers in one node', splitEdge([1], ['shop/checkout', 'shop/wordpress-v1'])],
    ['a caller that was not judged', splitEdge([1], ['shop/reports'])],
  ])('but not of %s', (_, edge) => {
    expect(judged(edge, item([checkout, wordpress]))).toEqual(edge.split);
  });
});
