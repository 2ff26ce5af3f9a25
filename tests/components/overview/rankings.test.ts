import { expect, test } from 'vitest';
import { rankErrors } from '#components/overview/rank-errors.ts';
import { rankLatency } from '#components/overview/rank-latency.ts';
import { totalsOf } from '#components/overview/totals.ts';
import { namespacesLabel } from '#components/shell/namespaces-label.ts';
import type { Graph, GraphEdge, GraphNode } from '#lib/contract/graph.ts';
import type { NamespaceItem } from '#lib/contract/namespaces.ts';

const healthy = { status: 'healthy', reasons: [] } as const;

function node(id: string, change: Partial<GraphNode> = {}): GraphNode {
  const health = { ...healthy, reasons: [] };
  return { id, kind: 'application', cluster: 'home', name: id, labels: {}, health, badges: [], ...change };
}

function edge(source: string, target: string, change: Partial<GraphEdge> = {}): GraphEdge {
  const health = { ...healthy, reasons: [] };
  return { id: `${source}|${target}|http`, source, target, protocol: 'http', health, ...change };
}

function graph(nodes: GraphNode[], edges: GraphEdge[]): Graph {
  const window = { from: '2026-11-21T02:00:00Z', to: '2026-11-21T02:10:00Z' };
  return { window, nodes, edges, boxes: [], quality: [], hidden: { idle: 0 } };
}

const response = { host: 'b', share: 0.5, requestsPerSecond: 1, reporter: 'source' } as const;

test('failing calls stand by share of errors, with the response that tells most', () => {
  const responses = [
    { ...response, code: '200', flags: '-', requestsPerSecond: 9 },
    { ...response, code: '404', flags: '-', requestsPerSecond: 3 },
    { ...response, code: '503', flags: 'UH', requestsPerSecond: 2 },
    { ...response, code: '500', flags: '-', requestsPerSecond: 1 },
  ];
  const ranked = rankErrors(
    graph(
      [node('a'), node('b'), node('c')],
      [
        edge('a', 'b', { errorShare: 0.2, responses }),
        edge('a', 'c', { errorShare: 0.9 }),
        edge('b', 'c', { errorShare: 0 }),
      ],
    ),
    5,
  );
  expect(ranked.map((call) => [call.target.name, call.response?.code, call.response?.flags])).toEqual([
    ['c', undefined, undefined],
    ['b', '503', 'UH'],
  ]);
});

test('a call through a service is listed once, with its caller', () => {
  const nodes = [node('a'), node('s', { kind: 'service' }), node('b')];
  const edges = [edge('a', 's', { errorShare: 0.5 }), edge('s', 'b', { errorShare: 0.5 })];
  expect(rankErrors(graph(nodes, edges), 5).map((call) => call.edge.id)).toEqual(['a|s|http']);
});

test('each answering workload stands once, with its slowest caller', () => {
  const nodes = [node('a'), node('b'), node('fast'), node('slow'), node('s', { kind: 'service' })];
  const ranked = rankLatency(
    graph(nodes, [
      edge('a', 'slow', { responseTimeMs: { p50: 5, p95: 40 } }),
      edge('b', 'slow', { responseTimeMs: { p50: 9, p95: 90 } }),
      edge('a', 'fast', { responseTimeMs: { p95: 3 } }),
      edge('a', 's', { responseTimeMs: { p95: 999 } }),
      edge('b', 'fast'),
    ]),
    5,
  );
  expect(ranked.map((call) => [call.target.name, call.source.name, call.p95])).toEqual([
    ['slow', 'b', 90],
    ['fast', 'a', 3],
  ]);
});

function namespace(name: string, change: Partial<NamespaceItem>): NamespaceItem {
  const workloads = { total: 1, healthy: 1, degraded: 0, failing: 0, idle: 0, unknown: 0, outOfMesh: 0 };
  return {
    name,
    inMesh: 'sidecar',
    isSystem: false,
    health: { ...healthy, reasons: [] },
    workloads,
    ...change,
  };
}

test('shares of errors are weighed by their requests, and what is not known stays unknown', () => {
  const items = [
    namespace('a', { requestsPerSecond: 90, errorShare: 0 }),
    namespace('b', { requestsPerSecond: 10, errorShare: 0.5 }),
    namespace('c', {}),
  ];
  expect(totalsOf(items)).toEqual({ requestsPerSecond: 100, errorShare: 0.05 });
  expect(totalsOf([namespace('c', {})])).toEqual({ requestsPerSecond: undefined, errorShare: undefined });
  expect(totalsOf([namespace('d', { requestsPerSecond: 0 })]).errorShare).toBeUndefined();
});

test('the picker names the two busiest namespaces and counts the others', () => {
  const items = [
    namespace('a', { requestsPerSecond: 1 }),
    namespace('b', { requestsPerSecond: 9 }),
    namespace('c', { requestsPerSecond: 5 }),
  ];
  expect(namespacesLabel({ namespaces: ['a', 'b', 'c'], items })).toEqual({ first: 'b, c', more: '+ 1' });
  expect(namespacesLabel({ namespaces: ['a'], items })).toEqual({ first: 'a', more: '' });
  expect(namespacesLabel({ namespaces: '*', items }).first).toBe('All namespaces');
});
