import { describe, expect, test } from 'vitest';
import { comparedVersions } from '#tests/support/compared-versions.ts';

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
    const { versions } = comparedVersions({
      weights,
      callers: [{ requests: [900, 100], application: [theirs, ours] }],
    });
    expect(versions[1]?.errors).toMatchObject({ status, text });
    expect(versions[0]).not.toHaveProperty('errors');
  });

  test('the difference has its interval, and both versions their counts', () => {
    const { versions } = comparedVersions({
      weights,
      callers: [{ requests: [900, 100], application: [18, 6] }],
    });
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
    const { versions } = comparedVersions({
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
    const { versions } = comparedVersions({ weights, callers });
    // All together v2 fails nine times as often.
    expect(versions[1]?.errors?.difference).toBeCloseTo(0.16, 12);
    expect(versions[1]?.errors?.status).toBe('undecided');
    expect(versions[1]?.errors?.evidenceLog10).toBeLessThan(0);
  });

  test('few requests decide nothing', () => {
    const { versions } = comparedVersions({
      weights,
      callers: [{ requests: [9, 1], application: [0.1, 0.025] }],
    });
    expect(versions[1]?.errors).toMatchObject({ status: 'undecided', text: 'errors undecided' });
  });

  test('what is certainly not worse passes, though it may be better', () => {
    const { versions } = comparedVersions({
      weights,
      callers: [{ requests: [90, 10], application: [1, 0] }],
    });
    expect(versions[1]?.errors).toMatchObject({ status: 'equal', text: 'no more errors' });
    expect(versions[1]?.errors?.evidenceLog10).toBeLessThan(2);
  });
});
