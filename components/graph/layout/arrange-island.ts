import ELK from 'elkjs/lib/elk-api';
import type { LayoutId } from '../layouts.ts';
import type { Arrangement } from './arrangement.ts';
import { toElkGraph } from './elk-graph.ts';
import { elkRecipes } from './elk-recipes.ts';
import { arrangeByRank } from './rank-columns.ts';
import { readElkAnswer } from './read-elk.ts';
import type { Topology } from './topology.ts';

/** From this size of the whole graph on, a thorough layout would take longer than people wait. */
export const largeGraphNodes = 400;

let elk: InstanceType<typeof ELK> | undefined;

/** Arranges the inside of a box: by ELK in its worker, or at once when the graph is large. */
export async function arrangeIsland(
  content: Topology,
  layout: LayoutId,
  wholeSize: number,
): Promise<Arrangement> {
  if (content.nodes.length === 1 || wholeSize >= largeGraphNodes) return arrangeByRank(content);
  elk ??= new ELK({
    workerFactory: () => new Worker(new URL('./elk-worker.ts', import.meta.url)),
  });
  return readElkAnswer(await elk.layout(toElkGraph(content, elkRecipes[layout])), content);
}
