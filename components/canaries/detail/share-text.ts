import { formatNumber, unitSpace } from '#lib/format-number.ts';
import { formatShareFigure } from '#lib/format-share.ts';

/** Between which a share lies, in percent without the sign: `46.5 – 52.4`. */
export function intervalFigure({ low, high }: { low: number; high: number }): string {
  return `${formatShareFigure(low)} – ${formatShareFigure(high)}`;
}

/** A difference of shares in points, with its sign: `+4.5`, `−0.3`. */
export function pointsFigure(difference: number): string {
  const figure = formatNumber(Math.abs(difference) * 100, 1);
  if (figure === '0.0') return figure;
  return `${difference < 0 ? '−' : '+'}${figure}`;
}

/** Weights as they are told to each other: `3 : 1`. */
export function ratioText(weights: readonly number[]): string {
  return weights.join(`${unitSpace}:${unitSpace}`);
}
