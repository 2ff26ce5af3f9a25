import type { ElkExtendedEdge, ElkNode, LayoutOptions } from 'elkjs/lib/elk-api';
import { boxPadding, boxTitleHeight } from '../canvas/drawing-sizes.ts';
import { spanningTree } from './spanning-tree.ts';
import type { Topology, TopologyEdge, TopologyNode } from './topology.ts';

export type ElkRecipe = {
  options: LayoutOptions;
  /** The algorithm arranges boxes within boxes by itself. */
  knowsBoxes?: boolean;
  /** Edges leave at the right and arrive at the left, at the height of the mark. */
  hasPorts: boolean;
  /** Only a tree of the edges is told, because the algorithm knows nothing else. */
  isTree?: boolean;
};

const padding = `[top=${boxTitleHeight + 6},left=${boxPadding},bottom=${boxPadding},right=${boxPadding}]`;

/** The question to ELK: nodes as large as their mark with its text, boxes as parents. */
export function toElkGraph(topology: Topology, recipe: ElkRecipe): ElkNode {
  const nodeById = new Map<string, ElkNode>();
  for (const box of topology.boxes)
    nodeById.set(box.id, {
      id: box.id,
      children: [],
      layoutOptions: { 'elk.padding': padding },
    });
  for (const node of topology.nodes) nodeById.set(node.id, elkNode(node, recipe));
  const root: ElkNode = {
    id: 'root',
    layoutOptions: recipe.options,
    children: [],
    edges: (recipe.isTree === true ? spanningTree(topology) : topology.edges).map((edge) =>
      elkEdge(edge, recipe),
    ),
  };
  const put = (id: string, parent: string | undefined) => {
    const child = nodeById.get(id);
    const holder = parent === undefined ? root : (nodeById.get(parent) ?? root);
    if (child !== undefined) holder.children?.push(child);
  };
  for (const { id, parent } of topology.boxes) put(id, parent);
  for (const { id, box } of topology.nodes) put(id, box);
  return root;
}

/** In columns a name may reach so far into the gap, which is wide enough for two. */
const overhang = 12;
const leastHalf = 23;

function elkNode({ id, extent }: TopologyNode, recipe: ElkRecipe): ElkNode {
  const width = recipe.hasPorts
    ? 2 * Math.max(leastHalf, extent.left - overhang)
    : extent.left + extent.right;
  const height = extent.top + extent.bottom;
  if (!recipe.hasPorts) return { id, width, height };
  return {
    id,
    width,
    height,
    layoutOptions: { 'elk.portConstraints': 'FIXED_POS' },
    ports: [
      {
        id: `${id} in`,
        x: 0,
        y: extent.top,
        width: 0,
        height: 0,
        layoutOptions: { 'elk.port.side': 'WEST' },
      },
      {
        id: `${id} out`,
        x: width,
        y: extent.top,
        width: 0,
        height: 0,
        layoutOptions: { 'elk.port.side': 'EAST' },
      },
    ],
  };
}

function elkEdge({ id, source, target }: TopologyEdge, recipe: ElkRecipe): ElkExtendedEdge {
  if (!recipe.hasPorts) return { id, sources: [source], targets: [target] };
  return {
    id,
    sources: [`${source} out`],
    targets: [`${target} in`],
  };
}
