import { nodeBadges } from '../node-badges.ts';
import type { Point } from '../visible-graph.ts';
import { drawDifferenceMark } from './draw-edge.ts';
import type { Detail } from './draw-scene.ts';
import {
  badgeRadius,
  badgeStep,
  lineHeight,
  mostBadges,
  subtitleFont,
  titleBaseline,
  titleFont,
} from './drawing-sizes.ts';
import { markIcons } from './mark-icons.ts';
import type { Pen } from './pen.ts';
import type { SceneNode } from './scene.ts';
import { shapeOutlines } from './shape-outline.ts';

const versionFont = { family: 'mono', sizePx: 11 } as const;

const faultLooks = {
  degraded: { line: 'mark-warn', icon: 'warning', colour: 'warn' },
  failing: { line: 'mark-fail', icon: 'failing', colour: 'fail' },
} as const;

/** A node's mark with what stands in, on and under it. */
export function drawNode(pen: Pen, node: SceneNode, detail: Detail): void {
  const { center, face, fault } = node;
  const outline = shapeOutlines[face.shape];
  if (node.isSelected) ring(pen, node, { colour: 'accent', opacity: 0.28, width: 12 });
  else if (node.isFound) ring(pen, node, { colour: 'info', opacity: 0.4, width: 9 });
  pen.outline(outline, center, {
    fill: 'surface',
    stroke: fault === undefined ? (node.isSelected ? 'accent' : 'border-control') : faultLooks[fault].line,
    width: fault === undefined ? 1.5 : 2,
    dash: face.isDashed ? [3, 3] : undefined,
  });
  if (detail.hasMarks) drawInner(pen, node);
  if (detail.hasMarks) drawCorners(pen, node);
  if (detail.hasText) drawTexts(pen, node);
}

function ring(
  pen: Pen,
  { center, face }: SceneNode,
  { colour, opacity, width }: { colour: 'accent' | 'info'; opacity: number; width: number },
): void {
  pen.outline(shapeOutlines[face.shape], center, {
    stroke: colour,
    strokeOpacity: opacity,
    width,
    isRound: true,
  });
}

function drawInner(pen: Pen, { center, face, isIdle }: SceneNode): void {
  const { x, y } = center;
  if ('icon' in face.inner)
    pen.outline(
      markIcons[face.inner.icon],
      { x: x - 8, y: y - 8 },
      { stroke: 'ink-muted', width: 1.5, isRound: true },
    );
  else
    pen.text(
      face.inner.text,
      { x, y: y + 4 },
      {
        colour: isIdle ? 'ink-muted' : 'ink',
        font: versionFont,
        weight: 600,
        align: 'centre',
      },
    );
}

/** Badges from the top right inwards, the status at the top left, a change at the bottom right. */
function drawCorners(pen: Pen, { center, fault, badges, face, difference }: SceneNode): void {
  const corner = face.shape === 'square' ? 14 : 12;
  const shown = Object.entries(nodeBadges)
    .filter(
      ([id, { icon }]) =>
        badges.some((badge) => badge === id) && !('icon' in face.inner && face.inner.icon === icon),
    )
    .slice(0, mostBadges);
  shown.forEach(([, { icon, isFault }], index) => {
    const at = { x: center.x + corner + 1 + index * badgeStep, y: center.y - corner - 1 };
    disc(pen, at);
    pen.outline(
      markIcons[icon],
      { x: at.x - 4.4, y: at.y - 4.4, scale: 0.55 },
      {
        stroke: isFault === true ? 'fail' : 'ink-muted',
        width: 1.1,
        isRound: true,
      },
    );
  });
  if (fault !== undefined) {
    const at = { x: center.x - corner, y: center.y - corner };
    const { icon, colour } = faultLooks[fault];
    pen.outline(
      markIcons[icon],
      { x: at.x - 5.5, y: at.y - 5.5, scale: 0.69 },
      {
        fill: 'canvas',
        stroke: colour,
        width: 1.3,
        isRound: true,
      },
    );
  }
  if (difference !== undefined)
    drawDifferenceMark(pen, difference, { x: center.x + corner, y: center.y + corner });
}

function disc(pen: Pen, { x, y }: Point): void {
  const size = 2 * badgeRadius;
  pen.rectangle({ x: x - badgeRadius, y: y - badgeRadius, width: size, height: size }, badgeRadius, {
    fill: 'surface',
    stroke: 'border-strong',
    width: 1,
  });
}

function drawTexts(pen: Pen, { center: { x, y }, face, isSelected, isIdle }: SceneNode): void {
  pen.text(
    face.title,
    { x, y: y + titleBaseline },
    {
      colour: isSelected ? 'accent' : isIdle ? 'ink-muted' : 'ink',
      font: titleFont,
      weight: 500,
      align: 'centre',
      rim: 3,
    },
  );
  if (face.subtitle !== undefined)
    pen.text(
      face.subtitle,
      { x, y: y + titleBaseline + lineHeight },
      {
        colour: 'ink-muted',
        font: subtitleFont,
        weight: 400,
        align: 'centre',
        rim: 3,
      },
    );
}
