import { expect, test } from 'vitest';
import { clockShiftMs, moveTimes } from '#server/sources/recording/clock-shift.ts';

const hourMs = 3_600_000;

test('the shift is the distance from the recording’s now, in whole minutes', () => {
  expect(clockShiftMs(Date.UTC(2026, 10, 21, 2, 2))).toBe(0);
  expect(clockShiftMs(Date.UTC(2026, 10, 21, 3, 2, 59))).toBe(hourMs);
  expect(clockShiftMs(Date.UTC(2026, 10, 21, 2, 1, 30))).toBe(-60_000);
});

test('times anywhere in a value are moved, with their fraction kept', () => {
  const value = {
    at: '2026-11-21T01:59:39Z',
    deep: [{ sentTime: '2026-11-21T23:59:39.285394378Z' }],
    nonce: '2026-11-21T01:59:39Z/3641a',
    text: 'none',
    count: 3,
    nothing: null,
  };
  expect(moveTimes(value, hourMs)).toEqual({
    at: '2026-11-21T02:59:39Z',
    deep: [{ sentTime: '2026-11-22T00:59:39.285394378Z' }],
    nonce: '2026-11-21T01:59:39Z/3641a',
    text: 'none',
    count: 3,
    nothing: null,
  });
});
