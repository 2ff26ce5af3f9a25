import { describe, expect, test } from 'vitest';
import { growth, matching, recordedCounters, recordedNowSeconds } from '#tests/support/recorded-traffic.ts';
import { connections, requests } from './scenarios.data.ts';

const daySeconds = 86_400;

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
