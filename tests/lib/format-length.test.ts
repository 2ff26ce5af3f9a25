import { expect, test } from 'vitest';
import { formatLength } from '#lib/format-length.ts';

test.each<[seconds: number, expected: string]>([
  [0.4, '0 s'],
  [40, '40 s'],
  [90, '1 min'],
  [3600, '1 h'],
  [86_220, '23 h 57 min'],
  [90_000, '1 day 1 h'],
  [31_449_600, '364 days'],
  [34_300_000, '1 year 31 days'],
  [70_000_000, '2 years'],
])('%s seconds are %s', (seconds, expected) => {
  expect(formatLength(seconds).replaceAll('\u00a0', ' ')).toBe(expected);
});
