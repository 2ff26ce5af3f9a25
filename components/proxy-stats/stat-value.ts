import type { StatRow } from '#lib/contract/proxy-stats.ts';
import { formatDuration } from '#lib/duration.ts';
import { formatBytes } from '#lib/format-bytes.ts';
import { formatCount } from '#lib/format-count.ts';
import { formatMs } from '#lib/format-ms.ts';
import { formatFigure, notKnown } from '#lib/format-number.ts';

const formats: Record<NonNullable<StatRow['unit']>, (value: number) => string> = {
  ms: formatMs,
  bytes: formatBytes,
  seconds: (value) => (value < 10 ? `${formatFigure(value)} s` : formatDuration(value)),
  days: (value) => `${formatCount(value)} d`,
};

/** A number in its unit. */
export function statText(value: number | undefined, unit: StatRow['unit']): string {
  if (value === undefined) return notKnown;
  if (unit !== undefined) return formats[unit](value);
  return Number.isInteger(value) ? formatCount(value) : formatFigure(value);
}

/** What stands in the table: the value, or the median and the 99th percentile of a distribution. */
export function statCellText({ value, histogram, unit }: StatRow): string {
  if (histogram === undefined) return statText(value, unit);
  // One observation has no distribution, and its sum is exact.
  if (histogram.count === 1) return statText(histogram.mean, unit);
  return `p50 ${statText(histogram.p50, unit)} · p99 ${statText(histogram.p99, unit)}`;
}
