import type { Point } from '../visible-graph.ts';
import { lengthOf, pointAlong } from './polyline.ts';
import { crosses, grow, type Rectangle, rectangleAround, sharedArea } from './rectangle.ts';

export type LabelQuestion = { id: string; points: readonly Point[]; width: number; height: number };

/** Where a label stands: a share of the way along its line. */
export type LabelPlaces = Map<string, { share: number; rectangle: Rectangle }>;

const shares = [0.5, 0.45, 0.55, 0.4, 0.6, 0.35, 0.65, 0.3, 0.7, 0.25, 0.75, 0.2, 0.8, 0.15, 0.85, 0.1, 0.9];
const besides = [0, 12, -12, 20, -20, 28, -28, 36, -36, 48, -48];
const clearance = 1.5;
const costOfForeignLine = 30;
const costOffCentre = 60;
const costBeside = 3;

/**
 * Slides every label along its line to a place where it covers no other label, no node and as few foreign lines as
 * possible; where the line has none, beside it. Labels keep the place that they had as long as it is free, so that a
 * refresh does not make them dance. Short lines go first, because they have the least choice.
 */
export function placeLabels(
  labels: readonly LabelQuestion[],
  taken: readonly Rectangle[],
  before: ReadonlyMap<string, number>,
): LabelPlaces {
  const places: LabelPlaces = new Map();
  const occupied = [...taken];
  const order = labels
    .map((label) => ({ label, room: lengthOf(label.points) - label.width }))
    .sort((a, b) => a.room - b.room || (a.label.id < b.label.id ? -1 : 1));
  for (const { label } of order) {
    const others = labels.filter(({ id }) => id !== label.id);
    const last = before.get(label.id);
    let best = {
      share: 0.5,
      rectangle: rectangleAround(pointAlong(label.points, 0.5), label.width, label.height),
    };
    let bestCost = Number.POSITIVE_INFINITY;
    for (const { share, beside } of choices(last)) {
      const center = pointAlong(label.points, share);
      const rectangle = rectangleAround({ x: center.x, y: center.y + beside }, label.width, label.height);
      const keeps = share === last && beside === 0;
      const preference = keeps ? 0 : Math.abs(share - 0.5) * costOffCentre + Math.abs(beside) * costBeside;
      if (preference >= bestCost) continue;
      const cost = preference + covered(rectangle, occupied) * 10 + foreignLines(rectangle, others, bestCost);
      if (cost < bestCost) [best, bestCost] = [{ share, rectangle }, cost];
      if (cost === 0) break;
    }
    places.set(label.id, best);
    occupied.push(best.rectangle);
  }
  return places;
}

function* choices(last: number | undefined): Generator<{ share: number; beside: number }> {
  if (last !== undefined) yield { share: last, beside: 0 };
  for (const beside of besides) for (const share of shares) yield { share, beside };
}

function covered(rectangle: Rectangle, occupied: readonly Rectangle[]): number {
  const room = grow(rectangle, clearance);
  let total = 0;
  for (const other of occupied) total += sharedArea(room, other);
  return total;
}

function foreignLines(rectangle: Rectangle, others: readonly LabelQuestion[], limit: number): number {
  let cost = 0;
  for (const { points } of others) {
    for (let index = 1; index < points.length; index += 1) {
      const [from, to] = [points[index - 1], points[index]];
      if (from === undefined || to === undefined || !crosses(rectangle, from, to)) continue;
      cost += costOfForeignLine;
      break;
    }
    if (cost > limit) return cost;
  }
  return cost;
}
