import { expect, test } from 'vitest';
import { compareGraphs, countChanges } from '#lib/graph/compare-graphs.ts';
import { edgeOf, graphOf, nodeOf } from '#tests/lib/find/small-graph.ts';

const now = graphOf({
  nodes: [
    nodeOf({ id: 'a', kind: 'application', app: 'page', version: 'v1' }),
    nodeOf({ id: 'b' }),
    nodeOf({ id: 'new' }),
  ],
  edges: [
    edgeOf({ source: 'a', target: 'b', requestsPerSecond: 10 }),
    edgeOf({ source: 'a', target: 'new', requestsPerSecond: 1 }),
    edgeOf({ source: 'b', target: 'a', requestsPerSecond: 4, errorShare: 0 }),
  ],
  boxes: [{ id: 'ns:x', kind: 'namespace', name: 'x', members: ['a', 'b', 'new'] }],
});
const then = graphOf({
  nodes: [
    nodeOf({ id: 'a', kind: 'application', app: 'page', version: 'v1' }),
    nodeOf({ id: 'b' }),
    nodeOf({ id: 'old' }),
  ],
  edges: [
    edgeOf({ source: 'a', target: 'b', requestsPerSecond: 2 }),
    edgeOf({ source: 'b', target: 'old', requestsPerSecond: 1 }),
    edgeOf({ source: 'b', target: 'a', requestsPerSecond: 4.4, errorShare: 0 }),
  ],
  boxes: [
    { id: 'ns:x', kind: 'namespace', name: 'x', members: ['a', 'b'] },
    { id: 'ns:y', kind: 'namespace', name: 'y', members: ['old'] },
  ],
});

test('the union has the parts of both times, each in its box', () => {
  const { graph } = compareGraphs(now, then);
  expect(graph.nodes.map((node) => node.id)).toEqual(['a', 'b', 'new', 'old']);
  expect(graph.edges).toHaveLength(4);
  expect(graph.boxes.map((box) => box.members)).toEqual([['a', 'b', 'new'], ['old']]);
});

test('added, removed and changed parts are named; a small drift is no change', () => {
  const { changes } = compareGraphs(now, then);
  expect(changes.map(({ kind, text }) => [kind, text])).toEqual([
    ['changed', 'page v1 → b'],
    ['added', 'page v1 → new'],
    ['removed', 'b → old'],
    ['added', 'new'],
    ['removed', 'old'],
  ]);
  expect(countChanges(changes)).toEqual({ added: 2, removed: 2, changed: 1 });
});

test('a graph compared with itself has no changes', () => {
  expect(compareGraphs(now, now).changes).toEqual([]);
});
