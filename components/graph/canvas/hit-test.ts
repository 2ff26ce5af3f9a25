import type { Selection } from '../selection.ts';
import type { Point } from '../visible-graph.ts';
import { boxTitleHeight } from './drawing-sizes.ts';
import { markRectangle, textRectangle } from './node-extent.ts';
import { distanceToSegment } from './polyline.ts';
import { contains, grow } from './rectangle.ts';
import type { Scene } from './scene.ts';

/** What is drawn at a place: a node or its words, a label, a line within reach, or the head of a box. */
export function whatIsAt(scene: Scene, at: Point, reach: number): Selection | undefined {
  const node = scene.nodes.findLast(
    ({ center, face }) =>
      contains(markRectangle(face, center), at) || contains(textRectangle(face, center), at),
  );
  if (node !== undefined) return { kind: 'node', id: node.id };
  const edge = edgeAt(scene, at, reach);
  if (edge !== undefined) return { kind: 'edge', id: edge };
  const box = scene.boxes.findLast(({ rectangle }) => contains({ ...rectangle, height: boxTitleHeight }, at));
  return box === undefined ? undefined : { kind: 'box', id: box.id };
}

function edgeAt({ edges }: Scene, at: Point, reach: number): string | undefined {
  let nearest: string | undefined;
  let nearestDistance = reach;
  for (const { id, points, width, label } of edges) {
    if (!isNear(points, at, reach + width)) continue;
    const plate = edges.length < 1500 ? label()?.rectangle : undefined;
    if (plate !== undefined && contains(grow(plate, 1), at)) return id;
    for (let index = 1; index < points.length; index += 1) {
      const [from, to] = [points[index - 1], points[index]];
      if (from === undefined || to === undefined) continue;
      const distance = distanceToSegment(at, from, to) - width / 2;
      if (distance < nearestDistance) [nearest, nearestDistance] = [id, distance];
    }
  }
  return nearest;
}

const labelReach = 60;

function isNear(points: readonly Point[], at: Point, reach: number): boolean {
  const room = reach + labelReach;
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const { x, y } of points) {
    left = Math.min(left, x);
    right = Math.max(right, x);
    top = Math.min(top, y);
    bottom = Math.max(bottom, y);
  }
  return at.x > left - room && at.x < right + room && at.y > top - room && at.y < bottom + room;
}
