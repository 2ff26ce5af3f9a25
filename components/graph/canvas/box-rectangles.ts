import type { BoxBy } from '../graph-canvas-props.ts';
import { boxTree } from '../layout/topology.ts';
import type { Point, VisibleGraph } from '../visible-graph.ts';
import { boxFont, boxPadding, boxTitleHeight } from './drawing-sizes.ts';
import { extentOf } from './node-extent.ts';
import type { NodeFace } from './node-face.ts';
import { type Rectangle, unionOf } from './rectangle.ts';
import { textWidth } from './text-width.ts';

export type PlacedBox = { id: string; rectangle: Rectangle; depth: number };

type BoxQuestion = {
  graph: VisibleGraph;
  boxBy: readonly BoxBy[];
  positions: ReadonlyMap<string, Point>;
  faces: ReadonlyMap<string, NodeFace>;
};

/** The frames round nodes and inner frames, outermost first. */
export function boxRectangles({ graph, boxBy, positions, faces }: BoxQuestion): PlacedBox[] {
  const { boxes, boxOfNode } = boxTree(graph, boxBy);
  const membersOf = Map.groupBy([...boxOfNode], ([, box]) => box);
  const childrenOf = Map.groupBy(boxes, ({ parent }) => parent);
  const placed: PlacedBox[] = [];
  const frame = (id: string, depth: number): Rectangle | undefined => {
    const inner = (childrenOf.get(id) ?? []).flatMap((child) => frame(child.id, depth + 1) ?? []);
    const nodes = (membersOf.get(id) ?? []).flatMap(
      ([member]) => nodeRectangle(member, positions, faces) ?? [],
    );
    const content = unionOf([...inner, ...nodes]);
    if (content === undefined) return undefined;
    const rectangle = {
      x: content.x - boxPadding,
      y: content.y - boxTitleHeight,
      width: content.width + 2 * boxPadding,
      height: content.height + boxTitleHeight + boxPadding,
    };
    placed.push({ id, rectangle, depth });
    return rectangle;
  };
  for (const { id } of childrenOf.get(undefined) ?? []) frame(id, 0);
  return placed.sort((a, b) => a.depth - b.depth);
}

function nodeRectangle(
  id: string,
  positions: ReadonlyMap<string, Point>,
  faces: ReadonlyMap<string, NodeFace>,
): Rectangle | undefined {
  const center = positions.get(id);
  const face = faces.get(id);
  if (center === undefined || face === undefined) return undefined;
  const { left, right, top, bottom } = extentOf(face);
  return { x: center.x - left, y: center.y - top, width: left + right, height: top + bottom };
}

/** The room of what is written at the top of a frame; a small frame cuts its name short. */
export function boxTitleRectangle({ x, y, width }: Rectangle, words: string): Rectangle {
  return { x: x + 10, y: y + 6, width: Math.min(textWidth(words, boxFont), width - 20), height: 16 };
}
