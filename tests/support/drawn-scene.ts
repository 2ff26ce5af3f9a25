import ELK from 'elkjs/lib/elk.bundled.js';
import { buildScene, emptySceneMemory, type SceneOptions } from '#components/graph/canvas/build-scene.ts';
import type { Scene } from '#components/graph/canvas/scene.ts';
import { defaultEdgeLabels } from '#components/graph/edge-labels.ts';
import { arrange } from '#components/graph/layout/arrange.ts';
import { arrangeByElk } from '#components/graph/layout/arrange-by-elk.ts';
import type { Arrangement } from '#components/graph/layout/arrangement.ts';
import { topologyOf } from '#components/graph/layout/topology.ts';
import type { LayoutId } from '#components/graph/layouts.ts';
import type { VisibleGraph } from '#components/graph/visible-graph.ts';

type Wish = { layout?: LayoutId; boxBy?: SceneOptions['boxBy'] };

/** The arrangement that a browser would get, computed in this process instead of in a worker. */
export function arrangedHere(
  graph: VisibleGraph,
  { layout = 'layered', boxBy = ['namespace'] }: Wish = {},
): Promise<Arrangement> {
  const elk = new ELK();
  return arrange({
    topology: topologyOf(graph, boxBy),
    arrangeIsland: (content) => arrangeByElk(content, layout, elk),
    mayStack: layout === 'layered',
  });
}

/** The scene of a graph with the page's default choices. */
export function sceneOf(
  graph: VisibleGraph,
  arrangement: Arrangement,
  more: Partial<SceneOptions> = {},
): Scene {
  return buildScene({
    graph,
    boxBy: ['namespace'],
    edgeLabels: defaultEdgeLabels,
    badges: true,
    selection: undefined,
    found: new Set(),
    focusPath: undefined,
    difference: undefined,
    mismatches: new Map(),
    arrangement,
    positions: arrangement.positions,
    memory: emptySceneMemory(),
    isLarge: false,
    ...more,
  });
}
