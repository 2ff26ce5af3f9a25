import type { GraphEdge } from '#lib/contract/graph.ts';
import type { Arrangement } from '../layout/arrangement.ts';
import type { Point, VisibleGraph } from '../visible-graph.ts';
import { type Obstacle, routeOf, straightRoute } from './edge-route.ts';
import { markRectangle, textRectangle } from './node-extent.ts';
import type { NodeFace } from './node-face.ts';
import { grow, type Rectangle } from './rectangle.ts';

type RoutesQuestion = {
  graph: VisibleGraph;
  arrangement: Arrangement;
  positions: ReadonlyMap<string, Point>;
  faces: ReadonlyMap<string, NodeFace>;
  titles: readonly Rectangle[];
  frame: Rectangle | undefined;
  isLarge: boolean;
};

const costOfMark = 100;
const costOfText = 30;
const costOfOwnText = 5;
const costOfTitle = 8;
/** Lines between the same two nodes keep so far apart. */
const parallelGap = 26;

/** The line of every edge whose two nodes have a place. */
export function routeEdges(question: RoutesQuestion): Map<string, Point[]> {
  const { graph, positions, faces, arrangement, isLarge } = question;
  const obstacles = isLarge ? [] : obstaclesOf(question);
  const pairs = new Map(graph.edges.map((edge) => [edge, pairOf(edge)]));
  const siblings = Map.groupBy(graph.edges, (edge) => pairs.get(edge) ?? '');
  const routes = new Map<string, Point[]>();
  for (const edge of graph.edges) {
    const source = endOf(edge.source, positions, faces);
    const target = endOf(edge.target, positions, faces);
    if (source === undefined || target === undefined) continue;
    const among = siblings.get(pairs.get(edge) ?? '') ?? [];
    const isAlone = among.length === 1;
    routes.set(
      edge.id,
      isLarge && isAlone
        ? straightRoute(source, target)
        : routeOf({
            source,
            target,
            offset: isAlone ? 0 : offsetOf(edge, among),
            proposed: unmoved(edge, question) ? arrangement.routes.get(edge.id) : undefined,
            obstacles,
            frame: question.frame,
          }),
    );
  }
  return routes;
}

function pairOf({ source, target }: GraphEdge): string {
  return source < target ? `${source} ${target}` : `${target} ${source}`;
}

function offsetOf(edge: GraphEdge, siblings: readonly GraphEdge[]): number {
  const offset = (siblings.indexOf(edge) - (siblings.length - 1) / 2) * parallelGap;
  // A bow to the left of one direction is to the right of the other.
  return edge.source < edge.target ? offset : -offset;
}

function endOf(id: string, positions: ReadonlyMap<string, Point>, faces: ReadonlyMap<string, NodeFace>) {
  const center = positions.get(id);
  const shape = faces.get(id)?.shape;
  return center === undefined || shape === undefined ? undefined : { id, center, shape };
}

function unmoved({ source, target }: GraphEdge, { positions, arrangement }: RoutesQuestion): boolean {
  return [source, target].every((id) => {
    const [now, arranged] = [positions.get(id), arrangement.positions.get(id)];
    return now?.x === arranged?.x && now?.y === arranged?.y;
  });
}

function obstaclesOf({ graph, positions, faces, titles }: RoutesQuestion): Obstacle[] {
  const nodes = graph.nodes.flatMap(({ id }): Obstacle[] => {
    const [center, face] = [positions.get(id), faces.get(id)];
    if (center === undefined || face === undefined) return [];
    return [
      // A line always runs into the marks of its own two nodes.
      { owner: id, rectangle: grow(markRectangle(face, center), 5), cost: costOfMark, ownCost: 0 },
      { owner: id, rectangle: textRectangle(face, center), cost: costOfText, ownCost: costOfOwnText },
    ];
  });
  return [...nodes, ...titles.map((rectangle) => ({ owner: '', rectangle, cost: costOfTitle, ownCost: 0 }))];
}
