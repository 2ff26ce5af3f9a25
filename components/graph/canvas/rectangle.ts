import type { Point } from '../visible-graph.ts';

/** A rectangle by its top left corner. */
export type Rectangle = { x: number; y: number; width: number; height: number };

export function rectangleAround({ x, y }: Point, width: number, height: number): Rectangle {
  return { x: x - width / 2, y: y - height / 2, width, height };
}

/** Area that two rectangles share; 0 when they only touch. */
export function sharedArea(a: Rectangle, b: Rectangle): number {
  const width = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x);
  const height = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y);
  return width > 0 && height > 0 ? width * height : 0;
}

export function grow({ x, y, width, height }: Rectangle, by: number): Rectangle {
  return { x: x - by, y: y - by, width: width + 2 * by, height: height + 2 * by };
}

/** The smallest rectangle round all; undefined for none. */
export function unionOf(rectangles: readonly Rectangle[]): Rectangle | undefined {
  if (rectangles.length === 0) return undefined;
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const { x, y, width, height } of rectangles) {
    left = Math.min(left, x);
    top = Math.min(top, y);
    right = Math.max(right, x + width);
    bottom = Math.max(bottom, y + height);
  }
  return { x: left, y: top, width: right - left, height: bottom - top };
}

export function contains({ x, y, width, height }: Rectangle, point: Point): boolean {
  return point.x >= x && point.x <= x + width && point.y >= y && point.y <= y + height;
}

/** Whether the line from one point to another passes through a rectangle. */
export function crosses(rectangle: Rectangle, from: Point, to: Point): boolean {
  if (isBeside(rectangle, from, to)) return false;
  let [enter, leave] = [0, 1];
  const walls = [
    [from.x, to.x - from.x, rectangle.x, rectangle.x + rectangle.width],
    [from.y, to.y - from.y, rectangle.y, rectangle.y + rectangle.height],
  ] as const;
  for (const [start, step, low, high] of walls) {
    if (step === 0) {
      if (start < low || start > high) return false;
      continue;
    }
    const [first, second] = [(low - start) / step, (high - start) / step];
    enter = Math.max(enter, Math.min(first, second));
    leave = Math.min(leave, Math.max(first, second));
  }
  return enter < leave;
}

/** Most lines are far from most rectangles, and that is quickly seen. */
function isBeside({ x, y, width, height }: Rectangle, from: Point, to: Point): boolean {
  return (
    (from.x < x && to.x < x) ||
    (from.y < y && to.y < y) ||
    (from.x > x + width && to.x > x + width) ||
    (from.y > y + height && to.y > y + height)
  );
}
