import type { Point } from '../visible-graph.ts';
import type { Palette } from './palette.ts';
import type { Ink, Pen } from './pen.ts';

const outlines = new Map<string, Path2D>();

function pathOf(path: string): Path2D {
  const known = outlines.get(path);
  if (known !== undefined) return known;
  const made = new Path2D(path);
  outlines.set(path, made);
  return made;
}

/** A pen on a 2D canvas whose transform is already set to the drawing's coordinates. */
export function canvasPen(context: CanvasRenderingContext2D, palette: Palette, thinnest: number): Pen {
  const ink = (path: Path2D | undefined, { fill, stroke, ...rest }: Ink, scale = 1) => {
    const opacity = context.globalAlpha;
    if (fill !== undefined) {
      context.globalAlpha = opacity * (rest.fillOpacity ?? 1);
      context.fillStyle = palette.colours[fill];
      if (path === undefined) context.fill();
      else context.fill(path);
    }
    if (stroke !== undefined) {
      context.globalAlpha = opacity * (rest.strokeOpacity ?? 1);
      context.strokeStyle = palette.colours[stroke];
      context.lineWidth = Math.max((rest.width ?? 1) / scale, thinnest / scale);
      context.setLineDash(rest.dash?.map((part) => part / scale) ?? []);
      context.lineCap = rest.isRound === true ? 'round' : 'butt';
      context.lineJoin = rest.isRound === true ? 'round' : 'miter';
      if (path === undefined) context.stroke();
      else context.stroke(path);
    }
    context.globalAlpha = opacity;
  };
  return {
    line: (points, look) => {
      trace(context, points);
      ink(undefined, look);
    },
    outline: (path, { x, y, scale = 1 }, look) => {
      context.save();
      context.translate(x, y);
      context.scale(scale, scale);
      ink(pathOf(path), look, scale);
      context.restore();
    },
    rectangle: ({ x, y, width, height }, radius, look) => {
      context.beginPath();
      context.roundRect(x, y, width, height, radius);
      ink(undefined, look);
    },
    text: (text, { x, y }, { colour, font, weight, align, rim }) => {
      context.font = `${weight} ${font.sizePx}px ${palette.fonts[font.family]}`;
      context.textAlign = align === 'centre' ? 'center' : 'left';
      if (rim !== undefined) {
        context.strokeStyle = palette.colours.canvas;
        context.lineWidth = rim;
        context.lineJoin = 'round';
        context.setLineDash([]);
        context.strokeText(text, x, y);
      }
      context.fillStyle = palette.colours[colour];
      context.fillText(text, x, y);
    },
    faded: (opacity, draw) => {
      const before = context.globalAlpha;
      context.globalAlpha = before * opacity;
      draw();
      context.globalAlpha = before;
    },
  };
}

function trace(context: CanvasRenderingContext2D, points: readonly Point[]): void {
  context.beginPath();
  let isFirst = true;
  for (const { x, y } of points) {
    if (isFirst) context.moveTo(x, y);
    else context.lineTo(x, y);
    isFirst = false;
  }
}
