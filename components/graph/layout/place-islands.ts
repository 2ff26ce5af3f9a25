import type { Point } from '../visible-graph.ts';
import { type ColumnItem, chooseColumns } from './choose-columns.ts';

export type PlacedIsland = {
  id: string;
  width: number;
  height: number;
  /** Heights at which edges meet it, from its top, by node. */
  anchors: ReadonlyMap<string, number>;
  /** From 1, where traffic comes in, to -1, where it ends. */
  outward: number;
};

export type IslandFlow = {
  source: { island: string; node: string };
  target: { island: string; node: string };
};

export const islandSpacing = { columnGap: 32, rowGap: 18, aspectRatio: 1.4 };
const sweeps = 6;
/** The top left corners of islands: in columns along the traffic, each as level with what it talks to as there is room. */
export function placeIslands(
  islands: readonly PlacedIsland[],
  flows: readonly IslandFlow[],
): Map<string, Point> {
  const calls = flows.map(({ source, target }) => ({ source: source.island, target: target.island }));
  const columns = chooseColumns(islands, { ...islandSpacing, calls });
  const corners = new Map<string, Point>();
  let x = 0;
  for (const column of columns) {
    const width = Math.max(...column.map((item) => item.width));
    stack(column, corners, x, width);
    x += width + islandSpacing.columnGap;
  }
  const meetings = meetingsOf(islands, flows);
  const tallest = Math.max(...columns.map((column) => heightOf(column)));
  for (let sweep = 0; sweep < sweeps; sweep += 1)
    for (const column of columns) level(column, { corners, meetings, tallest });
  return corners;
}

function stack(
  column: readonly ColumnItem[],
  corners: Map<string, Point>,
  left: number,
  width: number,
): void {
  let y = 0;
  for (const item of [...column].sort((a, b) => b.height - a.height)) {
    corners.set(item.id, { x: left + (width - item.width) / 2, y });
    y += item.height + islandSpacing.rowGap;
  }
}

type Situation = {
  corners: Map<string, Point>;
  meetings: ReadonlyMap<string, readonly Meeting[]>;
  /** Height of the tallest column, beyond which none may reach. */
  tallest: number;
};

/** Moves the islands of a column towards the height of what they talk to, in the order that this asks for. */
function level(column: readonly ColumnItem[], situation: Situation): void {
  const { corners, tallest } = situation;
  const wanted = column
    .map((item) => ({ item, y: wantedTop(item.id, situation) }))
    .sort((a, b) => a.y + a.item.height / 2 - (b.y + b.item.height / 2));
  // From the top: each as high as it wants, but below the one above. Then from the bottom, so that none sticks out.
  const tops: number[] = [];
  let floor = 0;
  for (const { item, y } of wanted) {
    const top = Math.max(y, floor);
    tops.push(top);
    floor = top + item.height + islandSpacing.rowGap;
  }
  let ceiling = tallest;
  for (const [index, { item }] of [...wanted.entries()].reverse()) {
    const top = Math.min(tops[index] ?? 0, ceiling - item.height);
    ceiling = top - islandSpacing.rowGap;
    const corner = corners.get(item.id);
    if (corner !== undefined) corners.set(item.id, { x: corner.x, y: top });
  }
}

function heightOf(column: readonly ColumnItem[]): number {
  return column.reduce((total, { height }) => total + height + islandSpacing.rowGap, -islandSpacing.rowGap);
}

/** What talks to nothing else leaves the better places to the others. */
function wantedTop(id: string, { corners, meetings, tallest }: Situation): number {
  const met = meetings.get(id) ?? [];
  if (met.length === 0) return tallest;
  let total = 0;
  for (const { far, farAnchor, nearAnchor } of met)
    total += (corners.get(far)?.y ?? 0) + farAnchor - nearAnchor;
  return total / met.length;
}

/** Where an island meets another: heights of the two ends of an edge, each from the top of its island. */
type Meeting = { far: string; farAnchor: number; nearAnchor: number };

function meetingsOf(islands: readonly PlacedIsland[], flows: readonly IslandFlow[]): Map<string, Meeting[]> {
  const anchorsOf = new Map(islands.map(({ id, anchors }) => [id, anchors]));
  const anchor = ({ island, node }: IslandFlow['source']) => anchorsOf.get(island)?.get(node) ?? 0;
  const meetings = new Map<string, Meeting[]>(islands.map(({ id }) => [id, []]));
  for (const { source, target } of flows) {
    if (source.island === target.island) continue;
    const [sourceAnchor, targetAnchor] = [anchor(source), anchor(target)];
    meetings
      .get(source.island)
      ?.push({ far: target.island, farAnchor: targetAnchor, nearAnchor: sourceAnchor });
    meetings
      .get(target.island)
      ?.push({ far: source.island, farAnchor: sourceAnchor, nearAnchor: targetAnchor });
  }
  return meetings;
}
