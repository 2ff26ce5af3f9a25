import type { Point } from '../visible-graph.ts';
import { diamondRadius, nodeRadius } from './drawing-sizes.ts';
import type { NodeShape } from './node-face.ts';

const r = nodeRadius;
const d = diamondRadius;

/** Outlines round the origin, as SVG paths. */
export const shapeOutlines: Record<NodeShape, string> = {
  circle: `M${r} 0A${r} ${r} 0 1 1 ${-r} 0A${r} ${r} 0 1 1 ${r} 0Z`,
  square: `M${-r + 9} ${-r}H${r - 9}A9 9 0 0 1 ${r} ${-r + 9}V${r - 9}A9 9 0 0 1 ${r - 9} ${r}H${-r + 9}A9 9 0 0 1 ${-r} ${r - 9}V${-r + 9}A9 9 0 0 1 ${-r + 9} ${-r}Z`,
  diamond: `M0 ${-d}L${d} 0L0 ${d}L${-d} 0Z`,
  notchedDiamond: `M-5 ${-d + 5}L0 ${-d + 10}L5 ${-d + 5}L${d} 0L0 ${d}L${-d} 0Z`,
  hexagon: `M${-r} 0L${-r / 2} ${-r + 1}H${r / 2}L${r} 0L${r / 2} ${r - 1}H${-r / 2}Z`,
};

/** From the centre to the rim in a direction. */
export const shapeReach: Record<NodeShape, (direction: Point) => number> = {
  circle: () => r,
  // Rounded corners reach 3.7 px less far than sharp ones.
  square: ({ x, y }) => Math.min(r / Math.max(Math.abs(x), Math.abs(y)), r * Math.SQRT2 - 3.7),
  diamond: ({ x, y }) => d / (Math.abs(x) + Math.abs(y)),
  notchedDiamond: ({ x, y }) => d / (Math.abs(x) + Math.abs(y)),
  hexagon: () => r - 1,
};
