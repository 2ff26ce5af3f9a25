import { expect, test } from 'vitest';
import { labelOverlaps } from '#components/graph/canvas/label-overlaps.ts';
import { gapBetween } from '#components/graph/canvas/polyline.ts';
import { fittedView } from '#components/graph/canvas/view.ts';
import { graphQuery, graphTypes } from '#lib/contract/graph-query.ts';
import { loadGraph } from '#server/mesh/graph/load-graph.ts';
import { createRecording } from '#server/sources/recording/recording.ts';
import { arrangedHere, sceneOf } from '#tests/support/drawn-scene.ts';
import { recordedNowSeconds } from '#tests/support/recorded-traffic.ts';

async function demoGraph(parameters: Record<string, string>, laterSeconds: number) {
  const nowSeconds = recordedNowSeconds + laterSeconds;
  const sources = createRecording({ now: () => nowSeconds * 1000 });
  const signal = new AbortController().signal;
  const context = { sources, nowSeconds, signal, version: 'test' };
  return (await loadGraph(graphQuery.parse({ range: '10m', ...parameters }), context)).data;
}

const laters = [0, 900, 2700] as const;

test.each(laters)(
  'no label covers a text or a mark in the default view of the demo, %i s later',
  async (later) => {
    for (const namespaces of ['*', 'bookinfo,broken,external,shop']) {
      const graph = await demoGraph({ namespaces }, later);
      const scene = sceneOf(graph, await arrangedHere(graph));
      expect(scene.nodes.length).toBeGreaterThan(30);
      expect(scene.edges.filter(({ label }) => label() !== undefined).length).toBeGreaterThan(40);
      expect(labelOverlaps(scene)).toEqual([]);
    }
  },
);

test.each(graphTypes)('no label covers a text, a mark or the name of a box in the %s graph', async (type) => {
  for (const later of laters) {
    const graph = await demoGraph({ type }, later);
    const scene = sceneOf(graph, await arrangedHere(graph));
    expect(scene.boxes.length).toBeGreaterThan(3);
    expect(scene.edges.filter(({ label }) => label() !== undefined).length).toBeGreaterThan(20);
    expect(labelOverlaps(scene)).toEqual([]);
  }
});

test.each(graphTypes)('labels of the %s graph lie on their own line, or next to it', async (type) => {
  const graph = await demoGraph({ type }, 0);
  const scene = sceneOf(graph, await arrangedHere(graph));
  const gaps = scene.edges.flatMap(({ points, label }) => {
    const rectangle = label()?.rectangle;
    return rectangle === undefined ? [] : [gapBetween(rectangle, points)];
  });
  expect(gaps.length).toBeGreaterThan(20);
  expect(Math.max(...gaps)).toBeLessThan(8);
});

test('the default view of the demo fits a laptop at a size that can be read', async () => {
  const graph = await demoGraph({}, 0);
  const { bounds } = sceneOf(graph, await arrangedHere(graph));
  // The drawing's part of 1440 x 900, beside the panel and below the bars.
  // Before each version there is room for two shares.
  expect(fittedView(bounds, { width: 1004, height: 729 }).zoom).toBeGreaterThan(0.85);
});

test('a split that is not as configured is named on its line, and covers nothing', async () => {
  for (const serviceNodes of ['routed', 'false']) {
    const graph = await demoGraph({ serviceNodes }, 0);
    const marked = graph.edges.filter(({ split }) => split?.configuredShare !== undefined);
    const mismatches = new Map(marked.map(({ id }) => [id, ['checkout']]));
    const scene = sceneOf(graph, await arrangedHere(graph), { mismatches });
    expect(mismatches.size).toBeGreaterThan(6);
    const named = scene.edges.filter(({ label }) => label()?.lines.at(-1) === 'mismatch');
    expect(named.map(({ id }) => id).sort()).toEqual([...mismatches.keys()].sort());
    if (serviceNodes === 'routed') expect(labelOverlaps(scene)).toEqual([]);
  }
});

test('every layout and every kind of box gives each node of the demo a place of its own', async () => {
  const graph = await demoGraph({}, 0);
  const boxings = [[], ['namespace'], ['app'], ['cluster', 'namespace', 'app']] as const;
  for (const layout of ['layered', 'force', 'grid', 'radial'] as const)
    for (const boxBy of boxings) {
      const { positions } = await arrangedHere(graph, { layout, boxBy });
      expect(positions.size).toBe(graph.nodes.length);
      const places = new Set(
        [...positions.values()].map(({ x, y }) => `${Math.round(x / 20)} ${Math.round(y / 20)}`),
      );
      expect({ layout, boxBy, places: places.size }).toEqual({ layout, boxBy, places: graph.nodes.length });
    }
});
