import { expect, test } from 'vitest';
import { whatIfOf } from '#components/canaries/detail/aside/what-if-of.ts';
import { makeVersion } from '#tests/support/make-canary.ts';

const window = { from: '2026-11-21T02:00:00Z', to: '2026-11-21T02:10:00Z', reason: '' };

test('the question begins with the version’s shares and the rate of what was counted', () => {
  const versions = [makeVersion('v1', 0.75, 3010), makeVersion('v2', 0.25, 1003)];
  const asked = whatIfOf({ versions, requestCount: 1200, window }, 1);
  expect(asked.configuredPercent).toBe(25);
  expect(asked.actualPercent).toBeCloseTo(24.99, 1);
  expect(asked.requestsPerSecond).toBe(2);
});

test('without a request there is no rate, and nothing but the configured share to ask of', () => {
  const versions = [makeVersion('v1', 0.9), makeVersion('v2', 0.1)];
  expect(whatIfOf({ versions, requestCount: 0, window }, 1)).toEqual({
    configuredPercent: 10,
    actualPercent: 10,
  });
});
