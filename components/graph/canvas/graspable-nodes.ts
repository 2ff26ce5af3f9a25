import { largeGraphNodes } from '../layout/arrange-large.ts';
import type { Point } from '../visible-graph.ts';
import { contains } from './rectangle.ts';
import { type Size, type View, visiblePart } from './view.ts';

/** Below this zoom the nodes of a large graph are too small and too close to be grasped one by one. */
const leastZoom = 0.36;

/**
 * The nodes that can be dragged: all of a small graph, of a large one those in view once they are large enough. Nodes
 * that the stage does not know cost it nothing; clicks find them all the same.
 */
export function graspableNodes(
  positions: ReadonlyMap<string, Point>,
  view: View,
  screen: Size,
): ReadonlyMap<string, Point> {
  if (positions.size < largeGraphNodes) return positions;
  if (view.zoom < leastZoom) return new Map();
  const visible = visiblePart(view, screen);
  return new Map([...positions].filter(([, place]) => contains(visible, place)));
}
