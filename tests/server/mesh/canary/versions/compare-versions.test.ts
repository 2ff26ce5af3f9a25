import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type ComparedVersion, comparedVersionsSchema } from '#lib/contract/canary-comparison.ts';
import { compareVersions } from '#server/mesh/canary/versions/compare-versions.ts';
import { type Asked, buckets, comparedVersions } from '#tests/support/compared-versions.ts';

describe('the baseline', () => {
  test.each([
    [{ v1: 90, v2: 10 }, 'v1'],
    [{ v1: 10, v2: 90 }, 'v2'],
    [{ v1: 50, v2: 50 }, 'v1'],
    [{ v1: 25, v2: 25, v3: 50 }, 'v3'],
    [{ v1: 0, v2: 0 }, 'v1'],
  ])('of %j is %s', (weights, name) => {
    const { versions } = comparedVersions({ weights, callers: [{ requests: [10, 10, 10] }] });
    expect(versions.filter(({ isBaseline }) => isBaseline).map((version) => version.name)).toEqual([name]);
    expect(versions.map((version) => version.name)).toEqual(Object.keys(weights));
  });
});

describe('what cannot be compared says why', () => {
  const second = (asked: Asked): Partial<ComparedVersion> => comparedVersions(asked).versions[1] ?? {};
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
    const { versions, testCount } = comparedVersions({ weights: { v1: 100 }, callers: [{ requests: [10] }] });
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
  const { testCount, notes } = comparedVersions({
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
