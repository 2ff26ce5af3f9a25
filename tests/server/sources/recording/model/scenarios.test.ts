import { describe, expect, test } from 'vitest';
import { growth, matching, recordedCounters, recordedNowSeconds } from '#tests/support/recorded-traffic.ts';

const daySeconds = 86_400;
const unknownSource = {
  source_workload: 'unknown',
  source_workload_namespace: 'unknown',
  source_cluster: 'unknown',
  source_principal: 'unknown',
};
const unknownDestination = {
  destination_workload: 'unknown',
  destination_workload_namespace: 'unknown',
  destination_cluster: 'unknown',
};
const unknownService = {
  destination_service: 'unknown',
  destination_service_name: 'unknown',
  destination_service_namespace: 'unknown',
};

/** One line for each situation: a series with these labels grows by at least `leastADay`. */
const requests = [
  {
    is: 'visitors at the ingress gateway',
    labels: {
      reporter: 'source',
      source_workload: 'istio-ingressgateway',
      destination_workload: 'productpage-v1',
      response_code: '200',
      connection_security_policy: 'unknown',
      source_principal: 'spiffe://cluster.local/ns/istio-system/sa/istio-ingressgateway-service-account',
    },
    leastADay: 500_000,
  },
  {
    is: 'the same at the receiver, over mutual TLS',
    labels: {
      reporter: 'destination',
      source_workload: 'istio-ingressgateway',
      destination_workload: 'productpage-v1',
      response_code: '200',
      connection_security_policy: 'mutual_tls',
    },
    leastADay: 500_000,
  },
  {
    is: 'a caller outside the mesh over HTTP',
    labels: {
      reporter: 'destination',
      ...unknownSource,
      destination_workload: 'crawler',
      connection_security_policy: 'none',
      destination_principal: 'unknown',
    },
    leastADay: 10_000,
  },
  {
    is: 'a named host through PassthroughCluster',
    labels: {
      reporter: 'source',
      source_workload: 'details-v1',
      destination_service: 'unknown.example.com',
      destination_service_name: 'PassthroughCluster',
      destination_service_namespace: 'unknown',
      ...unknownDestination,
    },
    leastADay: 1000,
  },
  {
    is: 'a second host through PassthroughCluster',
    labels: {
      reporter: 'source',
      destination_service: 'fonts.example.org',
      destination_service_name: 'PassthroughCluster',
    },
    leastADay: 1000,
  },
  {
    is: 'a blocked host under REGISTRY_ONLY',
    labels: {
      reporter: 'source',
      source_workload: 'crawler',
      destination_service: 'unknown.example.com',
      destination_service_name: 'BlackHoleCluster',
      response_code: '502',
      response_flags: '-',
    },
    leastADay: 10_000,
  },
  {
    is: 'a ServiceEntry by name',
    labels: {
      reporter: 'source',
      source_workload: 'crawler',
      destination_service_name: 'api.example.com',
      destination_service_namespace: 'external',
      ...unknownDestination,
      response_code: '200',
    },
    leastADay: 10_000,
  },
  {
    is: 'a ServiceEntry by address',
    labels: {
      reporter: 'source',
      source_workload: 'checkout',
      destination_service_name: 'payments.example.net',
      response_code: '200',
    },
    leastADay: 10_000,
  },
  {
    is: 'a ServiceEntry with a wildcard',
    labels: {
      reporter: 'source',
      source_workload: 'wordpress-v1',
      destination_service: '*.wiki.example.org',
    },
    leastADay: 1000,
  },
  {
    is: 'the way to the egress gateway',
    labels: {
      reporter: 'source',
      source_workload: 'crawler',
      destination_workload: 'istio-egressgateway',
      destination_service_name: 'istio-egressgateway',
    },
    leastADay: 10_000,
  },
  {
    is: 'the way out of the egress gateway',
    labels: {
      reporter: 'source',
      source_workload: 'istio-egressgateway',
      destination_service: 'secure.example.com',
      ...unknownDestination,
    },
    leastADay: 10_000,
  },
  {
    is: 'bots: 404 NR at the gateway',
    labels: {
      reporter: 'source',
      source_workload: 'istio-ingressgateway',
      ...unknownService,
      ...unknownDestination,
      response_code: '404',
      response_flags: 'NR',
    },
    leastADay: 5000,
  },
  {
    is: 'bots: 403 by policy',
    labels: {
      reporter: 'destination',
      destination_workload: 'productpage-v1',
      response_code: '403',
      response_flags: '-',
    },
    leastADay: 2000,
  },
  {
    is: 'bots: 401 without a valid token',
    labels: {
      reporter: 'destination',
      destination_workload: 'productpage-v1',
      response_code: '401',
      response_flags: '-',
    },
    leastADay: 500,
  },
  {
    is: '503 UH: a subset without pods',
    labels: {
      reporter: 'source',
      source_workload: 'istio-ingressgateway',
      destination_service_name: 'ratings',
      destination_service_namespace: 'bookinfo',
      ...unknownDestination,
      response_code: '503',
      response_flags: 'UH',
    },
    leastADay: 1000,
  },
  {
    is: '503 NC: a subset that no rule has',
    labels: {
      reporter: 'source',
      source_workload: 'beta',
      destination_service: 'alpha.broken.svc.cluster.local',
      response_code: '503',
      response_flags: 'NC',
    },
    leastADay: 4000,
  },
  {
    is: '503 NC: the egress route without its subset',
    labels: {
      reporter: 'source',
      source_workload: 'reports',
      destination_service: 'secure.example.com',
      response_flags: 'NC',
    },
    leastADay: 1900,
  },
  {
    is: '503 URX,UF: a proxy without listeners',
    labels: {
      reporter: 'source',
      source_workload: 'alpha',
      destination_service_name: 'rejected',
      ...unknownDestination,
      response_code: '503',
      response_flags: 'URX,UF',
    },
    leastADay: 2000,
  },
  {
    is: '503 UC: plaintext to STRICT',
    labels: {
      reporter: 'source',
      source_workload: 'alpha',
      destination_service_name: 'beta',
      response_code: '503',
      response_flags: 'UC',
    },
    leastADay: 3000,
  },
  {
    is: '503 URX: retries used up, at the sender',
    labels: {
      reporter: 'source',
      source_workload: 'istio-ingressgateway',
      response_code: '503',
      response_flags: 'URX',
    },
    leastADay: 500,
  },
  {
    is: '504 UT at the sender',
    labels: {
      reporter: 'source',
      source_workload: 'istio-ingressgateway',
      response_code: '504',
      response_flags: 'UT',
    },
    leastADay: 500,
  },
  {
    is: '0 DC at the receiver of the same',
    labels: {
      reporter: 'destination',
      destination_workload: 'productpage-v1',
      response_code: '0',
      response_flags: 'DC',
    },
    leastADay: 500,
  },
  {
    is: 'an injected abort',
    labels: {
      reporter: 'source',
      source_workload: 'reviews-v2',
      destination_service_name: 'ratings',
      response_code: '555',
      response_flags: 'FI',
    },
    leastADay: 200,
  },
  {
    is: 'an injected abort of details',
    labels: {
      reporter: 'source',
      source_workload: 'productpage-v1',
      destination_service_name: 'details',
      response_code: '503',
      response_flags: 'FI',
    },
    leastADay: 500,
  },
  {
    is: 'an injected delay',
    labels: {
      reporter: 'source',
      source_workload: 'reviews-v2',
      destination_workload: 'ratings-v1',
      response_code: '200',
      response_flags: 'DI',
    },
    leastADay: 500,
  },
  {
    is: 'HTTP at the receiver for an unnamed port',
    labels: {
      reporter: 'destination',
      destination_workload: 'checkout',
      destination_version: 'unknown',
      destination_canonical_revision: 'latest',
      request_protocol: 'http',
    },
    leastADay: 100_000,
  },
  {
    is: 'a version that fails during incidents',
    labels: { reporter: 'destination', destination_workload: 'reviews-v3', response_code: '500' },
    leastADay: 100,
  },
] as const;

