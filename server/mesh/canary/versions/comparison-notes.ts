import { formatMs } from '#lib/format-ms.ts';

type Compared = { testCount: number; slowAboveMs: number | undefined; baseline: string | undefined };

/** What one has to know to read the comparison, each a sentence. */
export function comparisonNotes({ testCount, slowAboveMs, baseline }: Compared): string[] {
  return [
    ...(slowAboveMs === undefined
      ? []
      : [
          `Slow is above ${formatMs(slowAboveMs)}, the 95th percentile of ${baseline} rounded up to a bucket’s bound.`,
        ]),
    ...(testCount < 2
      ? []
      : [
          `Each test errs in at most one of a hundred cases, so where versions are alike one of ${testCount} still does in up to ${Math.min(testCount, 100)} of a hundred.`,
        ]),
  ];
}
