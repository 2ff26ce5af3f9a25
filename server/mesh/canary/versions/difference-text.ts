import type { comparisonStatuses } from '#lib/contract/canary-comparison.ts';
import { formatShareFigure } from '#lib/format-share.ts';

/** How one thing is told: `slower, +4.5 points`, `errors equal`. */
export type ComparisonWords = Record<(typeof comparisonStatuses)[number] | 'notWorse', string>;

type Told = { status: (typeof comparisonStatuses)[number]; difference: number; low: number };

/** `equal` may reach far below: then it is only told that it is not worse. */
export function differenceText(
  { status, difference, low }: Told,
  words: ComparisonWords,
  tolerated: number,
): string {
  if (status === 'equal') return low < -tolerated ? words.notWorse : words.equal;
  if (status === 'undecided') return words.undecided;
  return `${words[status]}, ${difference < 0 ? '−' : '+'}${formatShareFigure(Math.abs(difference))} points`;
}
