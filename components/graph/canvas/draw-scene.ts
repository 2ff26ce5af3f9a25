import { drawBox } from './draw-box.ts';
import { drawArrow, drawEdgeLabel, drawHalo, drawLine } from './draw-edge.ts';
import { drawNode } from './draw-node.ts';
import type { Pen } from './pen.ts';
import { type Rectangle, sharedArea } from './rectangle.ts';
import type { Emphasis, Scene } from './scene.ts';

/** What is left out when it would be too small to see. */
export type Detail = {
  hasText: boolean;
  hasArrows: boolean;
  /** Icons, badges, badges' frames. */
  hasMarks: boolean;
  /** Only what may be seen: undefined for all of it. */
  visible?: Rectangle;
};

export const fadedOpacity = 0.25;
const reachOfNode = 90;

/** Draws from back to front: boxes, lines, labels of edges, nodes with their texts. */
export function drawScene(pen: Pen, { boxes, edges, nodes }: Scene, detail: Detail): void {
  for (const box of boxes) drawBox(pen, box, detail);
  const seenEdges =
    detail.visible === undefined ? edges : edges.filter(({ points }) => isSeen(points, detail.visible));
  for (const edge of seenEdges) if (edge.isSelected || edge.isFound) drawHalo(pen, edge);
  for (const edge of seenEdges) withEmphasis(pen, edge, () => drawLine(pen, edge));
  if (detail.hasArrows) for (const edge of seenEdges) withEmphasis(pen, edge, () => drawArrow(pen, edge));
  const seenNodes =
    detail.visible === undefined ? nodes : nodes.filter(({ center }) => isSeen([center], detail.visible));
  for (const node of seenNodes) withEmphasis(pen, node, () => drawNode(pen, node, detail));
  if (!detail.hasText) return;
  for (const edge of seenEdges) if (!edge.isSelected) withEmphasis(pen, edge, () => drawEdgeLabel(pen, edge));
  for (const edge of seenEdges) if (edge.isSelected) drawEdgeLabel(pen, edge);
}

function withEmphasis(pen: Pen, { isFaded }: Emphasis, draw: () => void): void {
  if (isFaded) pen.faded(fadedOpacity, draw);
  else draw();
}

function isSeen(points: readonly { x: number; y: number }[], visible: Rectangle | undefined): boolean {
  if (visible === undefined) return true;
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const { x, y } of points) {
    left = Math.min(left, x);
    right = Math.max(right, x);
    top = Math.min(top, y);
    bottom = Math.max(bottom, y);
  }
  const width = right - left + 2 * reachOfNode;
  const height = bottom - top + 2 * reachOfNode;
  return sharedArea({ x: left - reachOfNode, y: top - reachOfNode, width, height }, visible) > 0;
}
