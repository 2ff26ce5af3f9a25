import type { Point } from '../visible-graph.ts';
import { crosses, type Rectangle } from './rectangle.ts';

export function distance(a: Point, b: Point): number {
  return Math.hypot(b.x - a.x, b.y - a.y);
}

export function between(a: Point, b: Point, share: number): Point {
  return { x: a.x + (b.x - a.x) * share, y: a.y + (b.y - a.y) * share };
}

export function lengthOf(points: readonly Point[]): number {
  let total = 0;
  for (let index = 1; index < points.length; index += 1) total += stepAt(points, index).length;
  return total;
}

/** The place at a share of the way along a line, from 0 (start) to 1 (end). */
export function pointAlong(points: readonly Point[], share: number): Point {
  let rest = lengthOf(points) * share;
  for (let index = 1; index < points.length; index += 1) {
    const { from, to, length } = stepAt(points, index);
    if (rest <= length && length > 0) return between(from, to, rest / length);
    rest -= length;
  }
  return points.at(-1) ?? { x: 0, y: 0 };
}

export function distanceToSegment(at: Point, from: Point, to: Point): number {
  const [x, y] = [to.x - from.x, to.y - from.y];
  const share = ((at.x - from.x) * x + (at.y - from.y) * y) / (x * x + y * y || 1);
  return distance(at, between(from, to, Math.min(1, Math.max(0, share))));
}

/** How far a rectangle is from a line; 0 where the line runs through it. */
export function gapBetween(rectangle: Rectangle, points: readonly Point[]): number {
  const { x, y, width, height } = rectangle;
  const corners = [
    { x, y },
    { x: x + width, y },
    { x, y: y + height },
    { x: x + width, y: y + height },
  ];
  let gap = Number.POSITIVE_INFINITY;
  for (let index = 1; index < points.length; index += 1) {
    const { from, to } = stepAt(points, index);
    if (crosses(rectangle, from, to)) return 0;
    for (const corner of corners) gap = Math.min(gap, distanceToSegment(corner, from, to));
    for (const end of [from, to]) {
      const aside = Math.max(x - end.x, 0, end.x - x - width);
      gap = Math.min(gap, Math.hypot(aside, Math.max(y - end.y, 0, end.y - y - height)));
    }
  }
  return gap;
}

/** A line without its first and last so many pixels. */
export function trimmed(points: readonly Point[], fromStart: number, fromEnd: number): Point[] {
  const total = lengthOf(points);
  if (total <= fromStart + fromEnd + 1) return [...points];
  const kept: Point[] = [pointAlong(points, fromStart / total)];
  let walked = 0;
  for (let index = 1; index < points.length - 1; index += 1) {
    const { to, length } = stepAt(points, index);
    walked += length;
    if (walked > fromStart && walked < total - fromEnd) kept.push(to);
  }
  kept.push(pointAlong(points, 1 - fromEnd / total));
  return kept;
}

/** A curve that leaves the straight line by so many pixels at its middle, to its left when positive. */
export function bowed(from: Point, to: Point, offset: number): Point[] {
  if (offset === 0) return [from, to];
  const length = distance(from, to) || 1;
  const middle = between(from, to, 0.5);
  // A quadratic curve reaches half way to its control point.
  const control = {
    x: middle.x + ((to.y - from.y) / length) * offset * 2,
    y: middle.y - ((to.x - from.x) / length) * offset * 2,
  };
  return curve(from, control, to, 14);
}

/** A line whose bends are rounded off. */
export function rounded(points: readonly Point[], radius: number): Point[] {
  return points.flatMap((corner, index) => {
    const before = points[index - 1];
    const after = points[index + 1];
    if (before === undefined || after === undefined) return [corner];
    const [room, roomAfter] = [distance(before, corner) / 2, distance(corner, after) / 2];
    const cut = Math.min(radius, room, roomAfter);
    if (cut < 1) return [corner];
    return curve(
      between(corner, before, cut / (2 * room)),
      corner,
      between(corner, after, cut / (2 * roomAfter)),
      6,
    );
  });
}

function curve(from: Point, control: Point, to: Point, steps: number): Point[] {
  return Array.from({ length: steps + 1 }, (_, index) => {
    const share = index / steps;
    return between(between(from, control, share), between(control, to, share), share);
  });
}

function stepAt(points: readonly Point[], index: number): { from: Point; to: Point; length: number } {
  const from = points[index - 1] ?? { x: 0, y: 0 };
  const to = points[index] ?? from;
  return { from, to, length: distance(from, to) };
}
