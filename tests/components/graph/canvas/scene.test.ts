import { expect, test } from 'vitest';
import { whatIsAt } from '#components/graph/canvas/hit-test.ts';
import { stepSelection } from '#components/graph/canvas/step-selection.ts';
import { firstView, fittedView, visiblePart } from '#components/graph/canvas/view.ts';
import { legendMarks } from '#components/graph/legend-marks.ts';
import { sceneOf } from '#tests/support/drawn-scene.ts';
import { drawnBox, drawnEdge, drawnNode } from '#tests/support/visible-graph.ts';

const graph = {
  nodes: [drawnNode('a'), drawnNode('b'), drawnNode('c')],
  edges: [
    drawnEdge('a', 'b'),
    drawnEdge('b', 'c'),
    drawnEdge('a', 'b', { protocol: 'tcp', bytesSentPerSecond: 4100 }),
  ],
  boxes: [drawnBox('shop', ['a', 'b', 'c'])],
};
const positions = new Map([
  ['a', { x: 0, y: 0 }],
  ['b', { x: 200, y: 0 }],
  ['c', { x: 200, y: 200 }],
]);
const arrangement = { positions, routes: new Map() };
const scene = sceneOf(graph, arrangement);

test('lines run from rim to rim, and two between the same nodes keep apart', () => {
  expect(scene.edges.length).toBe(3);
  for (const { points } of scene.edges) {
    const [start] = points;
    const end = points.at(-1);
    for (const center of positions.values())
      for (const point of [start, end])
        if (point !== undefined)
          expect(Math.hypot(point.x - center.x, point.y - center.y)).toBeGreaterThan(15);
  }
  const middles = scene.edges
    .filter(({ id }) => id.startsWith('a|b'))
    .map(({ points }) => points[Math.floor(points.length / 2)]?.y ?? 0);
  expect(Math.abs((middles[0] ?? 0) - (middles[1] ?? 0))).toBeGreaterThan(15);
});

test('a pointer finds nodes, lines within reach, labels and the head of a box', () => {
  expect(whatIsAt(scene, { x: 3, y: 3 }, 6)).toEqual({ kind: 'node', id: 'a' });
  for (const { id, points, label } of scene.edges) {
    const quarter = points.at(Math.floor(points.length / 4)) ?? { x: 0, y: 0 };
    if (points.length > 2)
      expect(whatIsAt(scene, { x: quarter.x + 2, y: quarter.y }, 6)).toEqual({ kind: 'edge', id });
    const plate = label()?.rectangle ?? { x: 0, y: 0 };
    expect(whatIsAt(scene, { x: plate.x + 3, y: plate.y + 3 }, 6)).toEqual({ kind: 'edge', id });
  }
  const box = scene.boxes[0]?.rectangle ?? { x: 0, y: 0 };
  expect(whatIsAt(scene, { x: box.x + 20, y: box.y + 10 }, 6)).toEqual({ kind: 'box', id: 'box:shop' });
  expect(whatIsAt(scene, { x: 60, y: 150 }, 6)).toBeUndefined();
});

test('arrow keys go from nothing to the leftmost node, along its edge and to the other end', () => {
  const step = (
    selection: Parameters<typeof stepSelection>[0]['selection'],
    key: 'ArrowRight' | 'ArrowDown' | 'ArrowUp',
  ) => stepSelection({ graph, positions, selection, key });
  expect(step(undefined, 'ArrowRight')).toEqual({ kind: 'node', id: 'a' });
  expect(step({ kind: 'node', id: 'a' }, 'ArrowRight')).toEqual({ kind: 'edge', id: 'a|b|http' });
  expect(step({ kind: 'edge', id: 'a|b|http' }, 'ArrowRight')).toEqual({ kind: 'node', id: 'b' });
  expect(step({ kind: 'node', id: 'b' }, 'ArrowDown')).toEqual({ kind: 'edge', id: 'b|c|http' });
  expect(step({ kind: 'node', id: 'a' }, 'ArrowUp')).toBeUndefined();
});

test('the fitted view shows all of it, and a small screen begins where it matters', () => {
  const screen = { width: 1000, height: 600 };
  const seen = visiblePart(fittedView(scene.bounds, screen), screen);
  expect(seen.x).toBeLessThan(scene.bounds.x);
  expect(seen.x + seen.width).toBeGreaterThan(scene.bounds.x + scene.bounds.width);
  const wide = { x: 0, y: 0, width: 3000, height: 900 };
  const small = firstView(wide, { width: 390, height: 400 }, { x: 1500, y: 450 });
  expect(small.zoom).toBeGreaterThan(0.7);
  expect(small.pan.x + 1500 * small.zoom).toBeCloseTo(195);
});

test('focus fades everything else, and a selection does not', () => {
  const focused = sceneOf(graph, arrangement, { focusPath: new Set(['a', 'b', 'a|b|http']) });
  expect(focused.nodes.map(({ id, isFaded }) => [id, isFaded])).toEqual([
    ['a', false],
    ['b', false],
    ['c', true],
  ]);
  const selected = sceneOf(graph, arrangement, { selection: { kind: 'node', id: 'a' } });
  expect(selected.nodes.filter(({ isFaded }) => isFaded)).toEqual([]);
  expect(selected.nodes.filter(({ isSelected }) => isSelected).map(({ id }) => id)).toEqual(['a']);
});

test('the legend has the marks of the drawing and no others', () => {
  const titles = legendMarks({ graph, badges: true, hasLocks: true, hasMismatches: false }).map(
    ({ title }) => title,
  );
  expect(titles).toEqual(['workload', 'healthy', 'TCP']);
  const locked = { ...graph, edges: [drawnEdge('a', 'b', { mtlsShare: 1 })] };
  expect(
    legendMarks({ graph: locked, badges: true, hasLocks: true, hasMismatches: false }).map(
      ({ title }) => title,
    ),
  ).toContain('mTLS');
  expect(
    legendMarks({ graph: locked, badges: true, hasLocks: false, hasMismatches: false }).map(
      ({ title }) => title,
    ),
  ).not.toContain('mTLS');
});
