import type { Point } from '../visible-graph.ts';
import type { Arrangement } from './arrangement.ts';
import type { Topology } from './topology.ts';

/** Above this share of new nodes the old places say little, and everything is arranged anew. */
const mostNewcomers = 0.3;

/**
 * Places for a changed topology without moving what was there: newcomers stand where the new arrangement has them,
 * seen from their neighbours that stayed. Undefined when too much is new for that.
 */
export function keepPositions(
  before: ReadonlyMap<string, Point>,
  fresh: Arrangement,
  topology: Topology,
): Arrangement | undefined {
  const stayed = topology.nodes.filter(({ id }) => before.has(id));
  if (stayed.length === 0 || stayed.length < topology.nodes.length * (1 - mostNewcomers)) return undefined;
  const overall = meanShift(
    stayed.map(({ id }) => id),
    before,
    fresh,
  );
  const positions = new Map<string, Point>();
  for (const { id } of topology.nodes) {
    const old = before.get(id);
    const next = fresh.positions.get(id);
    if (old !== undefined) positions.set(id, old);
    else if (next !== undefined) {
      const near = topology.edges.flatMap(({ source, target }) =>
        source === id ? [target] : target === id ? [source] : [],
      );
      const known = near.filter((neighbour) => before.has(neighbour));
      const shift = known.length === 0 ? overall : meanShift(known, before, fresh);
      positions.set(id, free({ x: next.x + shift.x, y: next.y + shift.y }, positions, before));
    }
  }
  const routes = new Map(
    topology.edges.flatMap(({ id, source, target }) => {
      const route = fresh.routes.get(id);
      const isUnmoved = [source, target].every((end) =>
        samePoint(positions.get(end), fresh.positions.get(end)),
      );
      return route !== undefined && isUnmoved ? [[id, route] as const] : [];
    }),
  );
  return { positions, routes };
}

function meanShift(ids: readonly string[], before: ReadonlyMap<string, Point>, fresh: Arrangement): Point {
  let [x, y] = [0, 0];
  for (const id of ids) {
    x += (before.get(id)?.x ?? 0) - (fresh.positions.get(id)?.x ?? 0);
    y += (before.get(id)?.y ?? 0) - (fresh.positions.get(id)?.y ?? 0);
  }
  return { x: x / ids.length, y: y / ids.length };
}

/** The next place downwards at which no other node stands. */
function free(wanted: Point, ...taken: readonly ReadonlyMap<string, Point>[]): Point {
  let place = wanted;
  const collides = ({ x, y }: Point) => Math.abs(x - place.x) < 70 && Math.abs(y - place.y) < 70;
  while (taken.some((places) => [...places.values()].some(collides))) place = { x: place.x, y: place.y + 24 };
  return place;
}

function samePoint(a: Point | undefined, b: Point | undefined): boolean {
  return a !== undefined && b !== undefined && Math.abs(a.x - b.x) < 0.5 && Math.abs(a.y - b.y) < 0.5;
}
