import { expect, test } from 'vitest';
import { codeShares, flagShares } from '#components/traffic/code-shares.ts';
import type { GraphEdge } from '#lib/contract/graph.ts';

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
