import fc from 'fast-check';
import { expect, test } from 'vitest';
import { formatDuration, parseDurationSeconds } from '#lib/duration.ts';

test.each([
  ['30s', 30],
  ['10m', 600],
  ['1h30m', 5400],
  ['7d', 604_800],
  ['', undefined],
  ['10', undefined],
  ['10 m', undefined],
  ['5x', undefined],
  ['30m1h', undefined],
])('"%s" is %s seconds', (text, seconds) => {
  expect(parseDurationSeconds(text)).toBe(seconds);
});

test('what is written can be read again', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 90 * 86_400 }), (seconds) => {
      expect(parseDurationSeconds(formatDuration(seconds))).toBe(seconds);
    }),
  );
});
