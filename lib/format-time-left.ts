import { formatLength } from './format-length.ts';

/**
 * How long something still lasts, in its two largest units: `23 h 57 min left`, `364 days left`, `40 s left`; what is over
 * since a time says so: `over since 3 h`.
 */
export function formatTimeLeft(seconds: number): string {
  const length = formatLength(Math.abs(seconds));
  return seconds < 0 ? `over since ${length}` : `${length} left`;
}
