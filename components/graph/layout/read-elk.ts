import type { ElkNode } from 'elkjs/lib/elk-api';
import type { Point } from '../visible-graph.ts';
import type { Arrangement } from './arrangement.ts';
import type { Topology } from './topology.ts';

/** ELK's answer in the drawing's own coordinates: centres of marks and bends. */
export function readElkAnswer(answer: ElkNode, topology: Topology): Arrangement {
  const corners = new Map<string, Corner>();
  collectCorners({ node: answer, origin: { x: 0, y: 0 }, corners });
  const positions = new Map<string, Point>();
  for (const { id, extent } of topology.nodes) {
    const corner = corners.get(id);
    if (corner !== undefined) positions.set(id, { x: corner.x + corner.width / 2, y: corner.y + extent.top });
  }
  const routes = new Map<string, Point[]>();
  for (const edge of answer.edges ?? []) {
    const origin = corners.get(edge.container ?? 'root') ?? { x: 0, y: 0 };
    const shift = (point: Point) => ({ x: point.x + origin.x, y: point.y + origin.y });
    const bends = edge.sections?.flatMap(({ startPoint, bendPoints = [], endPoint }) => [
      startPoint,
      ...bendPoints,
      endPoint,
    ]);
    if (bends !== undefined) routes.set(edge.id, bends.map(shift));
  }
  return { positions, routes };
}

type Corner = Point & { width: number };
type Level = { node: ElkNode; origin: Point; corners: Map<string, Corner> };

/** ELK gives every place relative to its parent. */
function collectCorners({ node, origin, corners }: Level): void {
  const corner = { x: origin.x + (node.x ?? 0), y: origin.y + (node.y ?? 0), width: node.width ?? 0 };
  corners.set(node.id, corner);
  for (const child of node.children ?? []) collectCorners({ node: child, origin: corner, corners });
}
