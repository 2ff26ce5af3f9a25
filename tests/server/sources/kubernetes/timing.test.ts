import fc from 'fast-check';
import { expect, test } from 'vitest';
import { backOffMs, defaultTiming } from '#server/sources/kubernetes/timing.ts';

test('the back-off doubles from half a second to twelve, and half of it is chance', () => {
  const longest = [0, 1, 2, 3, 4, 5, 6].map((attempt) =>
    backOffMs({ attempt, timing: defaultTiming, random: 1 }),
  );
  expect(longest).toEqual([500, 1_000, 2_000, 4_000, 8_000, 12_000, 12_000]);
  expect(backOffMs({ attempt: 1, timing: defaultTiming, random: 0 })).toBe(500);
});

test('one attempt that hangs and the longest back-off after it are over within 30 s', () => {
  fc.assert(
    fc.property(fc.nat(1_000), fc.double({ min: 0, max: 1, noNaN: true }), (attempt, random) => {
      const waited = defaultTiming.answerMs + backOffMs({ attempt, timing: defaultTiming, random });
      return waited <= 25_000 && waited >= defaultTiming.answerMs + 250;
    }),
  );
  expect(defaultTiming.quietMs).toBeLessThan(30_000);
});
