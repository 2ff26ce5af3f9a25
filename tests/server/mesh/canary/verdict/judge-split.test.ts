import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { unitSpace } from '#lib/format-number.ts';
import type { PinnedSource } from '#server/mesh/canary/pins/pinned-source.ts';
import type { Split } from '#server/mesh/canary/split.ts';
import { type JudgedSplit, judgeSplit } from '#server/mesh/canary/verdict/judge-split.ts';
import { everySlice, madeObservation, madePin, madeSplit } from '#tests/support/made-split.ts';

type Requests = Record<string, readonly (readonly number[])[]>;

function judge(
  split: Split,
  requests: Requests,
  { pinned = {}, gateways = [] }: { pinned?: Record<string, PinnedSource>; gateways?: string[] } = {},
): JudgedSplit {
  const observation = madeObservation(requests);
  return judgeSplit({
    split,
    observation,
    window: { fromSeconds: 0, toSeconds: 30 * observation.slices.length },
    pinned: new Map(Object.entries(pinned)),
    isGateway: (key) => gateways.includes(key),
  });
}

describe('one caller', () => {
  const cases: [
    name: string,
    weights: Record<string, number>,
    slice: readonly number[],
    status: string,
    text: string,
  ][] = [
    ['as configured', { v1: 90, v2: 10 }, [180, 20], 'consistent', 'decided'],
    ['half instead of a quarter', { v1: 3, v2: 1 }, [25, 25], 'mismatch', '25 points over'],
    ['half instead of 90', { v1: 90, v2: 10 }, [100, 100], 'mismatch', '40 points over'],
    ['nothing at all of 10 %', { v1: 90, v2: 10 }, [100, 0], 'mismatch', '10 points under'],
    ['proven, but within 5 points', { v1: 75, v2: 25 }, [7300, 2700], 'minor', '2.0 points over'],
    [
      'too few',
      { v1: 90, v2: 10 },
      [2, 0],
      'insufficient',
      `2,322 more, about 9${unitSpace}h 40${unitSpace}min`,
    ],
    ['no requests', { v1: 90, v2: 10 }, [0, 0], 'insufficient', 'no requests'],
    ['weight 0 gets nothing', { v1: 100, v2: 0 }, [50, 0], 'consistent', 'decided'],
    ['weight 0 gets something', { v1: 100, v2: 0 }, [50, 1], 'mismatch', 'v2 gets 2.0 %, its weight is 0'],
    [
      'three versions, the worst is named',
      { v1: 25, v2: 25, v3: 50 },
      [40, 25, 35],
      'mismatch',
      'v1 15 points over',
    ],
    ['sum 110', { v1: 90, v2: 20 }, [90, 20], 'consistent', 'decided'],
    ['sum 90', { v1: 80, v2: 10 }, [80, 10], 'consistent', 'decided'],
    ['one version has all the weight', { v1: 100 }, [50], 'consistent', 'decided'],
  ];
  test.each(cases)('%s', (_name, weights, slice, status, text) => {
    const judged = judge(madeSplit(weights), { 'shop/web': everySlice(slice) });
    expect([judged.status, judged.text]).toEqual([status, text]);
  });

  test.each<[requests: number, status: string, text: string]>([
    [5, 'insufficient', `11 more, about 22${unitSpace}min`],
    [16, 'consistent', 'decided'],
  ])('of %d requests to a version of weight 100 is said what they lack', (requests, status, text) => {
    const slices = [...everySlice([0, 0], 19), [requests, 0]];
    const judged = judge(madeSplit({ v1: 100, v2: 0 }), { 'shop/web': slices });
    expect([judged.status, judged.text]).toEqual([status, text]);
  });

  test('a few strays to weight 0 are no mismatch', () => {
    const requests = [[1000, 4], ...everySlice([1000, 0], 9)];
    expect(judge(madeSplit({ v1: 100, v2: 0 }), { 'shop/web': requests }).status).toBe('consistent');
  });

  test('says when it was decided', () => {
    const { sources } = judge(madeSplit({ v1: 90, v2: 10 }), {
      'shop/web': [...everySlice([9, 1], 4), ...everySlice([5, 5], 6)],
    });
    expect(sources[0]?.decidedAtSeconds).toBe(210);
  });

  test('bursts that are no chance scale the evidence down', () => {
    const bursts = Array.from({ length: 40 }, (_, slice) => (slice % 4 === 0 ? [0, 20] : [20, 0]));
    const [source] = judge(madeSplit({ v1: 80, v2: 20 }), { 'shop/web': bursts }).sources;
    expect(source?.dispersion?.isOver).toBe(true);
    expect(source?.status).not.toBe('mismatch');
  });
});

