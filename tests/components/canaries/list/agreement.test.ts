import { expect, test } from 'vitest';
import { agreementText } from '#components/canaries/list/agreement.ts';
import type { CanaryStatus } from '#lib/contract/canaries.ts';
import { makeSource } from '#tests/support/make-canary.ts';

test.each<[statuses: CanaryStatus[], expected: string]>([
  [[], 'none called'],
  [['consistent'], '1 of 1 agrees'],
  [['consistent', 'minor'], 'all 2 agree'],
  [['insufficient', 'mixed'], '2 not decided'],
  [['mismatch', 'consistent', 'consistent', 'consistent'], '3 of 4 agree; mismatch: web-0'],
  [['mismatch', 'mismatch'], '0 of 2 agree; mismatch: web-0, web-1'],
  [['consistent', 'insufficient', 'mixed'], '1 of 3 agree; 2 not decided'],
  [['mismatch', 'insufficient'], '0 of 2 agree; mismatch: web-0; 1 not decided'],
])('%j are told as "%s"', (statuses, expected) => {
  const sources = statuses.map((status, index) => makeSource(`web-${index}`, status));
  expect(agreementText({ sources })).toBe(expected);
});

test('without telemetry nobody is said not to have called', () => {
  expect(agreementText({ sources: [], unobserved: 'Prometheus is down.' })).toBe('not observed');
});
