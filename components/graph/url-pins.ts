import { z } from 'zod';
import type { Point } from './visible-graph.ts';

const pin = /^(.+)@(-?\d+),(-?\d+)$/;

/** Places of dragged nodes: `<node id>@<x>,<y>`, joined by semicolons; whole pixels. */
export function urlPins() {
  const pins = z.codec(z.string(), z.record(z.string(), z.object({ x: z.number(), y: z.number() })), {
    decode: (text, context) => {
      const places: Record<string, Point> = {};
      for (const part of text.split(';').filter((entry) => entry !== '')) {
        const [, id, x, y] = pin.exec(part) ?? [];
        if (id === undefined) {
          context.issues.push({ code: 'custom', input: text, message: `"${part}" is no place of a node` });
          return z.NEVER;
        }
        places[id] = { x: Number(x), y: Number(y) };
      }
      return places;
    },
    encode: (places) =>
      Object.entries(places)
        .map(([id, { x, y }]) => `${id}@${Math.round(x)},${Math.round(y)}`)
        .join(';'),
  });
  return pins.default({});
}
