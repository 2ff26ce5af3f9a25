import { expect, test } from 'vitest';
import { neighboursOf, pathPart } from '#lib/graph/neighbours.ts';
import { edgeOf, graphOf, nodeOf } from '#tests/lib/find/small-graph.ts';

const graph = graphOf({
  nodes: ['a', 'b', 'c', 'd', 'e'].map((id) => nodeOf({ id })),
  edges: [
    edgeOf({ source: 'a', target: 'b', requestsPerSecond: 1 }),
    edgeOf({ source: 'e', target: 'b', requestsPerSecond: 5 }),
    edgeOf({ source: 'b', target: 'c' }),
    edgeOf({ source: 'c', target: 'd' }),
    edgeOf({ source: 'd', target: 'b' }),
  ],
});

test('callers come with the most traffic first', () => {
  expect(neighboursOf(graph, 'b').callers.map(({ node }) => node.id)).toEqual(['e', 'a', 'd']);
  expect(neighboursOf(graph, 'b').called.map(({ node }) => node.id)).toEqual(['c']);
});

test.each([
  ['downstream', 1, ['b', 'c']],
  ['downstream', 9, ['b', 'c', 'd']],
  ['upstream', 1, ['b', 'a', 'e', 'd']],
  ['both', 1, ['b', 'a', 'e', 'd', 'c']],
] as const)('%s of a node, depth %i', (direction, depth, ids) => {
  expect([...pathPart(graph, { from: 'b', direction, depth }).nodes].sort()).toEqual([...ids].sort());
});

test('a cycle ends, and its edges are on the path', () => {
  expect([...pathPart(graph, { from: 'b', direction: 'downstream', depth: 9 }).edges].sort()).toEqual([
    'b|c|http',
    'c|d|http',
    'd|b|http',
  ]);
});

test('a node that is not there has no path', () => {
  expect(pathPart(graph, { from: 'gone', direction: 'both', depth: 3 }).nodes.size).toBe(0);
});
