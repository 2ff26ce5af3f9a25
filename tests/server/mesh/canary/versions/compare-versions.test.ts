import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type ComparedVersion, comparedVersionsSchema } from '#lib/contract/canaries.ts';
import type { LatencyBuckets } from '#server/mesh/canary/observed.ts';
import { compareVersions } from '#server/mesh/canary/versions/compare-versions.ts';
import type { ComparisonInput } from '#server/mesh/canary/versions/comparison-input.ts';

/** One caller, the same in each of 40 slices; `application` and `proxyMade` are failures by version. */
type Slice = { requests: readonly number[]; application?: readonly number[]; proxyMade?: readonly number[] };
const sliceCount = 40;

function caller({ requests, application = [], proxyMade = [] }: Slice): ComparisonInput['sources'][number] {
  return {
    requests: Array.from({ length: sliceCount }, () => requests),
    failures: Array.from({ length: sliceCount }, () => ({ application, proxyMade })),
  };
}

type Asked = {
  weights: Record<string, number>;
  callers?: readonly Slice[];
  latency?: readonly (LatencyBuckets | undefined)[];
  protocol?: ComparisonInput['split']['protocol'];
};

function compare({ weights, callers = [], latency = [], protocol = 'http' }: Asked) {
  const compared = compareVersions({
    split: { protocol, versions: Object.entries(weights).map(([name, weight]) => ({ name, weight })) },
    sources: callers.map(caller),
    slices: Array.from({ length: sliceCount }, (_, slice) => slice),
    latency,
  });
  return comparedVersionsSchema.parse(compared);
}

/** Requests up to 10, 25, 50, 100 ms and above. */
function buckets(...counts: number[]): LatencyBuckets {
  return [10, 25, 50, 100, Number.POSITIVE_INFINITY].map((upToMs, index) => ({
    upToMs,
    count: counts[index] ?? 0,
  }));
}

describe('the baseline', () => {
  test.each([
    [{ v1: 90, v2: 10 }, 'v1'],
    [{ v1: 10, v2: 90 }, 'v2'],
    [{ v1: 50, v2: 50 }, 'v1'],
    [{ v1: 25, v2: 25, v3: 50 }, 'v3'],
    [{ v1: 0, v2: 0 }, 'v1'],
  ])('of %j is %s', (weights, name) => {
    const { versions } = compare({ weights, callers: [{ requests: [10, 10, 10] }] });
    expect(versions.filter(({ isBaseline }) => isBaseline).map((version) => version.name)).toEqual([name]);
    expect(versions.map((version) => version.name)).toEqual(Object.keys(weights));
  });
});

describe('failures of 36,000 requests to v1 and 4,000 to v2', () => {
  const weights = { v1: 90, v2: 10 };
  const cases: [failed: [number, number], status: string, text: string][] = [
    [[9, 1], 'equal', 'errors equal'],
    // The interval reaches two hundredths of a point beyond what is tolerated.
    [[18, 2], 'undecided', 'errors undecided'],
    [[0, 0], 'equal', 'errors equal'],
    [[18, 6], 'worse', 'more errors, +4.0 points'],
    [[90, 2], 'better', 'fewer errors, −8.0 points'],
    // A rare failure that becomes ten times as frequent, though within half a point.
    [[0.45, 0.5], 'worse', 'more errors, +0.5 points'],
  ];
  test.each(cases)('%j a slice: %s', ([theirs, ours], status, text) => {
    const { versions } = compare({
      weights,
      callers: [{ requests: [900, 100], application: [theirs, ours] }],
    });
    expect(versions[1]?.errors).toMatchObject({ status, text });
    expect(versions[0]).not.toHaveProperty('errors');
  });

  test('the difference has its interval, and both versions their counts', () => {
    const { versions } = compare({ weights, callers: [{ requests: [900, 100], application: [18, 6] }] });
    expect(versions[0]?.failed).toMatchObject({ count: 720, estimate: { share: 0.02 } });
    expect(versions[1]?.failed).toMatchObject({ count: 240, estimate: { share: 0.06 } });
    const { difference, low, high, evidenceLog10 } = versions[1]?.errors ?? {
      difference: 0,
      low: 0,
      high: 0,
    };
    expect(difference).toBeCloseTo(0.04, 12);
    expect(low).toBeCloseTo(0.0331, 3);
    expect(high).toBeCloseTo(0.0479, 3);
    expect(evidenceLog10).toBeGreaterThan(2);
  });

  test('failures that proxies made are compared apart', () => {
    const { versions } = compare({
      weights,
      callers: [{ requests: [900, 100], application: [9, 1], proxyMade: [0, 9] }],
    });
    expect(versions[1]?.byProxy).toMatchObject({ count: 360, estimate: { share: 0.09 } });
    expect(versions[1]?.errors?.status).toBe('equal');
    expect(versions[1]?.proxyErrors).toMatchObject({
      status: 'worse',
      text: 'more failures by proxies, +9.0 points',
    });
  });

  test('a caller who fails more and splits otherwise does not make a version worse', () => {
    const callers = [
      { requests: [900, 100], application: [0, 0] },
      { requests: [100, 900], application: [20, 180] },
    ];
    const { versions } = compare({ weights, callers });
    // All together v2 fails nine times as often.
    expect(versions[1]?.errors?.difference).toBeCloseTo(0.16, 12);
    expect(versions[1]?.errors?.status).toBe('undecided');
    expect(versions[1]?.errors?.evidenceLog10).toBeLessThan(0);
  });

  test('few requests decide nothing', () => {
    const { versions } = compare({ weights, callers: [{ requests: [9, 1], application: [0.1, 0.025] }] });
    expect(versions[1]?.errors).toMatchObject({ status: 'undecided', text: 'errors undecided' });
  });

  test('what is certainly not worse passes, though it may be better', () => {
    const { versions } = compare({ weights, callers: [{ requests: [90, 10], application: [1, 0] }] });
    expect(versions[1]?.errors).toMatchObject({ status: 'equal', text: 'no more errors' });
    expect(versions[1]?.errors?.evidenceLog10).toBeLessThan(2);
  });
});

