import { expect, test } from 'vitest';
import { countVerdicts } from '#components/canaries/verdict-order.ts';
import type { CanaryStatus } from '#lib/contract/canaries.ts';
import { makeCanary } from '#tests/support/make-canary.ts';

test.each<[statuses: CanaryStatus[], expected: [CanaryStatus, number][]]>([
  [[], []],
  [
    ['insufficient', 'consistent', 'mismatch', 'consistent', 'minor', 'mixed'],
    [
      ['mismatch', 1],
      ['minor', 1],
      ['mixed', 1],
      ['consistent', 2],
      ['insufficient', 1],
    ],
  ],
  [['insufficient', 'insufficient'], [['insufficient', 2]]],
])('%j are counted in the order of urgency', (statuses, expected) => {
  const items = statuses.map((status) => makeCanary({ verdict: { status, text: '' } }));
  expect(countVerdicts(items).map(({ status, count }) => [status, count])).toEqual(expected);
});
