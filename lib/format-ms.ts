import { formatNumber, notKnown, unitSpace } from './format-number.ts';

/** The number of a duration in milliseconds, for columns whose head says `ms`: `0.4`, `27`, `1,204`. */
export function formatMsFigure(milliseconds: number | undefined): string {
  if (milliseconds === undefined) return notKnown;
  if (milliseconds > 0 && milliseconds < 0.1) return '<0.1';
  return formatNumber(milliseconds, milliseconds > 0 && milliseconds < 9.95 ? 1 : 0);
}

/** A duration in the unit that suits it: `0.4 ms`, `27 ms`, `1.2 s`, `2 min 5 s`. */
export function formatMs(milliseconds: number | undefined): string {
  if (milliseconds === undefined) return notKnown;
  if (milliseconds < 999.5) return `${formatMsFigure(milliseconds)}${unitSpace}ms`;
  if (milliseconds < 59_950) return `${formatNumber(milliseconds / 1000, 1)}${unitSpace}s`;
  const seconds = Math.round(milliseconds / 1000);
  return `${Math.floor(seconds / 60)}${unitSpace}min${unitSpace}${seconds % 60}${unitSpace}s`;
}
