import { boxTitleRectangle } from './box-rectangles.ts';
import { badgesRectangle, markRectangle, textRectangle } from './node-extent.ts';
import { type Rectangle, sharedArea } from './rectangle.ts';
import type { Scene } from './scene.ts';

export type Overlap = { first: string; second: string; area: number };

/** Less than this is the rounding of two things that touch, in square pixels. */
const leastArea = 0.5;

/** Every pair of a text and another text or mark that cover each other in a drawing. */
export function labelOverlaps({ nodes, edges, boxes }: Scene): Overlap[] {
  const texts = nodes.map(({ id, face, center }) => ({
    id: `text ${id}`,
    owner: id,
    rectangle: textRectangle(face, center),
  }));
  const labels = edges.flatMap(({ id, label }) => {
    const rectangle = label()?.rectangle;
    return rectangle === undefined ? [] : [{ id: `label ${id}`, owner: id, rectangle }];
  });
  const marks = nodes.flatMap(({ id, face, center, badges }) => [
    { id: `mark ${id}`, owner: id, rectangle: markRectangle(face, center) },
    { id: `badges ${id}`, owner: id, rectangle: badgesRectangle(badges.length, center) },
  ]);
  const titles = boxes.map(({ id, rectangle, title, note = '' }) => ({
    id: `title ${id}`,
    owner: id,
    rectangle: boxTitleRectangle(rectangle, `${title}  ${note}`),
  }));
  const written = [...labels, ...texts, ...titles];
  return written.flatMap((first, index) =>
    [...written.slice(index + 1), ...marks]
      .filter((second) => second.owner !== first.owner)
      .flatMap((second) => overlap(first, second) ?? []),
  );
}

type Named = { id: string; rectangle: Rectangle };

function overlap(first: Named, second: Named): Overlap | undefined {
  const area = sharedArea(first.rectangle, second.rectangle);
  return area > leastArea ? { first: first.id, second: second.id, area } : undefined;
}