describe('response times', () => {
  const asked = { weights: { v1: 75, v2: 25 }, callers: [{ requests: [750, 250] }] };
  const baseline = buckets(9000, 8000, 2500, 400, 100);

  test('slow is above the baseline’s 95th percentile, rounded up to a bound', () => {
    const { slowAboveMs, versions } = compare({
      ...asked,
      latency: [baseline, buckets(4500, 4000, 1250, 200, 50)],
    });
    expect(slowAboveMs).toBe(50);
    expect(versions[0]?.slower).toMatchObject({ count: 500, estimate: { share: 0.025 } });
    expect(versions[1]?.slower).toMatchObject({ count: 250, estimate: { share: 0.025 } });
    expect(versions[1]?.tail).toMatchObject({ status: 'equal', text: 'slow requests equal', difference: 0 });
    expect(versions[1]?.body).toMatchObject({
      status: 'equal',
      text: 'response times equal',
      probabilitySlower: 0.5,
    });
  });

  test('a longer tail is found where the body hardly moves', () => {
    const { versions } = compare({ ...asked, latency: [baseline, buckets(4300, 3800, 1200, 300, 400)] });
    expect(versions[1]?.tail).toMatchObject({ status: 'worse', text: 'slower, +4.5 points' });
    expect(versions[1]?.body).toMatchObject({ status: 'equal' });
  });

  test('a body that moved is found where the tail is the same', () => {
    const { versions } = compare({ ...asked, latency: [baseline, buckets(2000, 6000, 1750, 200, 50)] });
    expect(versions[1]?.tail).toMatchObject({ status: 'equal' });
    expect(versions[1]?.body?.status).toBe('worse');
    expect(versions[1]?.body?.text.replaceAll('\u00a0', ' ')).toBe(
      'response times longer, in 61.9 % of pairs',
    );
  });

  test('a faster version is better', () => {
    const { versions } = compare({ ...asked, latency: [baseline, buckets(9000, 900, 100, 0, 0)] });
    expect(versions[1]?.tail).toMatchObject({ status: 'better', text: 'faster, −2.5 points' });
    expect(versions[1]?.body?.status).toBe('better');
  });

  test('quantiles are intervals, open above the last bucket', () => {
    const { versions } = compare({ ...asked, latency: [baseline, buckets(0, 0, 0, 10, 10)] });
    expect(versions[0]?.quantiles).toEqual({
      p50: { fromMs: 10, toMs: 25 },
      p95: { fromMs: 25, toMs: 50 },
      p99: { fromMs: 50, toMs: 100 },
    });
    expect(versions[1]?.quantiles).toEqual({
      p50: { fromMs: 50 },
      p95: { fromMs: 100 },
      p99: { fromMs: 100 },
    });
  });

  test('where even more is in the last bucket, slow is above the last bound', () => {
    const { slowAboveMs } = compare({
      ...asked,
      latency: [buckets(0, 0, 0, 10, 90), buckets(0, 0, 0, 10, 90)],
    });
    expect(slowAboveMs).toBe(100);
  });

  test('only bounds that all versions have can be one to be slower than', () => {
    const other = [20, 80, Number.POSITIVE_INFINITY].map((upToMs) => ({ upToMs, count: 100 }));
    const { slowAboveMs, versions } = compare({ ...asked, latency: [baseline, other] });
    expect(slowAboveMs).toBeUndefined();
    expect(versions[1]).not.toHaveProperty('tail');
  });
});

