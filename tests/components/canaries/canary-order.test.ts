import { expect, test } from 'vitest';
import { compareCanaries, countVerdicts } from '#components/canaries/canary-order.ts';
import type { CanaryItem, CanaryStatus } from '#lib/contract/canaries.ts';
import { makeCanary } from '#tests/support/make-canary.ts';

function named(name: string, status: CanaryStatus, fields: Partial<CanaryItem> = {}): CanaryItem {
  const object = { kind: 'HTTPRoute', namespace: 'shop', name };
  return makeCanary({ object, verdict: { status, text: '' }, ...fields });
}

const items = [
  named('few', 'insufficient'),
  named('odd-and-few', 'insufficient', { requestCount: 0, problems: [{ id: 'sum', text: 'Sum 110.' }] }),
  named('well-and-busy', 'consistent', { requestCount: 9000 }),
  named('well-10', 'consistent', { requestCount: 10 }),
  named('well-9', 'consistent', { requestCount: 10 }),
  named('pinned', 'mixed'),
  named('wrong', 'mismatch'),
  named('slightly', 'minor'),
];

test('the worst comes first, then odd rules, then busy ones, then by name', () => {
  expect([...items].sort(compareCanaries).map(({ object }) => object.name)).toEqual([
    'wrong',
    'slightly',
    'pinned',
    'well-and-busy',
    'well-9',
    'well-10',
    'odd-and-few',
    'few',
  ]);
});

test('verdicts are counted in the order of urgency, and those that none has are left out', () => {
  expect(countVerdicts(items)).toEqual([
    { status: 'mismatch', count: 1 },
    { status: 'minor', count: 1 },
    { status: 'mixed', count: 1 },
    { status: 'consistent', count: 3 },
    { status: 'insufficient', count: 2 },
  ]);
  expect(countVerdicts(items.slice(0, 2))).toEqual([{ status: 'insufficient', count: 2 }]);
});
