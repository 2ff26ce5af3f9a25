import { expect, test } from 'vitest';
import { countedInWindow } from '#server/mesh/canary/verdict/counted-in-window.ts';
import { judgeSplit } from '#server/mesh/canary/verdict/judge-split.ts';
import { everySlice, madeObservation, madeSplit } from '#tests/support/made-split.ts';

const observation = madeObservation(
  {
    'shop/web': [
      [5, 1],
      [6, 2],
      [7, 3],
    ],
  },
  {
    failures: [9, 0, 1].map((count) => ({ application: [count, count], proxyMade: [0, count] })),
    unassigned: [
      { flags: 'UH', code: '503', counts: [100, 1, 0] },
      { flags: 'NC', code: '503', counts: [0, 2, 2] },
      { flags: 'NR', code: '404', counts: [7, 0, 0] },
    ],
    foreign: [{ workload: 'old-v9', isShared: false, counts: [8, 0, 4] }],
  },
);

test('only slices of the window count, and what has nothing in them is left out', () => {
  const [source] = observation.sources;
  if (source === undefined) throw new Error('one source was made');
  expect(countedInWindow(source, { slices: [1, 2], versionCount: 2 })).toEqual({
    counted: [13, 5],
    proxyMade: [0, 1],
    unassigned: [
      { flags: 'NC', code: '503', count: 4 },
      { flags: 'UH', code: '503', count: 1 },
    ],
    foreign: [{ workload: 'old-v9', isShared: false, count: 4 }],
  });
});

test('a caller that only failed before the window is none of it', () => {
  const before = { unassigned: [{ flags: 'UH', code: '503', counts: [3, 0, 0] }] };
  const judged = judgeSplit({
    split: madeSplit({ v1: 3, v2: 1 }),
    observation: madeObservation({ 'shop/web': everySlice([0, 0], 3) }, before),
    window: { fromSeconds: 30, toSeconds: 90 },
    pinned: new Map(),
    isGateway: () => false,
  });
  expect(judged.sources).toEqual([]);
});
