import { expect, test } from 'vitest';
import { requestsIntoGroups } from '#lib/graph/requests-into-groups.ts';
import { directedTotals, graphTotals, totalsOf } from '#lib/graph/totals.ts';
import { edgeOf, graphOf, nodeOf } from '#tests/lib/find/small-graph.ts';

const graph = graphOf({
  nodes: [
    nodeOf({ id: 'gateway', isRoot: true }),
    nodeOf({ id: 'reviews', kind: 'service' }),
    nodeOf({ id: 'v1' }),
    nodeOf({ id: 'v2' }),
    nodeOf({ id: 'outer', kind: 'serviceEntry' }),
    nodeOf({ id: 'db' }),
  ],
  edges: [
    edgeOf({ source: 'gateway', target: 'reviews', requestsPerSecond: 10, errorShare: 0.1 }),
    edgeOf({ source: 'reviews', target: 'v1', requestsPerSecond: 5, errorShare: 0.2 }),
    edgeOf({ source: 'reviews', target: 'v2', requestsPerSecond: 5, errorShare: 0 }),
    edgeOf({ source: 'v1', target: 'outer', requestsPerSecond: 2 }),
    edgeOf({
      source: 'v2',
      target: 'db',
      protocol: 'tcp',
      bytesSentPerSecond: 30,
      bytesReceivedPerSecond: 70,
    }),
  ],
});

test('a request through a drawn service is counted once', () => {
  const { all } = graphTotals(graph);
  expect(all).toEqual({
    edgeCount: 3,
    requestsPerSecond: 12,
    errorShare: 0.1,
    clientErrorShare: undefined,
    bytesPerSecond: 100,
  });
});

test('what comes in comes from roots, what goes out goes to external hosts', () => {
  const totals = graphTotals(graph);
  expect(totals.in.requestsPerSecond).toBe(10);
  expect(totals.out.requestsPerSecond).toBe(2);
});

test('an error share is weighted by requests, and absent where no edge knows one', () => {
  const edges = [
    edgeOf({ source: 'a', target: 'b', requestsPerSecond: 9, errorShare: 0 }),
    edgeOf({ source: 'a', target: 'c', requestsPerSecond: 1, errorShare: 1 }),
  ];
  expect(totalsOf(edges).errorShare).toBeCloseTo(0.1);
  expect(totalsOf([]).errorShare).toBeUndefined();
  expect(totalsOf([]).requestsPerSecond).toBeUndefined();
});

test('a box has traffic in, out and inside', () => {
  const totals = directedTotals(graph, new Set(['reviews', 'v1', 'v2']));
  expect(totals.in.requestsPerSecond).toBe(10);
  expect(totals.out).toMatchObject({ requestsPerSecond: 2, bytesPerSecond: 100 });
  expect(totals.inside.edgeCount).toBe(0);
});

test('what comes into groups is what comes into each of them from outside', () => {
  const groups = new Map([
    ['reviews', 'bookinfo'],
    ['v1', 'bookinfo'],
    ['v2', 'bookinfo'],
    ['db', 'bookinfo'],
    ['outer', 'external'],
  ]);
  const rates = requestsIntoGroups(graph, groups);
  expect([...rates]).toEqual([
    ['bookinfo', 10],
    ['external', 2],
  ]);
  const members = new Set(['reviews', 'v1', 'v2', 'db']);
  expect(rates.get('bookinfo')).toBe(directedTotals(graph, members).in.requestsPerSecond);
});
