import type { Point } from '../visible-graph.ts';
import type { NodeShape } from './node-face.ts';
import { between, bowed, distance, lengthOf, rounded, trimmed } from './polyline.ts';
import { crosses, type Rectangle, sharedArea, unionOf } from './rectangle.ts';
import { shapeReach } from './shape-outline.ts';

export type RouteEnd = { center: Point; shape: NodeShape };

/** Something that a line should not run through, and how bad it would be, also for the lines of that same node. */
export type Obstacle = { owner: string; rectangle: Rectangle; cost: number; ownCost: number };

export type RouteQuestion = {
  source: RouteEnd & { id: string };
  target: RouteEnd & { id: string };
  /** How far this line keeps from the straight one, because others run between the same two nodes. */
  offset: number;
  /** What the layout proposes. */
  proposed: readonly Point[] | undefined;
  obstacles: readonly Obstacle[];
  /** The room that nodes and boxes take; lines that leave it make everything smaller on screen. */
  frame: Rectangle | undefined;
};

const bends = [0, 18, -18, 36, -36, 60, -60, 90, -90, 130, -130];
const costPerPixelOfBow = 0.12;
const costPerPixelOutside = 2;
const costOfProposed = 4;
const arrowRoom = 3;

/** The line of an edge from rim to rim: straight where nothing is in the way, else the gentlest curve past it. */
export function routeOf({ source, target, offset, proposed, obstacles, frame }: RouteQuestion): Point[] {
  if (source.id === target.id) return loop(source.center);
  const ways = function* () {
    for (const bow of bends)
      yield {
        points: bowed(source.center, target.center, offset + bow),
        cost: Math.abs(bow) * costPerPixelOfBow,
      };
    if (proposed !== undefined && offset === 0)
      yield { points: rounded([source.center, ...proposed, target.center], 28), cost: costOfProposed };
  };
  let best: Point[] = [];
  let bestCost = Number.POSITIVE_INFINITY;
  for (const { points, cost } of ways()) {
    if (cost >= bestCost) continue;
    const total = cost + obstruction(points, { source, target, obstacles, frame });
    if (total < bestCost) [best, bestCost] = [points, total];
  }
  return fromRimToRim(best, source, target);
}

/** A straight line from rim to rim, for graphs with too many edges to look for better ways. */
export function straightRoute(source: RouteEnd, target: RouteEnd): Point[] {
  const length = distance(source.center, target.center);
  const start = reach(source, target.center) + 1;
  const end = reach(target, source.center) + arrowRoom;
  if (length <= start + end) return [source.center, target.center];
  return [
    between(source.center, target.center, start / length),
    between(source.center, target.center, 1 - end / length),
  ];
}

function obstruction(
  points: readonly Point[],
  { source, target, obstacles, frame }: Pick<RouteQuestion, 'source' | 'target' | 'obstacles' | 'frame'>,
): number {
  const bounds = unionOf(points.map(({ x, y }) => ({ x, y, width: 0.1, height: 0.1 })));
  if (bounds === undefined) return 0;
  let total = frame === undefined ? 0 : overflow(bounds, frame) * costPerPixelOutside;
  for (const { owner, rectangle, cost, ownCost } of obstacles) {
    if (sharedArea(bounds, rectangle) === 0) continue;
    const price = owner === source.id || owner === target.id ? ownCost : cost;
    if (price === 0) continue;
    for (let index = 1; index < points.length; index += 1) {
      const [from, to] = [points[index - 1], points[index]];
      if (from === undefined || to === undefined || !crosses(rectangle, from, to)) continue;
      total += price;
      break;
    }
  }
  return total;
}

function overflow(inner: Rectangle, outer: Rectangle): number {
  return (
    Math.max(0, outer.x - inner.x) +
    Math.max(0, outer.y - inner.y) +
    Math.max(0, inner.x + inner.width - outer.x - outer.width) +
    Math.max(0, inner.y + inner.height - outer.y - outer.height)
  );
}

function fromRimToRim(points: readonly Point[], source: RouteEnd, target: RouteEnd): Point[] {
  const start = reach(source, points[1] ?? target.center);
  const end = reach(target, points.at(-2) ?? source.center) + arrowRoom;
  return lengthOf(points) > start + end ? trimmed(points, start + 1, end) : [...points];
}

function reach({ center, shape }: RouteEnd, towards: Point): number {
  const length = distance(center, towards) || 1;
  return shapeReach[shape]({ x: (towards.x - center.x) / length, y: (towards.y - center.y) / length });
}

/** A call to itself: a loop over the node. */
function loop({ x, y }: Point): Point[] {
  return Array.from({ length: 17 }, (_, index) => {
    const angle = Math.PI * (0.75 + (1.5 * index) / 16);
    return { x: x + 13 * Math.cos(angle), y: y - 27 + 13 * Math.sin(angle) };
  });
}
