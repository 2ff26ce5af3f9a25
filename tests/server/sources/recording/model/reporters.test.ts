import { describe, expect, test } from 'vitest';
import { growth, matching, recordedCounters } from '#tests/support/recorded-traffic.ts';

const daySeconds = 86_400;

describe('what the proxies do not report', () => {
  test('plaintext refused before a filter chain leaves no series at all', async () => {
    const counters = await recordedCounters();
    for (const destination of ['productpage-v1', 'wordpress-v1']) {
      const labels = { source_workload: 'unknown', destination_workload: destination };
      expect(matching(counters, 'istio_requests_total', labels)).toEqual([]);
      expect(matching(counters, 'istio_tcp_connections_opened_total', labels)).toEqual([]);
    }
    const outside = ['batch', 'legacy-cron'].flatMap((caller) =>
      matching(counters, 'istio_requests_total', { source_workload: caller }),
    );
    expect(outside).toEqual([]);
  });

  test('a proxy without listeners reports nothing', async () => {
    const counters = await recordedCounters();
    expect(matching(counters, 'istio_requests_total', { destination_workload: 'rejected' })).toEqual([]);
    expect(matching(counters, 'istio_requests_total', { source_workload: 'rejected' })).toEqual([]);
  });

  test('a Service without pods is idle', async () => {
    expect(
      matching(await recordedCounters(), 'istio_requests_total', { destination_service_name: 'orphan' }),
    ).toEqual([]);
  });

  test('requests that never arrived are in the sender’s view only', async () => {
    const counters = await recordedCounters();
    for (const flags of ['NR', 'UH', 'NC', 'URX,UF', 'FI', 'UC']) {
      expect(
        matching(counters, 'istio_requests_total', { reporter: 'destination', response_flags: flags }),
      ).toEqual([]);
      expect(
        matching(counters, 'istio_requests_total', { reporter: 'source', response_flags: flags }).length,
      ).toBeGreaterThan(0);
    }
  });

  test('mirrored requests are in the receiver’s view only', async () => {
    const counters = await recordedCounters();
    const toMirror = { source_workload: 'productpage-v1', destination_workload: 'ratings-v2' };
    const mirrored = matching(counters, 'istio_requests_total', { ...toMirror, reporter: 'destination' });
    const served = matching(counters, 'istio_requests_total', {
      ...toMirror,
      destination_workload: 'ratings-v1',
      reporter: 'destination',
    });
    expect(matching(counters, 'istio_requests_total', { ...toMirror, reporter: 'source' })).toEqual([]);
    // The route copies half of what it sends.
    expect(growth(mirrored, daySeconds) / growth(served, daySeconds)).toBeCloseTo(0.5, 1);
  });
});

describe('the two reporters', () => {
  test('agree on edges without retries', async () => {
    const counters = await recordedCounters();
    const edge = { source_workload: 'storefront-v1', destination_workload: 'wordpress-v1' };
    const seen = (reporter: string) =>
      growth(matching(counters, 'istio_requests_total', { ...edge, reporter }), daySeconds);
    expect(seen('source')).toBeGreaterThan(1000);
    expect(seen('destination')).toBe(seen('source'));
  });

  test('disagree where a retry hid a failure: the sender counts one 200, the receiver a 503 and a 200', async () => {
    const counters = await recordedCounters();
    const edge = { source_workload: 'productpage-v1', destination_workload: 'reviews-v3' };
    const seen = (labels: Record<string, string>) =>
      growth(matching(counters, 'istio_requests_total', { ...edge, ...labels }), daySeconds);
    const retried = seen({ reporter: 'destination', response_code: '503' });
    expect(retried).toBeGreaterThan(500);
    expect(seen({ reporter: 'source', response_code: '503' })).toBe(0);
    expect(seen({ reporter: 'source', response_code: '200' })).toBe(
      seen({ reporter: 'destination', response_code: '200' }),
    );
    expect(seen({ reporter: 'destination' }) - seen({ reporter: 'source' })).toBe(retried);
  });

  test('the receiver counts each of the tries that were used up', async () => {
    const counters = await recordedCounters();
    const sent = growth(
      matching(counters, 'istio_requests_total', {
        reporter: 'source',
        destination_workload: 'productpage-v1',
        response_flags: 'URX',
      }),
      daySeconds,
    );
    const seen = growth(
      matching(counters, 'istio_requests_total', {
        reporter: 'destination',
        destination_workload: 'productpage-v1',
        response_code: '503',
      }),
      daySeconds,
    );
    expect(seen).toBe(3 * sent);
  });

  test('the receiver of a shared port names the first Service on it', async () => {
    const counters = await recordedCounters();
    const labels = {
      reporter: 'destination',
      source_workload: 'wordpress-v1',
      destination_workload: 'redis',
    };
    const names = matching(counters, 'istio_tcp_sent_bytes_total', labels).map(
      (one) => one.labels.destination_service_name,
    );
    expect(names).toEqual(['cache-headless']);
  });

  test('rare traffic: about three requests an hour', async () => {
    const labels = { reporter: 'source', source_workload: 'reports', destination_service_name: 'catalog-v1' };
    const rare = growth(matching(await recordedCounters(), 'istio_requests_total', labels), 3600);
    expect([2, 3]).toContain(rare);
  });
});
