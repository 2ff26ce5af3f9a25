import { drawScene } from '../canvas/draw-scene.ts';
import type { Palette } from '../canvas/palette.ts';
import { grow } from '../canvas/rectangle.ts';
import type { Scene } from '../canvas/scene.ts';
import { escaped, svgPen } from './svg-pen.ts';

const margin = 24;

/** The whole scene as a file of its own: no style sheet, script or font from elsewhere. */
export function writeSvg(scene: Scene, palette: Palette, title: string): string {
  const { x, y, width, height } = grow(scene.bounds, margin);
  const { pen, parts } = svgPen(palette);
  drawScene(pen, scene, { hasText: true, hasArrows: true, hasMarks: true });
  const size = `width="${Math.ceil(width)}" height="${Math.ceil(height)}"`;
  const view = `viewBox="${[x, y, width, height].map(Math.round).join(' ')}"`;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" ${size} ${view} role="img">`,
    `<title>${escaped(title)}</title>`,
    `<rect x="${Math.floor(x)}" y="${Math.floor(y)}" width="${Math.ceil(width) + 1}" height="${Math.ceil(height) + 1}" fill="${palette.colours.canvas}"/>`,
    ...parts,
    '</svg>',
    '',
  ].join('\n');
}
