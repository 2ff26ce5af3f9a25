import { beforeAll, expect, test } from 'vitest';
import type { GraphEdge } from '#lib/contract/graph.ts';
import { reportersDiffer } from '#server/mesh/graph/decorators/reporters-differ.ts';
import type { ObjectsSnapshot } from '#server/sources/interface.ts';
import { draftEdge, draftNode, draftOf, factsOf } from '#tests/support/graph-draft.ts';
import { recordedSnapshot } from '#tests/support/recorded-snapshot.ts';

let snapshot: ObjectsSnapshot;
beforeAll(async () => {
  snapshot = await recordedSnapshot();
});

const productpage = draftNode.workload('bookinfo', 'productpage-v1');
const told = { text: 'They differ.', evidence: [{ kind: 'series' as const, text: 'istio_requests_total' }] };

function decorate(service: string, extra: Partial<GraphEdge>): GraphEdge | undefined {
  const target = draftNode.service('bookinfo', service);
  const edge = draftEdge(productpage, target, { reportersDiffer: told, ...extra });
  return reportersDiffer.decorate(draftOf([productpage, target], [edge]), factsOf(snapshot)).edges[0];
}

const views = (source: number, destination: number) => ({
  reporters: { source: { requestsPerSecond: source }, destination: { requestsPerSecond: destination } },
});
const sourceResponse = (code: string, flags: string) => ({
  responses: [{ code, flags, host: 'x', share: 1, requestsPerSecond: 1, reporter: 'source' as const }],
});

test('a receiver that counts more is explained by the retries of the route', () => {
  expect(decorate('reviews', views(10, 12))?.reportersDiffer).toEqual({
    text: 'They differ. VirtualService bookinfo/reviews tries requests of rule split up to 3 more times: the receiver counts every attempt.',
    evidence: [
      ...told.evidence,
      {
        kind: 'object',
        text: 'VirtualService bookinfo/reviews spec.http[2].retries.attempts: 3',
        link: '/config/bookinfo/VirtualService/reviews?path=spec.http%5B2%5D.retries.attempts',
      },
    ],
  });
});

test('copies of a mirror are counted by the receiver alone', () => {
  expect(decorate('ratings', views(10, 15))?.reportersDiffer?.text).toBe(
    'They differ. VirtualService bookinfo/ratings mirrors 50 % of requests of rule others to ratings v2: only the receiver counts the copies.',
  );
});

test('copies that no caller reports are explained by the mirror, though the service is drawn beside them', () => {
  const [copies, service] = [
    draftNode.workload('bookinfo', 'ratings-v2'),
    draftNode.service('bookinfo', 'ratings'),
  ];
  const edge = draftEdge(productpage, copies, {
    reportersDiffer: told,
    reporters: { destination: { requestsPerSecond: 5 } },
  });
  const draft = draftOf([productpage, copies, service], [edge]);
  const [found] = reportersDiffer.decorate(draft, factsOf(snapshot)).edges;
  expect(found?.reportersDiffer?.evidence).toEqual([
    ...told.evidence,
    {
      kind: 'object',
      text: 'VirtualService bookinfo/ratings spec.http[4].mirror',
      link: '/config/bookinfo/VirtualService/ratings?path=spec.http%5B4%5D.mirror',
    },
  ]);
});

test('where services call services, the route of the called one explains', () => {
  const [caller, called] = [
    draftNode.service('bookinfo', 'productpage'),
    draftNode.service('bookinfo', 'ratings'),
  ];
  const edge = draftEdge(caller, called, { reportersDiffer: told, ...views(10, 15) });
  const [found] = reportersDiffer.decorate(draftOf([caller, called], [edge]), factsOf(snapshot)).edges;
  expect(found?.reportersDiffer?.text).toContain('VirtualService bookinfo/ratings mirrors 50 %');
});

test('an injected fault is named where the caller saw its flag', () => {
  const { text, evidence } =
    decorate('details', { ...views(10, 9), ...sourceResponse('503', 'FI') })?.reportersDiffer ?? {};
  expect(text).toBe(
    'They differ. VirtualService bookinfo/details answers 100 % of requests of rule broken-by-wish with 503: what it answers never reaches the receiver.',
  );
  expect(evidence?.at(-1)).toEqual({
    kind: 'object',
    text: 'VirtualService bookinfo/details spec.http[0].fault',
    link: '/config/bookinfo/VirtualService/details?path=spec.http%5B0%5D.fault',
  });
});

test('exhausted retries are named although the receiver saw less', () => {
  const edge = decorate('reviews', { ...views(10, 8), ...sourceResponse('503', 'URX,UF') });
  expect(edge?.reportersDiffer?.text).toContain('tries requests of rule split up to 3 more times');
});

test('what the numbers say stays alone where no route explains it', () => {
  expect(decorate('details', views(10, 8))?.reportersDiffer).toEqual(told);
  expect(decorate('productpage', views(10, 20))?.reportersDiffer).toEqual(told);
});

test('edges on which the reporters agree are left alone', () => {
  expect(
    decorate('reviews', { ...views(10, 10), reportersDiffer: undefined })?.reportersDiffer,
  ).toBeUndefined();
});