const connections = [
  {
    is: 'wordpress to mysql',
    labels: {
      reporter: 'destination',
      source_workload: 'wordpress-v1',
      destination_workload: 'mysql',
      connection_security_policy: 'mutual_tls',
      request_protocol: 'tcp',
    },
    leastADay: 100_000,
  },
  {
    is: 'callers outside the mesh to mysql',
    labels: {
      reporter: 'destination',
      ...unknownSource,
      destination_workload: 'mysql',
      connection_security_policy: 'none',
    },
    leastADay: 25_000,
  },
  {
    is: 'wordpress to redis',
    labels: { reporter: 'source', source_workload: 'wordpress-v1', destination_service_name: 'redis' },
    leastADay: 100_000,
  },
  {
    is: 'ratings to mongodb',
    labels: { reporter: 'source', source_workload: 'ratings-v1', destination_workload: 'mongodb-v1' },
    leastADay: 50_000,
  },
  {
    is: 'ratings to mysqldb',
    labels: { reporter: 'source', source_workload: 'ratings-v2', destination_workload: 'mysqldb-v1' },
    leastADay: 100_000,
  },
  {
    is: 'a ServiceEntry over TCP',
    labels: {
      reporter: 'source',
      source_workload: 'crawler',
      destination_service_name: 'db.example.com',
      destination_service_namespace: 'external',
    },
    leastADay: 10_000,
  },
  {
    is: 'an address through PassthroughCluster',
    labels: {
      reporter: 'source',
      source_workload: 'details-v1',
      destination_service_name: 'PassthroughCluster',
    },
    leastADay: 100,
  },
  {
    is: 'reports-raw, TCP on both sides',
    labels: { reporter: 'source', source_workload: 'checkout', destination_service_name: 'reports-raw' },
    leastADay: 1000,
  },
  {
    is: 'reports: the sender says HTTP, the receiver TCP',
    labels: { reporter: 'destination', source_workload: 'wordpress-v1', destination_workload: 'reports' },
    leastADay: 1000,
  },
] as const;