describe('several callers', () => {
  test('the worst decided one gives the verdict, and is named', () => {
    const judged = judge(madeSplit({ v1: 3, v2: 1 }), {
      'shop/web': everySlice([75, 25]),
      'shop/checkout': everySlice([50, 50]),
      'shop/seldom': everySlice([1, 0]),
    });
    expect([judged.status, judged.text]).toEqual(['mismatch', 'checkout: 25 points over']);
    expect(judged.sources.map(({ workload, status }) => [workload, status])).toEqual([
      ['checkout', 'mismatch'],
      ['web', 'consistent'],
      ['seldom', 'insufficient'],
    ]);
  });

  test('many that send too little are judged together', () => {
    const callers = Object.fromEntries(
      Array.from({ length: 40 }, (_, caller) => [`shop/caller-${caller}`, everySlice([3, 1])]),
    );
    const judged = judge(madeSplit({ v1: 3, v2: 1 }), callers);
    expect(new Set(judged.sources.map(({ status }) => status))).toEqual(new Set(['insufficient']));
    expect(judged.status).toBe('consistent');
  });

  test('a single one is all of them, so the route’s verdict is its own', () => {
    const judged = judge(madeSplit({ v1: 90, v2: 10 }), { 'shop/web': everySlice([30, 5]) });
    expect(judged.all).toBe(judged.sources[0]);
    expect([judged.status, judged.text]).toEqual([judged.sources[0]?.status, judged.sources[0]?.text]);
  });

  test('who addresses a backend of a gateway’s route directly is not judged by it', () => {
    const split = madeSplit(
      { v1: 90, v2: 10 },
      { isMesh: false, gatewayWorkloads: ['shop/gateway'], services: [] },
    );
    const judged = judge(
      split,
      { 'shop/gateway': everySlice([180, 20]), 'shop/web': everySlice([0, 50]) },
      { gateways: ['shop/gateway'] },
    );
    expect(judged.status).toBe('consistent');
    expect(judged.direct.map(({ workload }) => workload)).toEqual(['web']);
  });

  test('who asks for the routed host and is not bound to the route is judged', () => {
    const split = madeSplit({ v1: 90, v2: 10 }, { isMesh: false, gatewayWorkloads: ['shop/gateway'] });
    expect(judge(split, { 'shop/web': everySlice([50, 50]) }).status).toBe('mismatch');
  });
});

describe('requests that other rules sent', () => {
  const split = madeSplit({ v1: 90, v2: 10 }, { pins: [madePin([1])] });
  const measured = { isMeasured: true, lines: 500, pinnedShares: [0, 0.5], why: 'of 500 lines' };
  const unmeasured = { isMeasured: false, lines: 0, pinnedShares: [0, 0], why: 'no access log' };

  test('are taken out where logs tell them apart', () => {
    const judged = judge(split, { 'shop/web': everySlice([180, 40]) }, { pinned: { 'shop/web': measured } });
    expect([judged.status, judged.sources[0]?.versions[1]?.count]).toEqual(['consistent', 400]);
  });

  test('make counts inexact where few lines told them apart', () => {
    const requests = { 'shop/web': everySlice([90_000, 20_900]) };
    const of = (linesByVersion: readonly number[]) =>
      judge(split, requests, { pinned: { 'shop/web': { ...measured, linesByVersion } } }).status;
    expect([of([900, 200]), of([1_800_000, 418_000])]).toEqual(['consistent', 'minor']);
  });

  test('are no reason to judge a caller whose every line names a version’s own Service', () => {
    const direct = { ...unmeasured, lines: 3, directLines: 3 };
    const judged = judge(
      split,
      { 'shop/web': everySlice([180, 20]), 'shop/reports': everySlice([20, 0]) },
      { pinned: { 'shop/reports': direct, 'shop/web': { ...measured, pinnedShares: [0, 0] } } },
    );
    expect([judged.status, judged.direct.map(({ workload }) => workload)]).toEqual([
      'consistent',
      ['reports'],
    ]);
  });

  test('leave the verdict open where they cannot be told apart', () => {
    const judged = judge(
      split,
      { 'shop/web': everySlice([180, 40]) },
      { pinned: { 'shop/web': unmeasured } },
    );
    expect([judged.status, judged.text]).toEqual(['mixed', 'v2 between 0.0 and 18.2 %']);
  });

  test('cannot excuse what they could not have caused', () => {
    const judged = judge(split, { 'shop/web': everySlice([200, 2]) }, { pinned: { 'shop/web': unmeasured } });
    expect(judged.status).toBe('mismatch');
  });

  test('cannot excuse strays to a version of weight 0 that they do not lead to, nor make one of a few', () => {
    const pinned = madeSplit({ v1: 50, v2: 50, v3: 0 }, { pins: [madePin([1])] });
    const of = (requests: Requests[string]) => judge(pinned, { 'shop/web': requests }).status;
    expect([
      of([[0, 0, 20], ...everySlice([50, 60, 0])]),
      of([[0, 0, 1], ...everySlice([50, 80, 0])]),
      of(everySlice([50, 80, 0])),
    ]).toEqual(['mismatch', 'mixed', 'mixed']);
  });

  test('do not matter to a caller that reached none of their versions', () => {
    const other = madeSplit({ v1: 100, v2: 0 }, { pins: [madePin([1])] });
    expect(judge(other, { 'shop/web': everySlice([50, 0]) }).status).toBe('consistent');
  });
});

test('a verdict does not depend on the order of versions', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 99 }),
      fc.array(fc.tuple(fc.nat(200), fc.nat(200)), { minLength: 1, maxLength: 40 }),
      (weight, slices) => {
        const one = judge(madeSplit({ a: weight, b: 100 - weight }), { 'shop/web': slices });
        const other = judge(madeSplit({ b: 100 - weight, a: weight }), {
          'shop/web': slices.map(([a, b]) => [b, a]),
        });
        expect(one.status).toBe(other.status);
        expect(one.sources[0]?.evidenceLog10 ?? 0).toBeCloseTo(other.sources[0]?.evidenceLog10 ?? 0, 8);
      },
    ),
  );
});
