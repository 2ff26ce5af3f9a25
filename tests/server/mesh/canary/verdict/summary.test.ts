import { expect, test } from 'vitest';
import type { ComparedVersions } from '#lib/contract/canary-comparison.ts';
import { judgeSplit } from '#server/mesh/canary/verdict/judge-split.ts';
import { summaryOf } from '#server/mesh/canary/verdict/summary.ts';
import { everySlice, madeObservation, madeSplit } from '#tests/support/made-split.ts';

const split = madeSplit({ v1: 3, v2: 1 });

function summary(requests: Record<string, readonly (readonly number[])[]>, compared?: ComparedVersions) {
  const observation = madeObservation(requests);
  const judged = judgeSplit({
    split,
    observation,
    window: { fromSeconds: 0, toSeconds: 600 },
    pinned: new Map(),
    isGateway: () => false,
  });
  return summaryOf(judged, split, compared);
}

const good = everySlice([75, 25]);
const bad = everySlice([50, 50]);
const seldom = everySlice([1, 0]);

test.each([
  ['nobody calls', {}, 'No requests were counted in this time, so nothing can be judged.'],
  ['one caller, as configured', { 'shop/web': good }, 'Its only caller, web, is consistent.'],
  [
    'one caller that is not',
    { 'shop/web': bad },
    'Its only caller disagrees: web splits 50.0 / 50.0 instead of 75.0 / 25.0.',
  ],
  ['two that agree', { 'shop/a': good, 'shop/b': good }, 'Of two sources two are consistent.'],
  [
    'one of four disagrees',
    { 'shop/Checkout': bad, 'shop/a': good, 'shop/b': good, 'shop/c': seldom },
    'One of four sources disagrees: Checkout splits 50.0 / 50.0 instead of 75.0 / 25.0. Two are consistent, one has too few requests.',
  ],
])('%s', (_name, requests, text) => {
  expect(summary(requests)).toBe(text);
});

const version = {
  name: 'v2',
  isBaseline: false,
  requestCount: 1,
  failed: { count: 0 },
  byProxy: { count: 0 },
};
const difference = { text: '', difference: 0, low: 0, high: 0 };

test.each([
  [
    'equal',
    [{ ...version, errors: { ...difference, status: 'equal' as const } }],
    'Versions do not differ in errors.',
  ],
  ['slower', [{ ...version, tail: { ...difference, status: 'worse' as const } }], 'v2 is slower.'],
  [
    'out of reach',
    [{ ...version, proxyErrors: { ...difference, status: 'worse' as const } }],
    'proxies fail more often to reach v2.',
  ],
  [
    'longer, yet not slow',
    [{ ...version, body: { status: 'worse' as const, text: '', probabilitySlower: 0.6, z: 9, pValue: 0 } }],
    'v2 tends to take longer.',
  ],
  ['nothing known', [version], ''],
])('versions: %s', (_name, versions, text) => {
  const compared = { versions, testCount: 1, notes: [] };
  expect(summary({ 'shop/web': good }, compared)).toBe(`Its only caller, web, is consistent. ${text}`.trim());
});
