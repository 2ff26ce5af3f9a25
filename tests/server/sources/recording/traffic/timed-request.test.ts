import { expect, test } from 'vitest';
import { spansOfRequest } from '#server/sources/recording/traces/request-spans.ts';
import { recordedRequests } from '#tests/support/recorded-requests.ts';
import { recordedNowSeconds } from '#tests/support/recorded-traffic.ts';

test('every span lies inside its parent, and every parent is there', async () => {
  const traffic = await recordedRequests();
  let pairs = 0;
  for (const [flow, { arrivalsUntil }] of traffic.model.flows.entries()) {
    const last = arrivalsUntil(recordedNowSeconds) - 1;
    // Far apart, so that incidents are among them.
    for (let back = 0; back < 400; back++) {
      const request = traffic.request({ flow, number: Math.max(0, last - back * 997) });
      const spans = request === undefined ? [] : spansOfRequest(request, traffic.places);
      const byId = new Map(spans.map((span) => [span.spanId, span]));
      expect(byId.size).toBe(spans.length);
      expect(spans.filter(({ parentSpanId }) => parentSpanId === undefined).length).toBeLessThanOrEqual(1);
      for (const { parentSpanId, startMs, durationMs, kind, attributes } of spans) {
        if (parentSpanId === undefined) continue;
        const parent = byId.get(parentSpanId);
        if (parent === undefined) throw new Error('a parent is missing');
        pairs += 1;
        // An app calls from the pod that serves; the calls of gateways and of its proxy are its own.
        const place = attributes['network.local.address'];
        if (kind === 'client') expect(place).toBe(parent.attributes['network.local.address']);
        expect(startMs).toBeGreaterThanOrEqual(parent.startMs - 0.001);
        expect(startMs + durationMs).toBeLessThanOrEqual(parent.startMs + parent.durationMs + 0.001);
      }
    }
  }
  expect(pairs).toBeGreaterThan(5000);
}, 30_000);