describe('requests in the recorded mesh', () => {
  test.each(requests)('$is', async ({ labels, leastADay }) => {
    const found = matching(await recordedCounters(), 'istio_requests_total', labels);
    expect(growth(found, daySeconds)).toBeGreaterThanOrEqual(leastADay);
  });
});

describe('connections in the recorded mesh', () => {
  test.each(connections)('$is', async ({ labels, leastADay }) => {
    const counters = await recordedCounters();
    const opened = growth(matching(counters, 'istio_tcp_connections_opened_total', labels), daySeconds);
    const closed = growth(matching(counters, 'istio_tcp_connections_closed_total', labels), daySeconds);
    expect(opened).toBeGreaterThanOrEqual(leastADay);
    expect(Math.abs(opened - closed)).toBeLessThan(100);
    expect(growth(matching(counters, 'istio_tcp_sent_bytes_total', labels), daySeconds)).toBeGreaterThan(
      opened * 100,
    );
    expect(growth(matching(counters, 'istio_tcp_received_bytes_total', labels), daySeconds)).toBeGreaterThan(
      opened * 10,
    );
  });
});

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

test('visitors come by day more than by night, 10 to 15 a second in the afternoon', async () => {
  const counters = await recordedCounters();
  const visitors = matching(counters, 'istio_requests_total', {
    reporter: 'source',
    source_workload: 'istio-ingressgateway',
  });
  const perSecond = (end: number) => growth(visitors, 600, end) / 600;
  const night = recordedNowSeconds - 11 * 3600;
  expect(perSecond(recordedNowSeconds)).toBeGreaterThan(10);
  expect(perSecond(recordedNowSeconds)).toBeLessThan(15.5);
  expect(perSecond(night)).toBeLessThan(0.65 * perSecond(recordedNowSeconds));
});
