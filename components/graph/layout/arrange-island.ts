import ELK from 'elkjs/lib/elk-api';
import type { LayoutId } from '../layouts.ts';
import { arrangeByElk, type ElkEngine } from './arrange-by-elk.ts';
import { arrangeNested } from './arrange-nested.ts';
import type { Arrangement } from './arrangement.ts';
import { arrangeByRank } from './rank-columns.ts';
import type { Topology } from './topology.ts';

/** From this size of the whole graph on, a thorough layout would take longer than people wait. */
export const largeGraphNodes = 400;

let elk: ElkEngine | undefined;

/** Arranges the inside of a box: by ELK in its worker, or at once when the graph is large. */
export async function arrangeIsland(
  content: Topology,
  layout: LayoutId,
  wholeSize: number,
): Promise<Arrangement> {
  if (content.nodes.length === 1 || wholeSize >= largeGraphNodes)
    return arrangeNested(content, arrangeByRank);
  elk ??= new ELK({
    workerFactory: () => new Worker(new URL('./elk-worker.ts', import.meta.url)),
  });
  return arrangeByElk(content, layout, elk);
}
