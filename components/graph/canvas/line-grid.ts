import type { Point } from '../visible-graph.ts';
import { crosses, type Rectangle } from './rectangle.ts';

type Segment = { id: string; from: Point; to: Point };

const cellSize = 48;

/** Lines by the squares of the plane that they pass through, so that a small rectangle asks only those near it. */
export class LineGrid {
  readonly #cells = new Map<string, Segment[]>();

  constructor(lines: readonly { id: string; points: readonly Point[] }[]) {
    for (const { id, points } of lines) {
      for (const [index, to] of points.entries()) {
        const from = points[index - 1];
        if (from !== undefined) this.#add({ id, from, to });
      }
    }
  }

  /** How many lines other than `id` pass through a rectangle. */
  countOthers(id: string, rectangle: Rectangle): number {
    const met = new Set<string>();
    for (const key of cellsOf(rectangle)) {
      for (const segment of this.#cells.get(key) ?? []) {
        if (segment.id === id || met.has(segment.id)) continue;
        if (crosses(rectangle, segment.from, segment.to)) met.add(segment.id);
      }
    }
    return met.size;
  }

  #add(segment: Segment): void {
    const { from, to } = segment;
    const frame = {
      x: Math.min(from.x, to.x),
      y: Math.min(from.y, to.y),
      width: Math.abs(to.x - from.x),
      height: Math.abs(to.y - from.y),
    };
    for (const key of cellsOf(frame)) {
      const cell = this.#cells.get(key);
      if (cell === undefined) this.#cells.set(key, [segment]);
      else cell.push(segment);
    }
  }
}

function* cellsOf({ x, y, width, height }: Rectangle): Generator<string> {
  for (let column = Math.floor(x / cellSize); column <= Math.floor((x + width) / cellSize); column += 1)
    for (let row = Math.floor(y / cellSize); row <= Math.floor((y + height) / cellSize); row += 1)
      yield `${column}:${row}`;
}
