import { canvasPen } from './canvas-pen.ts';
import { drawScene } from './draw-scene.ts';
import type { Palette } from './palette.ts';
import type { Scene } from './scene.ts';
import { type Size, type View, visiblePart } from './view.ts';

/** Zooms below which things are too small to see: words under 5 px, icons under 6 px, arrows under 2 px. */
const leastZoom = { text: 0.45, marks: 0.36, arrows: 0.28 } as const;

export type Painting = {
  scene: Scene;
  palette: Palette;
  view: View;
  screen: Size;
  /** Canvas pixels per pixel of the screen. */
  pixelRatio: number;
};

/** Paints what a view shows of a scene onto a canvas that is `pixelRatio` times as large as the screen. */
export function paint(
  context: CanvasRenderingContext2D,
  { scene, palette, view, screen, pixelRatio }: Painting,
): void {
  const { zoom, pan } = view;
  context.setTransform(1, 0, 0, 1, 0, 0);
  context.globalAlpha = 1;
  context.fillStyle = palette.colours.canvas;
  context.fillRect(0, 0, screen.width * pixelRatio, screen.height * pixelRatio);
  const scale = zoom * pixelRatio;
  context.setTransform(scale, 0, 0, scale, pan.x * pixelRatio, pan.y * pixelRatio);
  drawScene(canvasPen(context, palette, 1 / zoom), scene, {
    hasText: zoom >= leastZoom.text,
    hasMarks: zoom >= leastZoom.marks,
    hasArrows: zoom >= leastZoom.arrows,
    visible: visiblePart(view, screen),
  });
}
