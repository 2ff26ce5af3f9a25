import { formatNumber, notKnown, unitSpace } from './format-number.ts';

/**
 * The percentage of a share between 0 and 1, without its sign: `0.041` becomes `4.1`.
 * What is neither nothing nor everything never reads as `0.0` or `100.0`.
 */
export function formatShareFigure(share: number | undefined): string {
  if (share === undefined) return notKnown;
  if (share > 0 && share < 0.0005) return '<0.1';
  if (share < 1 && share >= 0.9995) return '>99.9';
  return formatNumber(share * 100, 1);
}

/** A share with its sign: `4.1 %`, and `0 %` and `100 %` without decimals where they are exact. */
export function formatShare(share: number | undefined): string {
  if (share === undefined) return notKnown;
  if (share === 0 || share === 1) return `${share * 100}${unitSpace}%`;
  return `${formatShareFigure(share)}${unitSpace}%`;
}

/** The percentage of a share that somebody wrote down, with a decimal only where it has one: `25`, `33.3`. */
export function formatConfiguredFigure(share: number): string {
  return formatShareFigure(share).replace(/\.0$/, '');
}

/** The same with its sign: `25 %`. */
export function formatConfiguredShare(share: number): string {
  return `${formatConfiguredFigure(share)}${unitSpace}%`;
}

/** A share with half the width of its interval: `24.7 % ± 1.1`. */
export function formatShareEstimate({
  share,
  low,
  high,
}: {
  share: number;
  low: number;
  high: number;
}): string {
  return `${formatShare(share)} ±${unitSpace}${formatShareFigure((high - low) / 2)}`;
}
