import { expect, test } from 'vitest';
import { formatTimeLeft } from '#lib/format-time-left.ts';

const minute = 60;
const hour = 3600;
const day = 86_400;

test.each([
  [0, '0 s left'],
  [40.9, '40 s left'],
  [minute, '1 min left'],
  [23 * hour + 57 * minute, '23 h 57 min left'],
  [2 * hour, '2 h left'],
  [day + hour, '1 day 1 h left'],
  [9 * day + 5 * hour, '9 days 5 h left'],
  [10 * day + 5 * hour, '10 days left'],
  [364 * day, '364 days left'],
  [366 * day, '1 year 1 day left'],
  [3649 * day, '9 years left'],
  [-3 * hour, 'over since 3 h'],
  [-40, 'over since 40 s'],
])('%d seconds are said as "%s"', (seconds, text) => {
  expect(formatTimeLeft(seconds).replaceAll('\u00a0', ' ')).toBe(text);
});
