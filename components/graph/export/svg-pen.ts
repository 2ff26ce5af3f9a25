import type { Palette } from '../canvas/palette.ts';
import type { Ink, Pen } from '../canvas/pen.ts';

/** A pen that writes SVG elements; `parts` grows with each stroke. */
export function svgPen(palette: Palette): { pen: Pen; parts: string[] } {
  const parts: string[] = [];
  const paint = ({ fill, stroke, ...rest }: Ink, scale = 1) =>
    attributes({
      fill: fill === undefined ? 'none' : palette.colours[fill],
      'fill-opacity': rest.fillOpacity,
      stroke: stroke === undefined ? undefined : palette.colours[stroke],
      'stroke-opacity': rest.strokeOpacity,
      'stroke-width': stroke === undefined ? undefined : round((rest.width ?? 1) / scale),
      'stroke-dasharray': rest.dash?.map((part) => round(part / scale)).join(' '),
      'stroke-linecap': rest.isRound === true ? 'round' : undefined,
      'stroke-linejoin': rest.isRound === true ? 'round' : undefined,
    });
  const pen: Pen = {
    line: (points, ink) => {
      const [first, ...rest] = points.map(({ x, y }) => `${round(x)} ${round(y)}`);
      if (first !== undefined)
        parts.push(`<path d="M${first}${rest.map((point) => `L${point}`).join('')}"${paint(ink)}/>`);
    },
    outline: (path, { x, y, scale = 1 }, ink) => {
      const size = scale === 1 ? '' : ` scale(${round(scale)})`;
      parts.push(
        `<path transform="translate(${round(x)} ${round(y)})${size}" d="${path}"${paint(ink, scale)}/>`,
      );
    },
    rectangle: ({ x, y, width, height }, radius, ink) => {
      parts.push(
        `<rect x="${round(x)}" y="${round(y)}" width="${round(width)}" height="${round(height)}" rx="${radius}"${paint(ink)}/>`,
      );
    },
    text: (text, { x, y }, { colour, font, weight, align, rim }) => {
      const place = attributes({
        x: round(x),
        y: round(y),
        'font-family': palette.fonts[font.family],
        'font-size': font.sizePx,
        'font-weight': weight,
        'text-anchor': align === 'centre' ? 'middle' : undefined,
        fill: palette.colours[colour],
        stroke: rim === undefined ? undefined : palette.colours.canvas,
        'stroke-width': rim,
        'stroke-linejoin': rim === undefined ? undefined : 'round',
        'paint-order': rim === undefined ? undefined : 'stroke',
      });
      parts.push(`<text${place}>${escaped(text)}</text>`);
    },
    faded: (opacity, draw) => {
      parts.push(`<g opacity="${opacity}">`);
      draw();
      parts.push('</g>');
    },
  };
  return { pen, parts };
}

function attributes(values: Record<string, string | number | undefined>): string {
  return Object.entries(values)
    .flatMap(([name, value]) => (value === undefined ? [] : [` ${name}="${escaped(String(value))}"`]))
    .join('');
}

export function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
