import type { ElkNode } from 'elkjs/lib/elk-api';
import type { LayoutId } from '../layouts.ts';
import { arrangeNested } from './arrange-nested.ts';
import type { Arrangement } from './arrangement.ts';
import { toElkGraph } from './elk-graph.ts';
import { elkRecipes } from './elk-recipes.ts';
import { readElkAnswer } from './read-elk.ts';
import type { Topology } from './topology.ts';

export type ElkEngine = { layout: (graph: ElkNode) => Promise<ElkNode> };

/** Arranges a topology by ELK; boxes are its own affair where the algorithm knows them. */
export function arrangeByElk(content: Topology, layout: LayoutId, elk: ElkEngine): Promise<Arrangement> {
  const recipe = elkRecipes[layout];
  const arrangeFlat = async (part: Topology) =>
    readElkAnswer(await elk.layout(toElkGraph(part, recipe)), part);
  return recipe.knowsBoxes === true ? arrangeFlat(content) : arrangeNested(content, arrangeFlat);
}
