import fc from 'fast-check';
import { expect, test } from 'vitest';
import { placeLabels } from '#components/graph/canvas/place-labels.ts';
import { crosses, rectangleAround, sharedArea } from '#components/graph/canvas/rectangle.ts';

const line = (id: string, y: number) => ({
  id,
  points: [
    { x: 0, y },
    { x: 200, y },
  ],
  width: 60,
  height: 16,
});

test('a label stands in the middle of a free line and slides along a line that is not', () => {
  const alone = placeLabels([line('a', 0)], [], new Map());
  expect(alone.get('a')).toEqual({ share: 0.5, rectangle: { x: 70, y: -8, width: 60, height: 16 } });
  const blocked = rectangleAround({ x: 100, y: 0 }, 40, 40);
  const slid = placeLabels([line('a', 0)], [blocked], new Map());
  const { rectangle, share } = slid.get('a') ?? { rectangle: blocked, share: 0.5 };
  expect(share).not.toBe(0.5);
  expect(sharedArea(rectangle, blocked)).toBe(0);
});

test('labels of lines that lie on each other do not cover each other', () => {
  const places = placeLabels([line('a', 0), line('b', 3), line('c', 6)], [], new Map());
  const rectangles = [...places.values()].map(({ rectangle }) => rectangle);
  expect(rectangles.length).toBe(3);
  for (const [index, first] of rectangles.entries())
    for (const second of rectangles.slice(index + 1)) expect(sharedArea(first, second)).toBe(0);
});

test('a label stays where it was as long as that place is free', () => {
  expect(placeLabels([line('a', 0)], [], new Map([['a', 0.31]])).get('a')?.share).toBe(0.31);
  const blocked = rectangleAround({ x: 62, y: 0 }, 40, 40);
  expect(placeLabels([line('a', 0)], [blocked], new Map([['a', 0.31]])).get('a')?.share).not.toBe(0.31);
});

test('a line crosses a rectangle exactly when some point between its ends lies in it', () => {
  const coordinate = fc.integer({ min: -50, max: 50 });
  const point = fc.record({ x: coordinate, y: coordinate });
  fc.assert(
    fc.property(point, point, point, (from, to, center) => {
      const rectangle = rectangleAround(center, 30, 20);
      const touches = Array.from({ length: 201 }, (_, index) => index / 200).some((share) => {
        const x = from.x + (to.x - from.x) * share;
        const y = from.y + (to.y - from.y) * share;
        return Math.abs(x - center.x) < 15 && Math.abs(y - center.y) < 10;
      });
      if (touches && (from.x !== to.x || from.y !== to.y)) expect(crosses(rectangle, from, to)).toBe(true);
      const isFar = Math.max(from.x, to.x) < center.x - 15 || Math.min(from.y, to.y) > center.y + 10;
      if (isFar) expect(crosses(rectangle, from, to)).toBe(false);
    }),
  );
});
