import { expect, test } from 'vitest';
import { codeShares, flagShares } from '#components/traffic/code-shares.ts';
import { peerTarget } from '#components/traffic/peer-target.ts';
import type { GraphEdge, GraphNode } from '#lib/contract/graph.ts';

const edge: GraphEdge = {
  id: 'a|b|http',
  source: 'a',
  target: 'b',
  protocol: 'http',
  health: { status: 'healthy', reasons: [] },
};

test('codes are summed over flags and hosts, as one reporter saw them', () => {
  const response = { flags: '-', host: 'b.shop', requestsPerSecond: 1 };
  const shares = codeShares({
    ...edge,
    requestsPerSecond: 4,
    reporters: { source: { requestsPerSecond: 4 }, destination: { requestsPerSecond: 3 } },
    responses: [
      { ...response, code: '200', share: 0.5, reporter: 'source' },
      { ...response, code: '503', flags: 'UF', share: 0.25, reporter: 'source' },
      { ...response, code: '503', flags: 'UH', share: 0.125, reporter: 'source' },
      { ...response, code: '-', share: 0.125, reporter: 'source' },
      { ...response, code: '200', share: 1, reporter: 'destination' },
    ],
  });
  expect(shares).toEqual([
    { code: '200', share: 0.5, codeClass: 'ok' },
    { code: '503', share: 0.375, codeClass: 'fail' },
    { code: '-', share: 0.125, codeClass: 'fail' },
  ]);
});

test('connections are told by their flags, and none is the good one', () => {
  const connections = [
    { flags: 'UF', host: 'b', share: 0.1 },
    { flags: '-', host: 'b', share: 0.9 },
  ];
  expect(flagShares({ ...edge, protocol: 'tcp', connections })).toEqual([
    { code: '-', share: 0.9, codeClass: 'ok' },
    { code: 'UF', share: 0.1, codeClass: 'fail' },
  ]);
});

test('an edge without answers has no codes', () => {
  expect(codeShares(edge)).toEqual([]);
  expect(flagShares(edge)).toEqual([]);
});

test.each<[GraphNode['kind'], string | undefined, string | undefined]>([
  ['workload', 'shop', 'workload'],
  ['application', 'shop', 'application'],
  ['serviceEntry', 'external', 'service'],
  ['unknown', undefined, undefined],
  ['passthrough', undefined, undefined],
  ['service', 'unknown', undefined],
])('a %s in %s has the page of a %s', (kind, namespace, page) => {
  const health = { status: 'healthy' as const, reasons: [] };
  const node: GraphNode = { id: 'x', kind, cluster: 'c', name: 'x', labels: {}, health, badges: [] };
  const target = peerTarget(namespace === undefined ? node : { ...node, namespace });
  expect(target?.kind).toBe(page);
});
