import { expect, test } from 'vitest';
import { clockShiftMs } from '#server/sources/recording/clock-shift.ts';

const hourMs = 3_600_000;

test('the shift is the distance from the recording’s now, in whole minutes', () => {
  expect(clockShiftMs(Date.UTC(2026, 10, 21, 2, 2))).toBe(0);
  expect(clockShiftMs(Date.UTC(2026, 10, 21, 3, 2, 59))).toBe(hourMs);
  expect(clockShiftMs(Date.UTC(2026, 10, 21, 2, 1, 30))).toBe(-60_000);
});
