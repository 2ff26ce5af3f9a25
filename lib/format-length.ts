import { unitSpace } from './format-number.ts';

/** `fromCount`: as many and more are told without the next smaller unit, which then tells nothing. */
const units = [
  { seconds: 31_536_000, one: 'year', many: 'years', fromCount: 2 },
  { seconds: 86_400, one: 'day', many: 'days', fromCount: 10 },
  { seconds: 3600, one: 'h', many: 'h', fromCount: Number.POSITIVE_INFINITY },
  { seconds: 60, one: 'min', many: 'min', fromCount: 0 },
] as const;

/** How long something lasts, in its two largest units: `23 h 57 min`, `364 days`, `40 s`. */
export function formatLength(seconds: number): string {
  const first = units.findIndex((unit) => seconds >= unit.seconds);
  const unit = units[first];
  if (unit === undefined) return `${Math.floor(seconds)}${unitSpace}s`;
  const count = Math.floor(seconds / unit.seconds);
  const text = `${count}${unitSpace}${count === 1 ? unit.one : unit.many}`;
  const next = units[first + 1];
  if (next === undefined || count >= unit.fromCount) return text;
  const rest = Math.floor((seconds % unit.seconds) / next.seconds);
  return rest === 0 ? text : `${text} ${rest}${unitSpace}${rest === 1 ? next.one : next.many}`;
}
