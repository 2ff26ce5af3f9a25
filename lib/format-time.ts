import { unitSpace } from './format-number.ts';

export const timeZones = ['local', 'utc'] as const;
export type TimeZoneChoice = (typeof timeZones)[number];

type Moment = { epochMs: number; zone: TimeZoneChoice };

function format({ epochMs, zone }: Moment, options: Intl.DateTimeFormatOptions): string {
  const timeZone = zone === 'utc' ? 'UTC' : undefined;
  return new Intl.DateTimeFormat('en-GB', { ...options, hourCycle: 'h23', timeZone }).format(epochMs);
}

const date = { year: 'numeric', month: '2-digit', day: '2-digit' } as const;

/** `02:28` */
export function formatClock(moment: Moment): string {
  return format(moment, { hour: '2-digit', minute: '2-digit' });
}

/** `02:28:04` */
export function formatClockSeconds(moment: Moment): string {
  return format(moment, { hour: '2-digit', minute: '2-digit', second: '2-digit' });
}

/** `21 Nov` */
export function formatDay(moment: Moment): string {
  return format(moment, { day: 'numeric', month: 'short' });
}

/** `2026-11-21 02:28:04`, the absolute time behind an age. */
export function formatDateTime(moment: Moment): string {
  const day = format(moment, date).split('/').reverse().join('-');
  return `${day} ${formatClockSeconds(moment)}`;
}

const ageUnits = [
  { seconds: 86_400, one: 'day', many: 'days' },
  { seconds: 3600, one: 'h', many: 'h' },
  { seconds: 60, one: 'min', many: 'min' },
] as const;

/** How long ago, in the largest whole unit: `just now` below 5 s, `40 s ago`, `3 min ago`, `2 days ago`. */
export function formatAge(seconds: number): string {
  if (seconds < 5) return 'just now';
  const unit = ageUnits.find((candidate) => seconds >= candidate.seconds);
  if (unit === undefined) return `${Math.floor(seconds)}${unitSpace}s ago`;
  const count = Math.floor(seconds / unit.seconds);
  return `${count}${unitSpace}${count === 1 ? unit.one : unit.many} ago`;
}
