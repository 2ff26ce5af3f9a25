import { parseDurationSeconds } from './duration.ts';
import { formatNumber, unitSpace } from './format-number.ts';
import { formatClock, formatDay, type TimeZoneChoice } from './format-time.ts';
import type { ResolvedRange, TimeRange } from './time-range.ts';

const units = [
  { seconds: 86_400, word: 'days' },
  { seconds: 3600, word: 'h' },
  { seconds: 60, word: 'min' },
] as const;

/** A length of time in its largest unit that divides it: `15 min`, `90 s`, `24 h`, `2 days`. */
export function formatLength(seconds: number): string {
  const unit = units.find((candidate) => isWhole(seconds, candidate.seconds));
  if (unit === undefined) return `${formatNumber(seconds, 0)}${unitSpace}s`;
  return `${seconds / unit.seconds}${unitSpace}${unit.word}`;
}

// One day is said as 24 h, as in the list of ranges.
function isWhole(seconds: number, unitSeconds: number): boolean {
  const least = unitSeconds === 86_400 ? 2 : 1;
  return seconds % unitSeconds === 0 && seconds / unitSeconds >= least;
}

/** `Last 15 min` for a range that ends now, undefined for any other. */
export function formatRelativeRange(range: TimeRange): string | undefined {
  const length = /^now-(\w+)$/.exec(range.from.trim())?.[1];
  const seconds = length === undefined ? undefined : parseDurationSeconds(length);
  if (seconds === undefined || range.to.trim() !== 'now') return undefined;
  return `Last ${formatLength(seconds)}`;
}

/** `02:13 – 02:28`, with the days where they differ from each other: `20 Nov 23:50 – 21 Nov 00:05`. */
export function formatSpan({ fromMs, toMs }: ResolvedRange, zone: TimeZoneChoice): string {
  const from = { epochMs: fromMs, zone };
  const to = { epochMs: toMs, zone };
  if (formatDay(from) === formatDay(to)) return `${formatClock(from)} – ${formatClock(to)}`;
  return `${formatDay(from)} ${formatClock(from)} – ${formatDay(to)} ${formatClock(to)}`;
}
