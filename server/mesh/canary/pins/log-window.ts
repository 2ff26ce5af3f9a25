import { formatClock, formatDay } from '#lib/format-time.ts';

/** Of a window that is over every line since its start has to be read: only its last half hour is. */
const mostPastSeconds = 1800;
/** What ended so long ago is over; a page's window ends now, rounded down. */
const presentMs = 60_000;

/** Epoch milliseconds; `isShortened` where it begins later than asked. */
export type LogWindow = { fromMs: number; toMs: number; isPast: boolean; isShortened: boolean };

export function logWindowOf(
  { fromSeconds, toSeconds }: { fromSeconds: number; toSeconds: number },
  nowMs: number,
): LogWindow {
  const isPast = toSeconds * 1000 < nowMs - presentMs;
  const earliest = isPast ? toSeconds - mostPastSeconds : fromSeconds;
  return {
    fromMs: Math.max(fromSeconds, earliest) * 1000,
    toMs: isPast ? toSeconds * 1000 : Number.POSITIVE_INFINITY,
    isPast,
    isShortened: earliest > fromSeconds,
  };
}

/** `18:02 UTC`, with the day where that is not today. */
export function timeWords(epochMs: number, nowMs: number): string {
  const zone = 'utc';
  const day = formatDay({ epochMs, zone });
  const isToday = day === formatDay({ epochMs: nowMs, zone });
  return `${formatClock({ epochMs, zone })} UTC${isToday ? '' : ` on ${day}`}`;
}
