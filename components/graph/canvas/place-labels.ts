import type { Point } from '../visible-graph.ts';
import { LineGrid } from './line-grid.ts';
import { gapBetween, lengthOf, pointAlong } from './polyline.ts';
import { grow, type Rectangle, rectangleAround, sharedArea } from './rectangle.ts';

export type LabelQuestion = { id: string; points: readonly Point[]; width: number; height: number };

/** Where a label stands: a share of the way along its line. */
export type LabelPlaces = Map<string, { share: number; rectangle: Rectangle }>;

const shares = [0.5, 0.45, 0.55, 0.4, 0.6, 0.35, 0.65, 0.3, 0.7, 0.25, 0.75, 0.2, 0.8, 0.15, 0.85, 0.1, 0.9];
/** Shifts off the line, in pixels; half the plate is added to those along its own axis. */
const besides = [0, 2, -2, 6, -6, 12, -12, 20, -20, 28, -28, 40, -40];
const clearance = 1;
/** Per square pixel of a text or mark that would be hidden. */
const costOfCover = 40;
const costOfForeignLine = 30;
const costOffCentre = 60;
/** A label that does not touch its line reads as another's. */
const costOfGap = 7;
const costOfShift = 0.4;

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
  const lines = new LineGrid(labels);
  const order = labels
    .map((label) => ({ label, room: lengthOf(label.points) - label.width }))
    .sort((a, b) => a.room - b.room || (a.label.id < b.label.id ? -1 : 1));
  for (const { label } of order) {
    const last = before.get(label.id);
    let best = {
      share: 0.5,
      rectangle: rectangleAround(pointAlong(label.points, 0.5), label.width, label.height),
    };
    let bestCost = Number.POSITIVE_INFINITY;
    for (const { share, shift } of choices(last, label)) {
      const center = pointAlong(label.points, share);
      const place = { x: center.x + shift.x, y: center.y + shift.y };
      const rectangle = rectangleAround(place, label.width, label.height);
      const shifted = Math.abs(shift.x) + Math.abs(shift.y);
      const keeps = share === last && shifted === 0;
      const awkwardness = Math.abs(share - 0.5) * costOffCentre + shifted * costOfShift;
      if (awkwardness >= bestCost) continue;
      const gap = shifted === 0 ? 0 : gapBetween(rectangle, label.points);
      const preference = keeps ? 0 : awkwardness + gap * costOfGap;
      if (preference >= bestCost) continue;
      const uncrossed = preference + covered(rectangle, occupied) * costOfCover;
      if (uncrossed >= bestCost) continue;
      const cost = uncrossed + lines.countOthers(label.id, rectangle) * costOfForeignLine;
      if (cost < bestCost) [best, bestCost] = [{ share, rectangle }, cost];
      if (cost === 0) break;
    }
    places.set(label.id, best);
    occupied.push(best.rectangle);
  }
  return places;
}

function* choices(
  last: number | undefined,
  { width, height }: LabelQuestion,
): Generator<{ share: number; shift: Point }> {
  if (last !== undefined) yield { share: last, shift: { x: 0, y: 0 } };
  for (const beside of besides)
    for (const share of shares) {
      if (beside === 0) yield { share, shift: { x: 0, y: 0 } };
      else {
        const side = Math.sign(beside);
        yield { share, shift: { x: 0, y: beside + (side * height) / 2 } };
        yield { share, shift: { x: beside + (side * width) / 2, y: 0 } };
      }
    }
}

function covered(rectangle: Rectangle, occupied: readonly Rectangle[]): number {
  const room = grow(rectangle, clearance);
  let total = 0;
  for (const other of occupied) total += sharedArea(room, other);
  return total;
}
