import type { LayoutId } from '../layouts.ts';
import type { ElkRecipe } from './elk-graph.ts';

/** Room between the columns of the layered layout: an edge's label with some line on both sides. */
const columnGap = 68;

/** How ELK arranges the inside of a box. The seed keeps the same graph in the same place from visit to visit. */
export const elkRecipes: Record<LayoutId, ElkRecipe> = {
  layered: {
    hasPorts: true,
    knowsBoxes: true,
    options: {
      'elk.algorithm': 'layered',
      'elk.direction': 'RIGHT',
      'elk.hierarchyHandling': 'INCLUDE_CHILDREN',
      'elk.edgeRouting': 'POLYLINE',
      'elk.layered.spacing.nodeNodeBetweenLayers': `${columnGap}`,
      'elk.layered.spacing.edgeNodeBetweenLayers': '10',
      'elk.layered.spacing.edgeEdgeBetweenLayers': '6',
      'elk.spacing.nodeNode': '16',
      'elk.spacing.edgeNode': '12',
      'elk.spacing.edgeEdge': '12',
      'elk.spacing.componentComponent': '16',
      'elk.padding': '[top=0,left=0,bottom=0,right=0]',
      'elk.randomSeed': '1',
    },
  },
  force: {
    hasPorts: false,
    options: {
      'elk.algorithm': 'stress',
      'elk.stress.desiredEdgeLength': '150',
      'elk.padding': '[top=0,left=0,bottom=0,right=0]',
      'elk.randomSeed': '1',
    },
  },
  grid: {
    hasPorts: false,
    options: {
      'elk.algorithm': 'rectpacking',
      'elk.aspectRatio': '1.6',
      'elk.spacing.nodeNode': '40',
      'elk.padding': '[top=0,left=0,bottom=0,right=0]',
    },
  },
  radial: {
    hasPorts: false,
    isTree: true,
    options: {
      'elk.algorithm': 'radial',
      'elk.spacing.nodeNode': '48',
      'elk.padding': '[top=0,left=0,bottom=0,right=0]',
    },
  },
};
