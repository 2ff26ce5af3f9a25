import { expect, test } from 'vitest';
import type { Badge } from '#lib/contract/graph.ts';
import { findInGraph, hideInGraph, withoutPart } from '#lib/find/find-in-graph.ts';
import { needsOf } from '#lib/find/needs-of.ts';
import { parseFind } from '#lib/find/parse-find.ts';
import { edgeOf, graphOf, nodeOf } from './small-graph.ts';

const badge: Badge = { id: 'trafficSplit', text: 'splits', objects: [] };

const graph = graphOf({
  nodes: [
    nodeOf({ id: 'gateway', namespace: 'istio-system', isRoot: true }),
    nodeOf({ id: 'page', namespace: 'bookinfo', app: 'page', version: 'v1', labels: { team: 'web' } }),
    nodeOf({ id: 'reviews', kind: 'service', namespace: 'bookinfo', service: 'reviews', badges: [badge] }),
    nodeOf({ id: 'db', namespace: 'bookinfo', version: 'v2', inMesh: false, podCount: 3 }),
    nodeOf({ id: 'unknown', kind: 'unknown', health: { status: 'unknown', reasons: [] } }),
    nodeOf({ id: 'asleep', namespace: 'shop', isIdle: true, health: { status: 'idle', reasons: [] } }),
  ],
  edges: [
    edgeOf({ source: 'gateway', target: 'page', requestsPerSecond: 10, errorShare: 0.07, mtlsShare: 1 }),
    edgeOf({
      source: 'page',
      target: 'reviews',
      requestsPerSecond: 8,
      errorShare: 0.01,
      responseTimeMs: { p95: 1200 },
      responses: [
        {
          code: '503',
          flags: 'UF,URX',
          host: 'reviews:9080',
          share: 0.01,
          requestsPerSecond: 0.08,
          reporter: 'source',
        },
      ],
    }),
    edgeOf({
      source: 'page',
      target: 'db',
      protocol: 'tcp',
      bytesSentPerSecond: 2048,
      connections: [{ flags: 'UT', host: 'db.shop', share: 1 }],
    }),
    edgeOf({ source: 'unknown', target: 'db', protocol: 'tcp', bytesSentPerSecond: 0 }),
  ],
  boxes: [
    { id: 'ns:bookinfo', kind: 'namespace', name: 'bookinfo', members: ['page', 'reviews', 'db'] },
    { id: 'ns:shop', kind: 'namespace', name: 'shop', members: ['asleep'] },
  ],
});

function expressionOf(text: string) {
  const answer = parseFind(text);
  if (!answer.isValid || answer.expression === undefined) throw new Error(`${text} is not valid`);
  return answer.expression;
}

function found(text: string): string[] {
  const { nodes, edges } = findInGraph(graph, expressionOf(text));
  return [...nodes, ...edges];
}

test.each([
  ['name = page', ['page']],
  ['name contains PAG', ['page']],
  ['ns = bookinfo AND version = v1', ['page']],
  ['version = NaN AND ns = bookinfo', ['reviews']],
  ['node = service', ['reviews']],
  ['label:team = web', ['page']],
  ['has label:team', ['page']],
  ['ts', ['reviews']],
  ['om', ['db']],
  ['pods >= 3', ['db']],
  ['rank = 1', ['page']],
  ['httpin > 9', ['page']],
  ['trafficsource', ['gateway']],
  ['idle', ['asleep']],
  ['name = unknown', ['unknown']],
  ['errors > 1%', ['gateway|page|http']],
  ['errors >= 1%', ['gateway|page|http', 'page|reviews|http']],
  ['errors > 7%', []],
  ['NOT errors > 1%', ['page|reviews|http', 'page|db|tcp', 'unknown|db|tcp']],
  ['rt > 1s', ['page|reviews|http']],
  ['tcp > 2kB', ['page|db|tcp']],
  ['tcp = NaN AND protocol = tcp', ['unknown|db|tcp']],
  ['%httptraffic = 100', ['gateway|page|http', 'page|reviews|http']],
  ['mtls = 100%', ['gateway|page|http']],
  ['code ^= 5', ['page|reviews|http']],
  ['flag = UF', ['page|reviews|http']],
  ['flag = URX', ['page|reviews|http']],
  ['host *= reviews', ['page|reviews|http']],
  ['flag = UT', ['page|db|tcp']],
  ['host = db.shop', ['page|db|tcp']],
  ['source = page AND protocol = tcp', ['page|db|tcp']],
  ['name = db OR errors > 5%', ['db', 'gateway|page|http']],
])('%s finds %j', (text, ids) => {
  expect(found(text)).toEqual(ids);
});

test('a negated condition on edges says nothing about nodes', () => {
  expect(found('NOT http > 0').every((id) => id.includes('|'))).toBe(true);
});

test('every negated operator finds exactly what the plain one leaves', () => {
  const all = graph.nodes.map((node) => node.id);
  for (const operator of ['=', '*=', '^=', '$=']) {
    const plain = found(`name ${operator} re`);
    expect(found(`name !${operator} re`)).toEqual(all.filter((id) => !plain.includes(id)));
  }
});

test('hiding a node hides its edges and what stands bare then', () => {
  const hidden = hideInGraph(graph, expressionOf('name = page'));
  expect([...hidden.nodes]).toEqual(['page', 'gateway', 'reviews']);
  expect([...hidden.edges]).toEqual(['gateway|page|http', 'page|reviews|http', 'page|db|tcp']);
});

test('hiding edges hides nodes left bare, but not those that had none before', () => {
  const rest = withoutPart(graph, hideInGraph(graph, expressionOf('protocol = http')));
  expect(rest.nodes.map((node) => node.id)).toEqual(['page', 'db', 'unknown', 'asleep']);
  expect(rest.edges.map((edge) => edge.id)).toEqual(['page|db|tcp', 'unknown|db|tcp']);
});

test('a box whose members are all hidden is gone', () => {
  const rest = withoutPart(graph, hideInGraph(graph, expressionOf('idle')));
  expect(rest.boxes.map((box) => box.name)).toEqual(['bookinfo']);
});

test('operands name what the graph must be asked with', () => {
  expect(needsOf(expressionOf('rt > 1s OR messages > 2 OR name = x'))).toEqual(['latency', 'messages']);
  expect(needsOf(expressionOf('op = list'))).toEqual(['operations']);
  expect(needsOf(undefined)).toEqual([]);
});
