import { expect, test } from 'vitest';
import { placeNeighbours } from '#components/graph/minigraph/place-neighbours.ts';
import type { GraphEdge, GraphNode } from '#lib/contract/graph.ts';

function makeNode(id: string): GraphNode {
  return {
    id,
    kind: 'workload',
    cluster: 'c',
    namespace: 'shop',
    name: id,
    labels: {},
    health: { status: 'healthy', reasons: [] },
    badges: [],
  };
}

function makeEdge(source: string, target: string, protocol: GraphEdge['protocol'] = 'http'): GraphEdge {
  return {
    id: `${source}|${target}|${protocol}`,
    source,
    target,
    protocol,
    health: { status: 'healthy', reasons: [] },
  };
}

const me = makeNode('me');
const from = (peer: string, protocol?: GraphEdge['protocol']) => ({
  peer: makeNode(peer),
  edge: makeEdge(peer, 'me', protocol),
});
const to = (peer: string) => ({ peer: makeNode(peer), edge: makeEdge('me', peer) });

test('callers stand at the left and called at the right of the target, spread round its height', () => {
  const { positions } = placeNeighbours(me, { inbound: [from('a'), from('b')], outbound: [to('x')] });
  expect(Object.fromEntries(positions)).toEqual({
    me: { x: 0, y: 0 },
    a: { x: -132, y: -32 },
    b: { x: -132, y: 32 },
    x: { x: 132, y: 0 },
  });
});

test('a peer over two protocols is one node with two lines', () => {
  const { graph } = placeNeighbours(me, { inbound: [from('a'), from('a', 'tcp')], outbound: [] });
  expect(graph.nodes.map(({ id }) => id)).toEqual(['me', 'a']);
  expect(graph.edges.map(({ id }) => id)).toEqual(['a|me|http', 'a|me|tcp']);
});

test('who calls and is called stands among the callers with both lines', () => {
  const { graph, positions } = placeNeighbours(me, { inbound: [from('a')], outbound: [to('a')] });
  expect(positions.get('a')?.x).toBeLessThan(0);
  expect(graph.edges.map(({ id }) => id)).toEqual(['a|me|http', 'me|a|http']);
});

test('a target that calls itself is no neighbour of its own', () => {
  const { graph } = placeNeighbours(me, { inbound: [from('me')], outbound: [to('me')] });
  expect(graph).toMatchObject({ nodes: [{ id: 'me' }], edges: [] });
});

test('of many neighbours the busiest six are drawn, and the rest is counted', () => {
  const inbound = Array.from({ length: 9 }, (_, index) => from(`caller-${index}`));
  const { graph, hidden } = placeNeighbours(me, { inbound, outbound: [to('x')] });
  expect(hidden).toEqual({ callers: 3, called: 0 });
  expect(graph.nodes).toHaveLength(8);
  expect(graph.edges).toHaveLength(7);
});
