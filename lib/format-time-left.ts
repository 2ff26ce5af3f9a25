import { unitSpace } from './format-number.ts';

const units = [
  { seconds: 86_400, one: 'day', many: 'days' },
  { seconds: 3600, one: 'h', many: 'h' },
  { seconds: 60, one: 'min', many: 'min' },
] as const;

/**
 * How long something still lasts, in its two largest units: `23 h 57 min left`, `364 days left`, `40 s left`; what is over
 * since a time says so: `over since 3 h`.
 */
export function formatTimeLeft(seconds: number): string {
  const length = lengthOf(Math.abs(seconds));
  return seconds < 0 ? `over since ${length}` : `${length} left`;
}

function lengthOf(seconds: number): string {
  const first = units.findIndex((unit) => seconds >= unit.seconds);
  const unit = units[first];
  if (unit === undefined) return `${Math.floor(seconds)}${unitSpace}s`;
  const count = Math.floor(seconds / unit.seconds);
  const next = units[first + 1];
  const rest = next === undefined ? 0 : Math.floor((seconds % unit.seconds) / next.seconds);
  const text = `${count}${unitSpace}${count === 1 ? unit.one : unit.many}`;
  // After ten days hours tell nothing.
  if (next === undefined || rest === 0 || (first === 0 && count >= 10)) return text;
  return `${text} ${rest}${unitSpace}${rest === 1 ? next.one : next.many}`;
}
