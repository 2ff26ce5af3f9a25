import type { LineLook } from './line-mark.tsx';

/** Hues that colour-blind eyes tell apart, also by lightness; after the last they come again with dashes. */
const hues = [
  'var(--series-1)',
  'var(--series-2)',
  'var(--series-3)',
  'var(--series-4)',
  'var(--series-5)',
  'var(--series-6)',
] as const;

/** How the n-th of several series is drawn, from 0 on. */
export function seriesLook(index: number): LineLook {
  const color = hues[index % hues.length] ?? hues[0];
  return { color, dash: index < hues.length ? undefined : '5 2' };
}
