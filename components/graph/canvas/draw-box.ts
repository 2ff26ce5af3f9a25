import type { Detail } from './draw-scene.ts';
import { boxFont, subtitleFont } from './drawing-sizes.ts';
import type { Pen } from './pen.ts';
import type { SceneBox } from './scene.ts';
import { textWidth, truncateMiddle } from './text-width.ts';

const cornerRadius = 10;

export function drawBox(pen: Pen, { rectangle, title, note, isSelected }: SceneBox, detail: Detail): void {
  pen.rectangle(rectangle, cornerRadius, {
    fill: 'ink',
    fillOpacity: 0.024,
    stroke: isSelected ? 'accent' : 'border',
    width: isSelected ? 2 : 1,
  });
  if (!detail.hasText) return;
  const noteWidth = note === undefined ? 0 : textWidth(note, subtitleFont) + 8;
  const name = truncateMiddle(title, Math.max(40, rectangle.width - 24 - noteWidth), boxFont);
  const baseline = rectangle.y + 18;
  pen.text(
    name,
    { x: rectangle.x + 12, y: baseline },
    { colour: 'ink-muted', font: boxFont, weight: 600, align: 'left' },
  );
  if (note === undefined) return;
  const x = rectangle.x + 12 + textWidth(name, boxFont) * 1.02 + 8;
  pen.text(note, { x, y: baseline }, { colour: 'ink-muted', font: subtitleFont, weight: 400, align: 'left' });
}
