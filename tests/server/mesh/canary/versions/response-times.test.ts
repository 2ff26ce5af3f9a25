import { describe, expect, test } from 'vitest';
import { buckets, comparedVersions } from '#tests/support/compared-versions.ts';

describe('response times', () => {
  const asked = { weights: { v1: 75, v2: 25 }, callers: [{ requests: [750, 250] }] };
  const baseline = buckets(9000, 8000, 2500, 400, 100);

  test('slow is above the baseline’s 95th percentile, rounded up to a bound', () => {
    const { slowAboveMs, versions } = comparedVersions({
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
    const { versions } = comparedVersions({
      ...asked,
      latency: [baseline, buckets(4300, 3800, 1200, 300, 400)],
    });
    expect(versions[1]?.tail).toMatchObject({ status: 'worse', text: 'slower, +4.5 points' });
    expect(versions[1]?.body).toMatchObject({ status: 'equal' });
  });

  test('a body that moved is found where the tail is the same', () => {
    const { versions } = comparedVersions({
      ...asked,
      latency: [baseline, buckets(2000, 6000, 1750, 200, 50)],
    });
    expect(versions[1]?.tail).toMatchObject({ status: 'equal' });
    expect(versions[1]?.body?.status).toBe('worse');
    expect(versions[1]?.body?.text.replaceAll('\u00a0', ' ')).toBe(
      'response times longer, in 61.9 % of pairs',
    );
  });

  test('a faster version is better', () => {
    const { versions } = comparedVersions({ ...asked, latency: [baseline, buckets(9000, 900, 100, 0, 0)] });
    expect(versions[1]?.tail).toMatchObject({ status: 'better', text: 'faster, −2.5 points' });
    expect(versions[1]?.body?.status).toBe('better');
  });

  test('quantiles are intervals, open above the last bucket', () => {
    const { versions } = comparedVersions({ ...asked, latency: [baseline, buckets(0, 0, 0, 10, 10)] });
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
    const { slowAboveMs } = comparedVersions({
      ...asked,
      latency: [buckets(0, 0, 0, 10, 90), buckets(0, 0, 0, 10, 90)],
    });
    expect(slowAboveMs).toBe(100);
  });

  test('only bounds that all versions have can be one to be slower than', () => {
    const other = [20, 80, Number.POSITIVE_INFINITY].map((upToMs) => ({ upToMs, count: 100 }));
    const { slowAboveMs, versions } = comparedVersions({ ...asked, latency: [baseline, other] });
    expect(slowAboveMs).toBeUndefined();
    expect(versions[1]).not.toHaveProperty('tail');
  });
});