describe('what cannot be compared says why', () => {
  const second = (asked: Asked): Partial<ComparedVersion> => compare(asked).versions[1] ?? {};
  const times = buckets(5, 5);
  test.each<[string, Asked, string]>([
    ['no requests', { weights: { v1: 1, v2: 1 }, callers: [{ requests: [10, 0] }] }, 'It had no requests.'],
    ['no callers', { weights: { v1: 1, v2: 1 } }, 'It had no requests.'],
    [
      'no requests to the baseline',
      { weights: { v1: 1, v2: 1 }, callers: [{ requests: [0, 10] }] },
      'v1, the baseline, had no requests.',
    ],
    [
      'no histogram',
      { weights: { v1: 1, v2: 1 }, callers: [{ requests: [10, 10] }], latency: [times, undefined] },
      'Response times are not compared: not both versions have a histogram of them.',
    ],
    [
      'connections',
      { weights: { v1: 1, v2: 1 }, callers: [{ requests: [10, 10] }], protocol: 'tcp' },
      'Connections have neither application errors nor response times.',
    ],
    [
      'no connections',
      { weights: { v1: 1, v2: 1 }, callers: [{ requests: [10, 0] }], protocol: 'tls' },
      'It had no connections.',
    ],
  ])('%s', (_, asked, because) => {
    expect(second(asked).because).toBe(because);
  });

  test('one version only', () => {
    const { versions, testCount } = compare({ weights: { v1: 100 }, callers: [{ requests: [10] }] });
    expect(versions).toMatchObject([
      { name: 'v1', isBaseline: true, because: 'There is no other version to compare with.' },
    ]);
    expect(testCount).toBe(0);
  });

  test('a version without requests has no shares', () => {
    const version = second({ weights: { v1: 1, v2: 1 }, callers: [{ requests: [10, 0] }] });
    expect(version).toMatchObject({ requestCount: 0, failed: { count: 0 }, byProxy: { count: 0 } });
    expect(version.failed).not.toHaveProperty('estimate');
    expect(version).not.toHaveProperty('errors');
  });

  test('connections are compared by what proxies say of them', () => {
    const version = second({
      weights: { v1: 1, v2: 1 },
      callers: [{ requests: [100, 100], proxyMade: [0, 10] }],
      protocol: 'tcp',
    });
    expect(version.proxyErrors?.status).toBe('worse');
    expect(version).not.toHaveProperty('errors');
  });
});

test('tests are counted, and what many of them mean is told', () => {
  const latency = [buckets(9000, 800, 200), buckets(900, 80, 20), buckets(900, 80, 20)];
  const { testCount, notes } = compare({
    weights: { v1: 80, v2: 10, v3: 10 },
    callers: [{ requests: [80, 10, 10] }],
    latency,
  });
  expect(testCount).toBe(8);
  expect(notes.map((note) => note.replaceAll('\u00a0', ' '))).toEqual([
    'Slow is above 25 ms, the 95th percentile of v1 rounded up to a bucket’s bound.',
    'Each test errs in at most one of a hundred cases, so where versions are alike one of 8 still does in up to 8 of a hundred.',
  ]);
});

test('whatever was counted is answered as the contract says', () => {
  const odd = fc.oneof(fc.nat(1000), fc.constantFrom(Number.NaN, -1, Number.POSITIVE_INFINITY, 0.5));
  const row = fc.array(odd, { maxLength: 3 });
  const histogram = fc.option(
    fc.array(fc.record({ upToMs: fc.oneof(odd, fc.constant(Number.POSITIVE_INFINITY)), count: odd }), {
      maxLength: 4,
    }),
    { nil: undefined },
  );
  const input = fc.record({
    weights: fc.array(odd, { maxLength: 3 }),
    requests: fc.array(row, { maxLength: 3 }),
    application: fc.array(row, { maxLength: 3 }),
    proxyMade: fc.array(row, { maxLength: 3 }),
    latency: fc.array(histogram, { maxLength: 3 }),
  });
  fc.assert(
    fc.property(input, ({ weights, requests, application, proxyMade, latency }) => {
      const failures = application.map((counts, slice) => ({
        application: counts,
        proxyMade: proxyMade[slice] ?? [],
      }));
      const compared = compareVersions({
        split: {
          protocol: 'http',
          versions: weights.map((weight, version) => ({ name: `v${version}`, weight })),
        },
        sources: [{ requests, failures }],
        slices: [0, 1, 2, 7],
        latency,
      });
      expect(() => comparedVersionsSchema.parse(compared)).not.toThrow();
      expect(compared.versions).toHaveLength(weights.length);
    }),
    { numRuns: 500 },
  );
});
