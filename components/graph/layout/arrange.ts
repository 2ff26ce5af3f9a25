import { boxPadding, boxTitleHeight } from '../canvas/drawing-sizes.ts';
import { type Rectangle, unionOf } from '../canvas/rectangle.ts';
import type { Point } from '../visible-graph.ts';
import type { Arrangement } from './arrangement.ts';
import { type Island, islandsOf } from './islands.ts';
import { type IslandFlow, islandSpacing, type PlacedIsland, placeIslands } from './place-islands.ts';
import { isStackable, stack } from './stack.ts';
import type { Topology } from './topology.ts';
import { trafficDirections } from './traffic-direction.ts';

export type ArrangeIsland = (content: Topology) => Promise<Arrangement>;

type DoneIsland = { island: Island; inside: Arrangement; outline: Rectangle };

type ArrangeQuestion = {
  topology: Topology;
  arrangeIsland: ArrangeIsland;
  /** Loose parts of an island may stand in one column where that makes the whole smaller. */
  mayStack: boolean;
};

/** Arranges every island with the given function, then puts them beside each other, clusters included. */
export async function arrange({ topology, arrangeIsland, mayStack }: ArrangeQuestion): Promise<Arrangement> {
  const done = await Promise.all(
    islandsOf(topology).map(async (island) => doneIsland(island, await arrangeIsland(island.content))),
  );
  let best = corners(done, topology);
  const stackable = mayStack ? done.filter(({ island }) => isStackable(island.content)) : [];
  for (const { island } of stackable) {
    const others = best.map(([other]) =>
      other.island === island ? doneIsland(island, stack(island.content)) : other,
    );
    const attempt = corners(others, topology);
    if (costOf(attempt) < costOf(best)) best = attempt;
  }
  return put(best);
}

function doneIsland(island: Island, inside: Arrangement): DoneIsland {
  return { island, inside, outline: outlineOf(island, inside) };
}

type Cornered = [DoneIsland, Point][];

/** How large the whole is, in pixels of width or of height brought to width by the wanted shape. */
function costOf(cornered: Cornered): number {
  const whole = unionOf(cornered.map(([{ outline }, corner]) => ({ ...outline, ...corner })));
  return whole === undefined ? 0 : Math.max(whole.width, whole.height * islandSpacing.aspectRatio);
}

function put(cornered: Cornered): Arrangement {
  const positions = new Map<string, Point>();
  const routes = new Map<string, readonly Point[]>();
  for (const [{ inside, outline }, corner] of cornered) {
    const shift = (point: Point) => ({
      x: point.x - outline.x + corner.x,
      y: point.y - outline.y + corner.y,
    });
    for (const [id, position] of inside.positions) positions.set(id, shift(position));
    for (const [id, route] of inside.routes) routes.set(id, route.map(shift));
  }
  return { positions, routes };
}

/** The room of an island with the frame round it. */
function outlineOf({ box, content }: Island, { positions }: Arrangement): Rectangle {
  const nested = content.boxes.length === 0 ? 0 : boxPadding;
  const rectangles = content.nodes.flatMap(({ id, extent }) => {
    const center = positions.get(id);
    if (center === undefined) return [];
    const { left, right, top, bottom } = extent;
    return [{ x: center.x - left, y: center.y - top, width: left + right, height: top + bottom }];
  });
  const { x, y, width, height } = unionOf(rectangles) ?? { x: 0, y: 0, width: 0, height: 0 };
  if (box === undefined) return { x, y, width, height };
  const [side, head] = [boxPadding + nested, boxTitleHeight + (nested === 0 ? 0 : boxTitleHeight)];
  return { x: x - side, y: y - head, width: width + 2 * side, height: height + head + side };
}

function corners(done: readonly DoneIsland[], topology: Topology): Cornered {
  const directions = trafficDirections(topology);
  const groups = Map.groupBy(done, ({ island }) => island.group);
  const islandOfNode = new Map(
    done.flatMap(({ island }) => island.content.nodes.map((node) => [node.id, island] as const)),
  );
  const flowsBy = (keyOf: (island: Island) => string): IslandFlow[] =>
    topology.edges.flatMap(({ source, target }) => {
      const [from, to] = [islandOfNode.get(source), islandOfNode.get(target)];
      if (from === undefined || to === undefined || keyOf(from) === keyOf(to)) return [];
      return [{ source: { island: keyOf(from), node: source }, target: { island: keyOf(to), node: target } }];
    });
  const placedGroups = [...groups].map(([id, members]) => {
    const inside = placeIslands(
      members.map((member) => toPlaced(member, directions)),
      flowsBy((island) => island.id).filter(isAmong(members)),
    );
    return { id, members, inside, ...groupOutline({ members, inside, isFramed: id !== undefined }) };
  });
  if (placedGroups.length === 1)
    return placedGroups.flatMap(({ members, inside }) => withCorners(members, inside));
  const keyOf = (island: Island) => island.group ?? '';
  const outer = placeIslands(
    placedGroups.map(({ id, outline }) => ({ id: id ?? '', ...outline, anchors: new Map(), outward: 0 })),
    flowsBy(keyOf),
  );
  return placedGroups.flatMap(({ id, members, inside, outline }) => {
    const corner = outer.get(id ?? '') ?? { x: 0, y: 0 };
    return withCorners(members, inside).map(([island, { x, y }]): [DoneIsland, Point] => [
      island,
      { x: x - outline.x + corner.x, y: y - outline.y + corner.y },
    ]);
  });
}

function toPlaced(
  { island, inside, outline }: DoneIsland,
  directions: ReadonlyMap<string, number>,
): PlacedIsland {
  const anchors = new Map([...inside.positions].map(([id, { y }]) => [id, y - outline.y]));
  const total = island.content.nodes.reduce((sum, { id }) => sum + (directions.get(id) ?? 0), 0);
  const outward = total / Math.max(1, island.content.nodes.length);
  return { id: island.id, width: outline.width, height: outline.height, anchors, outward };
}

function isAmong(members: readonly DoneIsland[]): (flow: IslandFlow) => boolean {
  const ids = new Set(members.map(({ island }) => island.id));
  return ({ source, target }) => ids.has(source.island) && ids.has(target.island);
}

function withCorners(
  members: readonly DoneIsland[],
  inside: ReadonlyMap<string, Point>,
): [DoneIsland, Point][] {
  return members.map((member) => [member, inside.get(member.island.id) ?? { x: 0, y: 0 }]);
}

type Group = { members: readonly DoneIsland[]; inside: ReadonlyMap<string, Point>; isFramed: boolean };

function groupOutline({ members, inside, isFramed }: Group): { outline: Rectangle } {
  const rectangles = withCorners(members, inside).map(([{ outline }, corner]) => ({ ...outline, ...corner }));
  const { x, y, width, height } = unionOf(rectangles) ?? { x: 0, y: 0, width: 0, height: 0 };
  const [side, head] = isFramed ? [boxPadding, boxTitleHeight] : [0, 0];
  return { outline: { x: x - side, y: y - head, width: width + 2 * side, height: height + head + side } };
}
