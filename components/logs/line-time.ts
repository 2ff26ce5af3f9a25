import { formatClockSeconds, formatDateTime, type TimeZoneChoice } from '#lib/format-time.ts';

type Moment = { epochMs: number; zone: TimeZoneChoice };

/** `02:28:04.118` */
export function formatLineTime(moment: Moment): string {
  return `${formatClockSeconds(moment)}.${milliseconds(moment)}`;
}

/** `2026-11-21 02:28:04.118` */
export function formatLineDateTime(moment: Moment): string {
  return `${formatDateTime(moment)}.${milliseconds(moment)}`;
}

function milliseconds({ epochMs }: Moment): string {
  return String(Math.floor(epochMs) % 1000).padStart(3, '0');
}
