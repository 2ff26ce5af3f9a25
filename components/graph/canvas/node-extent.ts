import type { Point } from '../visible-graph.ts';
import {
  badgeRadius,
  badgeStep,
  diamondRadius,
  lineHeight,
  mostBadges,
  nodeRadius,
  subtitleFont,
  titleBaseline,
  titleFont,
} from './drawing-sizes.ts';
import type { NodeFace } from './node-face.ts';
import type { Rectangle } from './rectangle.ts';
import { textWidth } from './text-width.ts';

/** The room of a node's two lines of text, with its centre at a point. */
export function textRectangle(face: NodeFace, { x, y }: Point): Rectangle {
  const titleWidth = textWidth(face.title, titleFont);
  const subtitleWidth = face.subtitle === undefined ? 0 : textWidth(face.subtitle, subtitleFont);
  const width = Math.max(titleWidth, subtitleWidth);
  const lines = face.subtitle === undefined ? 1 : 2;
  return { x: x - width / 2, y: y + titleBaseline - 10, width, height: lines * lineHeight };
}

/** The room of the mark itself; badges and the status icon stand within 6 px round it. */
export function markRectangle(face: NodeFace, { x, y }: Point): Rectangle {
  const radius = face.shape === 'circle' || face.shape === 'square' ? nodeRadius : diamondRadius;
  return { x: x - radius, y: y - radius, width: 2 * radius, height: 2 * radius };
}

/** The room of the badges to the right of a node's top. */
export function badgesRectangle(count: number, { x, y }: Point): Rectangle {
  const shown = Math.min(count, mostBadges);
  return { x: x + 6, y: y - 23, width: shown === 0 ? 0 : 8 + shown * badgeStep, height: 2 * badgeRadius + 2 };
}

/** How far a node with its text reaches from its centre. */
export type NodeExtent = { left: number; right: number; top: number; bottom: number };

export function extentOf(face: NodeFace): NodeExtent {
  const text = textRectangle(face, { x: 0, y: 0 });
  const half = Math.max(diamondRadius + 4, text.width / 2);
  return { left: half, right: half, top: diamondRadius + 4, bottom: text.y + text.height };
}
