import { formatDuration } from './duration.ts';

/** Both ends as typed, in Grafana's grammar: `now`, `now-15m`, `now-1d/d`, RFC 3339 or epoch seconds or milliseconds. */
export type TimeRange = { from: string; to: string };

export const defaultTimeRange: TimeRange = { from: 'now-10m', to: 'now' };

const shortestRangeSeconds = 30;
const longestRangeSeconds = 30 * 86_400;

const millisecondsPerUnit: Record<string, number> = {
  s: 1000,
  m: 60_000,
  h: 3_600_000,
  d: 86_400_000,
  w: 7 * 86_400_000,
};

const relative = /^now(?:([+-])(\d{1,6})([smhdw]))?(?:\/([smhdw]))?$/;
const rfc3339 = /^\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2})?$/;

/** True for times that move with the clock. */
export function isRelativeTime(text: string): boolean {
  return relative.test(text.trim());
}

/**
 * Epoch milliseconds of one end of a range; undefined when the text is no time.
 * `/d` rounds down at the start of a range and up at its end, in UTC. A time without an offset is UTC.
 */
export function resolveTime(
  text: string,
  { nowMs, end }: { nowMs: number; end: keyof TimeRange },
): number | undefined {
  const trimmed = text.trim();
  const parts = relative.exec(trimmed);
  if (parts !== null) {
    const [, sign, count, unit, roundUnit] = parts;
    const shift = unit === undefined ? 0 : Number(count) * (millisecondsPerUnit[unit] ?? 0);
    const moved = sign === '-' ? nowMs - shift : nowMs + shift;
    return roundUnit === undefined ? moved : roundTime({ epochMs: moved, unit: roundUnit, end });
  }
  if (/^\d{9,11}$/.test(trimmed)) return Number(trimmed) * 1000;
  if (/^\d{12,14}$/.test(trimmed)) return Number(trimmed);
  if (!rfc3339.test(trimmed)) return undefined;
  const hasOffset = /(Z|[+-]\d{2}:\d{2})$/.test(trimmed);
  const epochMs = Date.parse(`${trimmed.replace(' ', 'T')}${hasOffset ? '' : 'Z'}`);
  return Number.isNaN(epochMs) ? undefined : epochMs;
}

// The epoch began on a Thursday, weeks begin on Monday.
const mondayOffsetMs = 4 * 86_400_000;

function roundTime({ epochMs, unit, end }: { epochMs: number; unit: string; end: keyof TimeRange }): number {
  const size = millisecondsPerUnit[unit] ?? 1;
  const offset = unit === 'w' ? mondayOffsetMs : 0;
  const round = end === 'from' ? Math.floor : Math.ceil;
  return round((epochMs - offset) / size) * size + offset;
}

export type ResolvedRange = { fromMs: number; toMs: number };

/** Both ends in epoch milliseconds, or the sentence that says what is wrong with them. */
export function resolveTimeRange(range: TimeRange, nowMs: number): ResolvedRange | { problem: string } {
  const fromMs = resolveTime(range.from, { nowMs, end: 'from' });
  const toMs = resolveTime(range.to, { nowMs, end: 'to' });
  if (fromMs === undefined) return { problem: notATime('from', range.from) };
  if (toMs === undefined) return { problem: notATime('to', range.to) };
  const seconds = (toMs - fromMs) / 1000;
  if (seconds <= 0) return { problem: 'The range ends before it begins.' };
  if (seconds < shortestRangeSeconds) return { problem: 'The range is shorter than 30 seconds.' };
  if (seconds > longestRangeSeconds) return { problem: 'The range is longer than 30 days.' };
  return { fromMs, toMs };
}

function notATime(end: string, text: string): string {
  return `"${text}" (${end}) is not a time such as now-15m or 2026-11-21T02:28:00Z.`;
}

/** The parameters `range` and `at` of the API. A range that ends now keeps the word, so that its address is stable. */
export function apiWindow(
  range: TimeRange,
  nowMs: number,
): { range: string; at: string } | { problem: string } {
  const resolved = resolveTimeRange(range, nowMs);
  if ('problem' in resolved) return resolved;
  const seconds = Math.round((resolved.toMs - resolved.fromMs) / 1000);
  const at = range.to.trim() === 'now' ? 'now' : new Date(resolved.toMs).toISOString();
  return { range: formatDuration(seconds), at };
}

/** The same moments as fixed times, for links that shall show the same tomorrow. */
export function toAbsoluteRange({ fromMs, toMs }: ResolvedRange): TimeRange {
  return { from: new Date(fromMs).toISOString(), to: new Date(toMs).toISOString() };
}

/** The window of the same length before (-1) or after (1). Stepping past the present ends at `now` again. */
export function stepTimeRange({
  range,
  direction,
  nowMs,
}: {
  range: TimeRange;
  direction: -1 | 1;
  nowMs: number;
}): TimeRange {
  const resolved = resolveTimeRange(range, nowMs);
  if ('problem' in resolved) return range;
  const length = resolved.toMs - resolved.fromMs;
  const toMs = resolved.toMs + direction * length;
  if (toMs >= nowMs) return { from: `now-${formatDuration(Math.round(length / 1000))}`, to: 'now' };
  return toAbsoluteRange({ fromMs: toMs - length, toMs });
}
