import { expect, test } from 'vitest';
import type { ObservedSource } from '#server/mesh/canary/observed.ts';
import { sourceDetail } from '#server/mesh/canary/source-detail.ts';
import type { Split } from '#server/mesh/canary/split.ts';
import { judgeSplit } from '#server/mesh/canary/verdict/judge-split.ts';
import { madeObservation, madeSplit } from '#tests/support/made-split.ts';

/** The one source of a split, as the page shows it. */
function detailOf(observed: Partial<ObservedSource>, more: Partial<Split> = {}) {
  const split = madeSplit({ v1: 3, v2: 1 }, more);
  const [source] = judgeSplit({
    split,
    observation: madeObservation({ 'shop/web': [[3, 1]] }, observed),
    window: { fromSeconds: 0, toSeconds: 30 },
    pinned: new Map(),
    isGateway: () => false,
  }).sources;
  if (source === undefined) throw new Error('shop/web is no source');
  return sourceDetail(source, { split, proxies: [] });
}

const foreign = (workload: string, count: number, isShared = false) => ({
  workload,
  isShared,
  counts: [count],
});

test.each<[string, Partial<ObservedSource>, Partial<Split>, string[]]>([
  ['nothing special', {}, {}, []],
  [
    'workloads that are no versions',
    { foreign: [foreign('catalog-v9', 1), foreign('unknown', 1204)] },
    {},
    [
      '1,204 requests to the same hosts reached a workload that telemetry does not name.',
      '1 request to the same hosts reached catalog-v9, which is no version of this split.',
    ],
  ],
  [
    'a workload of several versions, by connections',
    { foreign: [foreign('catalog', 2, true)] },
    { protocol: 'tcp' },
    [
      '2 connections to the same hosts reached catalog, which is behind several versions of this split, so they belong to none.',
    ],
  ],
  ['a waypoint', { reporter: 'waypoint' }, {}, ['Its waypoint chooses the version and reports it.']],
])('%s is told of a source', (_, observed, more, notes) => {
  expect(detailOf(observed, more).notes).toEqual(notes);
});

test('what failed without a version has its flags in words, and unknown flags as they are', () => {
  const unassigned = [
    { flags: 'UH', code: '503', counts: [3] },
    { flags: 'QQ', code: '503', counts: [2] },
    { flags: '-', code: '500', counts: [1] },
  ];
  expect(detailOf({ unassigned }).unassigned).toEqual([
    { flags: 'UH', code: '503', count: 3, text: expect.stringMatching(/healthy/) },
    { flags: 'QQ', code: '503', count: 2, text: 'QQ' },
    { flags: '-', code: '500', count: 1, text: 'Answered with 500.' },
  ]);
});

test('who reached no version at all is not said to be silent', () => {
  const failed = { requests: [[0, 0]], unassigned: [{ flags: 'NC', code: '503', counts: [9] }] };
  expect(detailOf(failed).verdict).toEqual({ status: 'insufficient', text: 'none reached a version' });
});

test('who only reached workloads of several versions is a source nevertheless', () => {
  const only = { requests: [[0, 0]], foreign: [foreign('catalog', 2, true)] };
  expect(detailOf(only)).toMatchObject({ requestCount: 0, verdict: { text: 'no requests' } });
});
