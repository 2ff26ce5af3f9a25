import { expect, test } from 'vitest';
import { pinsOfCaller } from '#server/mesh/canary/pins-of-caller.ts';
import { judgeSplit } from '#server/mesh/canary/verdict/judge-split.ts';
import { everySlice, madeObservation, madePin, madeSplit } from '#tests/support/made-split.ts';

const forAll = madePin([1]);
const forOne = { ...madePin([0, 1]), callers: ['shop/reviews-v2'] };
const split = madeSplit({ v1: 90, v2: 10 }, { pins: [forAll, forOne] });

test('a rule by source labels is met by those callers alone', () => {
  expect(pinsOfCaller(split, { namespace: 'shop', workload: 'reviews-v2' })).toEqual([forAll, forOne]);
  expect(pinsOfCaller(split, { namespace: 'shop', workload: 'web' })).toEqual([forAll]);
});

test('without access logs it leaves the verdict open for those callers alone', () => {
  const requests = everySlice([180, 20]);
  const observation = madeObservation({ 'shop/reviews-v2': requests, 'shop/web': requests });
  const { sources } = judgeSplit({
    split: { ...split, pins: [forOne] },
    observation,
    window: { fromSeconds: 0, toSeconds: 600 },
    pinned: new Map(),
    isGateway: () => false,
  });
  expect(sources.map(({ workload, status }) => [workload, status])).toEqual([
    ['reviews-v2', 'mixed'],
    ['web', 'consistent'],
  ]);
});

test('for callers that sent nothing it leaves nothing open', () => {
  const requests = everySlice([9, 1], 10);
  const names = Array.from({ length: 30 }, (_, caller) => `shop/web-${caller}`);
  const judged = judgeSplit({
    split: { ...split, pins: [forOne] },
    observation: madeObservation(Object.fromEntries(names.map((name) => [name, requests]))),
    window: { fromSeconds: 0, toSeconds: 300 },
    pinned: new Map(),
    isGateway: () => false,
  });
  expect([judged.sources[0]?.status, judged.status]).toEqual(['insufficient', 'consistent']);
});
