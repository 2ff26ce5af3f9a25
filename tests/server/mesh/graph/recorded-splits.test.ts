import { expect, test } from 'vitest';
import type { Graph, GraphEdge } from '#lib/contract/graph.ts';
import { graphQuery, graphTypes, serviceNodeModes } from '#lib/contract/graph-query.ts';
import { loadGraph } from '#server/mesh/graph/load-graph.ts';
import type { LoadContext } from '#server/sources/interface.ts';
import { createRecording } from '#server/sources/recording/recording.ts';
import { recordedNowSeconds } from '#tests/support/recorded-traffic.ts';
import { edge } from '#tests/support/telemetry.ts';

const context: LoadContext = {
  sources: createRecording({ now: () => recordedNowSeconds * 1000 }),
  nowSeconds: recordedNowSeconds,
  signal: new AbortController().signal,
  version: 'test',
};

async function graphWith(parameters: Record<string, string>): Promise<Graph> {
  return (await loadGraph(graphQuery.parse({ range: '1h', ...parameters }), context)).data;
}

const splitEdges = ({ edges }: Graph): GraphEdge[] => edges.filter(({ split }) => split !== undefined);

test('every picture says of each split what is configured, or why not, and nothing that is no number', async () => {
  const counts = { pictures: 0, edges: 0, compared: 0, reasons: new Map<string, number>() };
  for (const type of graphTypes)
    for (const serviceNodes of serviceNodeModes)
      for (const foldRoutes of ['true', 'false']) {
        counts.pictures += 1;
        for (const { id, split, splitShare, route } of splitEdges(
          await graphWith({ type, serviceNodes, foldRoutes }),
        )) {
          if (split === undefined) continue;
          counts.edges += 1;
          const { count, totalCount, observedShare, low, high, configuredShare, notCompared } = split;
          for (const figure of [count, totalCount, observedShare, low, high, configuredShare ?? 0])
            expect([id, Number.isFinite(figure)]).toEqual([id, true]);
          expect([id, low <= observedShare, observedShare <= high]).toEqual([id, true, true]);
          expect(observedShare).toBeCloseTo(splitShare ?? Number.NaN, 3);
          if (route !== undefined)
            expect([id, (configuredShare === undefined) !== (notCompared === undefined)]).toEqual([id, true]);
          if (configuredShare !== undefined) counts.compared += 1;
          else if (notCompared !== undefined)
            counts.reasons.set(notCompared, (counts.reasons.get(notCompared) ?? 0) + 1);
        }
      }
  console.info(
    `${counts.pictures} pictures, ${counts.edges} edges with a split, ${counts.compared} compared; not compared:`,
    Object.fromEntries(counts.reasons),
  );
  expect(counts.pictures).toBe(24);
  expect(counts.compared).toBeGreaterThan(80);
});

test('what is shared out adds up, configured and observed', async () => {
  for (const serviceNodes of serviceNodeModes) {
    const groups = Map.groupBy(
      splitEdges(await graphWith({ serviceNodes })).filter(
        ({ split }) => split?.configuredShare !== undefined,
      ),
      ({ source, route }) => `${source} ${route?.name}`,
    );
    expect(groups.size).toBeGreaterThan(2);
    for (const [group, edges] of groups) {
      const sum = (read: (edge: GraphEdge) => number | undefined) =>
        edges.reduce((total, one) => total + (read(one) ?? 0), 0);
      expect([group, sum(({ split }) => split?.observedShare)]).toEqual([group, expect.closeTo(1, 3)]);
      // A caller that sent a single request shows one version only.
      if (edges.length > 1)
        expect([group, sum(({ split }) => split?.configuredShare)]).toEqual([group, expect.closeTo(1, 3)]);
    }
  }
});

const workloads = { type: 'workload' };
const byCaller = { type: 'workload', serviceNodes: 'false' };
test.each<[Record<string, string>, string, number, string[] | undefined]>([
  [workloads, 'service:bookinfo/reviews -> workload:bookinfo/reviews-v1 http', 0.25, undefined],
  [workloads, 'service:bookinfo/reviews -> workload:bookinfo/reviews-v3 http', 0.5, undefined],
  [
    workloads,
    'workload:shop/storefront-istio -> workload:shop/storefront-v2 http',
    0.1,
    ['shop/storefront-istio'],
  ],
  [workloads, 'service:shop/catalog -> workload:shop/catalog-v2 http', 0.25, undefined],
  [byCaller, 'workload:shop/checkout -> workload:shop/catalog-v2 http', 0.25, ['shop/checkout']],
  [byCaller, 'workload:shop/wordpress-v1 -> workload:shop/catalog-v2 http', 0.25, ['shop/wordpress-v1']],
  [
    { type: 'service' },
    'workload:shop/storefront-istio -> service:shop/storefront-v2 http',
    0.1,
    ['shop/storefront-istio'],
  ],
])('%j: %s is configured to get %d', async (parameters, line, share, callers) => {
  const { split } = edge(await graphWith(parameters), line);
  expect(split).toMatchObject({ configuredShare: share });
  expect(split?.callers).toEqual(callers);
  expect(split?.canaries.length).toBe(1);
});

test('the stale proxy of checkout is far outside of what is configured, the other callers are not', async () => {
  const graph = await graphWith(byCaller);
  const of = (caller: string) =>
    edge(graph, `workload:shop/${caller} -> workload:shop/catalog-v2 http`).split;
  const stale = of('checkout');
  expect(stale?.low).toBeGreaterThan(0.45);
  const fresh = of('wordpress-v1');
  expect(fresh?.low).toBeLessThan(0.3);
  expect(fresh?.pins?.join()).toMatch(/x-canary/);
});

test('rules by source labels are no split: their edges say so', async () => {
  const { split } = edge(
    await graphWith(workloads),
    'service:bookinfo/ratings -> workload:bookinfo/ratings-v1 http',
  );
  expect(split).toMatchObject({
    canaries: [],
    notCompared: expect.stringMatching(/^No weighted rule of VirtualService bookinfo\/ratings/),
  });
});
