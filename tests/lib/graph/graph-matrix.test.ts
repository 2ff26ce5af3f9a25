import { expect, test } from 'vitest';
import { graphMatrix } from '#lib/graph/graph-matrix.ts';
import { membersOfBox } from '#lib/graph/members-of-box.ts';
import { nodeName } from '#lib/graph/node-name.ts';
import { replayWindow } from '#lib/graph/replay-frames.ts';
import { edgeOf, graphOf, nodeOf } from '#tests/lib/find/small-graph.ts';

test('rows are the callers and columns the called, in blocks of namespaces', () => {
  const matrix = graphMatrix(
    graphOf({
      nodes: [
        nodeOf({ id: 'z', namespace: 'a' }),
        nodeOf({ id: 'b', namespace: 'b' }),
        nodeOf({ id: 'a', namespace: 'b' }),
      ],
      edges: [
        edgeOf({ source: 'z', target: 'a' }),
        edgeOf({ source: 'z', target: 'a', protocol: 'tcp' }),
        edgeOf({ source: 'b', target: 'z' }),
      ],
    }),
  );
  expect(matrix.rows.map(({ id }) => id)).toEqual(['z', 'b']);
  expect(matrix.columns.map(({ id }) => id)).toEqual(['z', 'a']);
  expect(matrix.edges('z', 'a').map(({ protocol }) => protocol)).toEqual(['http', 'tcp']);
  expect(matrix.edges('b', 'a')).toEqual([]);
});

test.each([
  [{ kind: 'application', app: 'reviews', version: 'v2' }, 'reviews v2'],
  [{ kind: 'workload', app: 'reviews', version: 'v2' }, 'node'],
  [{ kind: 'application', app: 'checkout', version: 'latest' }, 'node'],
  [{ kind: 'application', app: 'web', version: 'latest', labels: { version: 'latest' } }, 'web latest'],
  [{ kind: 'application', app: 'web', version: 'unknown' }, 'node'],
  [{}, 'node'],
] as const)('%j is called %s', (fields, name) => {
  expect(nodeName(nodeOf({ id: 'node', ...fields }))).toBe(name);
});

test('the last frame of a replay ends with the window, and no frame is too short for the API', () => {
  const endMs = Date.parse('2026-11-21T02:10:00Z');
  expect(replayWindow({ endMs, seconds: 600, frame: 10 })).toEqual({
    range: '1m',
    at: '2026-11-21T02:10:00.000Z',
  });
  expect(replayWindow({ endMs, seconds: 600, frame: 1 })).toEqual({
    range: '1m',
    at: '2026-11-21T02:01:00.000Z',
  });
  expect(replayWindow({ endMs, seconds: 60, frame: 1 }).range).toBe('30s');
});

test('members of a box include those of the boxes within it', () => {
  const graph = graphOf({
    nodes: [nodeOf({ id: 'a' }), nodeOf({ id: 'b' }), nodeOf({ id: 'c' })],
    boxes: [
      { id: 'ns', kind: 'namespace', name: 'ns', members: ['a'] },
      { id: 'app', kind: 'app', name: 'app', parent: 'ns', members: ['b'] },
    ],
  });
  expect(membersOfBox(graph, 'ns').map(({ id }) => id)).toEqual(['a', 'b']);
});
