import type { DifferenceMark } from '../graph-canvas-props.ts';
import type { Point } from '../visible-graph.ts';
import { edgeFont, edgeLabelStep, lockWidth } from './drawing-sizes.ts';
import { type MarkIconId, markIcons } from './mark-icons.ts';
import type { ColourToken } from './palette.ts';
import type { Ink, Pen } from './pen.ts';
import { pointAlong } from './polyline.ts';
import type { LineDash, SceneEdge } from './scene.ts';

export const dashes: Record<LineDash, Pick<Ink, 'dash' | 'isRound'>> = {
  solid: {},
  dotted: { dash: [1.5, 4], isRound: true },
  dashed: { dash: [5, 4] },
};

const backgroundOpacity = 0.4;

export const differenceLooks: Record<DifferenceMark, { icon: MarkIconId; colour: ColourToken }> = {
  added: { icon: 'plus', colour: 'info' },
  removed: { icon: 'minus', colour: 'restricted' },
  changed: { icon: 'delta', colour: 'accent' },
};

export function drawHalo(pen: Pen, { points, width, isSelected }: SceneEdge): void {
  pen.line(points, {
    stroke: isSelected ? 'accent' : 'info',
    strokeOpacity: 0.28,
    width: width + 9,
    isRound: true,
  });
}

export function drawLine(pen: Pen, edge: SceneEdge): void {
  if (edge.difference !== undefined)
    pen.line(edge.points, {
      stroke: differenceLooks[edge.difference].colour,
      strokeOpacity: 0.3,
      width: edge.width + 6,
      isRound: true,
    });
  pen.line(edge.points, {
    stroke: edge.colour,
    strokeOpacity: edge.isBackground ? backgroundOpacity : undefined,
    width: edge.width,
    ...dashes[edge.dash],
  });
}

export function drawArrow(pen: Pen, { points, width, colour }: SceneEdge): void {
  const tip = points.at(-1);
  const before = points.at(-2);
  if (tip === undefined || before === undefined) return;
  const length = Math.hypot(tip.x - before.x, tip.y - before.y) || 1;
  const [x, y] = [(tip.x - before.x) / length, (tip.y - before.y) / length];
  const size = 1 + width * 0.1;
  const corner = (along: number, aside: number): Point => ({
    x: tip.x + (x * along - y * aside) * size,
    y: tip.y + (y * along + x * aside) * size,
  });
  const nose = corner(2.8, 0);
  pen.line([nose, corner(-4.8, -3), corner(-4.8, 3), nose], { fill: colour });
}

/** The plate with what the edge carries: a lock, then the words. */
export function drawEdgeLabel(pen: Pen, edge: SceneEdge): void {
  const label = edge.label();
  if (label === undefined) {
    drawDifference(pen, edge, pointAlong(edge.points, 0.5));
    return;
  }
  const { rectangle, lines, lock, isMismatch, colour } = label;
  const { x, y } = rectangle;
  pen.rectangle(rectangle, 4, {
    fill: 'canvas',
    stroke: edge.isSelected ? 'accent' : undefined,
    width: 1,
  });
  if (lock !== undefined)
    pen.outline(
      markIcons[lock],
      { x: x + 3.5, y: y + 2.5, scale: 0.69 },
      {
        stroke: lock === 'unlock' ? 'warn' : 'ink-muted',
        width: 1.3,
        isRound: true,
      },
    );
  if (isMismatch)
    pen.outline(
      markIcons.split,
      { x: x + 3.5, y: y + 2.5 + (lines.length - 1) * edgeLabelStep, scale: 0.69 },
      { stroke: 'warn', width: 1.6, isRound: true },
    );
  const start = x + 4 + (lock === undefined && !isMismatch ? 0 : lockWidth);
  for (const [index, text] of lines.entries()) {
    const baseline = y + 11.8 + index * edgeLabelStep;
    pen.text(text, { x: start, y: baseline }, { colour, font: edgeFont, weight: 500, align: 'left' });
  }
  drawDifference(pen, edge, { x: x + rectangle.width + 6, y: y + rectangle.height / 2 });
}

function drawDifference(pen: Pen, { difference }: SceneEdge, at: Point): void {
  if (difference !== undefined) drawDifferenceMark(pen, difference, at);
}

/** A disc in the change's colour with its sign. */
export function drawDifferenceMark(pen: Pen, difference: DifferenceMark, { x, y }: Point): void {
  const { icon, colour } = differenceLooks[difference];
  pen.rectangle({ x: x - 6, y: y - 6, width: 12, height: 12 }, 6, { fill: colour });
  pen.outline(
    markIcons[icon],
    { x: x - 4, y: y - 4, scale: 0.5 },
    { stroke: 'canvas', width: 1.3, isRound: true },
  );
}
