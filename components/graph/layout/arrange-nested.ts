import { boxPadding, boxTitleHeight } from '../canvas/drawing-sizes.ts';
import type { NodeExtent } from '../canvas/node-extent.ts';
import type { Point } from '../visible-graph.ts';
import type { Arrangement } from './arrangement.ts';
import type { Topology, TopologyBox, TopologyNode } from './topology.ts';

type ArrangeFlat = (content: Topology) => Promise<Arrangement> | Arrangement;

/**
 * Arranges a topology with boxes by a function that knows none: the inside of each box first, then the boxes as nodes
 * of that size. For algorithms that would let boxes overlap.
 */
export async function arrangeNested(content: Topology, arrangeFlat: ArrangeFlat): Promise<Arrangement> {
  if (content.boxes.length === 0) return arrangeFlat(content);
  const outermost = content.boxes.filter(({ parent }) => parent === undefined);
  const parts = await Promise.all(outermost.map((box) => arrangePart(content, box, arrangeFlat)));
  const partOf = new Map(
    parts.flatMap((part) => [...part.inside.positions.keys()].map((id) => [id, part.box.id])),
  );
  const flat: Topology = {
    nodes: [
      ...content.nodes.filter(({ id }) => !partOf.has(id)),
      ...parts.map(({ box, extent }) => ({ id: box.id, extent, box: undefined })),
    ],
    edges: content.edges
      .map((edge) => ({
        ...edge,
        source: partOf.get(edge.source) ?? edge.source,
        target: partOf.get(edge.target) ?? edge.target,
      }))
      .filter(({ source, target }) => source !== target),
    boxes: [],
  };
  const outside = await arrangeFlat(flat);
  const positions = new Map(outside.positions);
  for (const { box, inside, middle } of parts) {
    const center = positions.get(box.id) ?? { x: 0, y: 0 };
    positions.delete(box.id);
    for (const [id, { x, y }] of inside.positions)
      positions.set(id, { x: x - middle.x + center.x, y: y - middle.y + center.y });
  }
  return { positions, routes: new Map() };
}

type Part = { box: TopologyBox; inside: Arrangement; extent: NodeExtent; middle: Point };

async function arrangePart(content: Topology, box: TopologyBox, arrangeFlat: ArrangeFlat): Promise<Part> {
  const members = content.nodes.filter((node) => node.box === box.id);
  const ids = new Set(members.map(({ id }) => id));
  const inside = await arrangeFlat({
    nodes: members.map((node) => ({ ...node, box: undefined })),
    edges: content.edges.filter(({ source, target }) => ids.has(source) && ids.has(target)),
    boxes: [],
  });
  return { box, inside, ...extentAround(members, inside) };
}

function extentAround(members: readonly TopologyNode[], { positions }: Arrangement) {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const { id, extent } of members) {
    const { x, y } = positions.get(id) ?? { x: 0, y: 0 };
    left = Math.min(left, x - extent.left);
    right = Math.max(right, x + extent.right);
    top = Math.min(top, y - extent.top);
    bottom = Math.max(bottom, y + extent.bottom);
  }
  const [halfWidth, halfHeight] = [(right - left) / 2, (bottom - top) / 2];
  return {
    middle: { x: left + halfWidth, y: top + halfHeight },
    extent: {
      left: halfWidth + boxPadding,
      right: halfWidth + boxPadding,
      top: halfHeight + boxTitleHeight,
      bottom: halfHeight + boxPadding,
    },
  };
}
