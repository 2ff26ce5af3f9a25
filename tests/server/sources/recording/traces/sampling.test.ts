import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createRecording } from '#server/sources/recording/recording.ts';
import { isSampled, visitorsPerTrace } from '#server/sources/recording/traffic/sampling.ts';
import { growth, matching, recordedCounters, recordedNowSeconds } from '#tests/support/recorded-traffic.ts';

const { traces } = createRecording({ now: () => recordedNowSeconds * 1000 });
const windowSeconds = 240;

test('the traces of any window, times what one stands for, are the requests that the metrics count', async () => {
  const counters = await recordedCounters();
  const atGateways = ['istio-ingressgateway', 'storefront-istio'].flatMap((gateway) =>
    matching(counters, 'istio_requests_total', { reporter: 'source', source_workload: gateway }),
  );
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 3600, max: 29 * 86_400 }), async (secondsAgo) => {
      const to = recordedNowSeconds - secondsAgo;
      const found = await traces?.search({
        tags: {},
        fromMs: (to - windowSeconds) * 1000,
        toMs: to * 1000,
        errorsOnly: false,
        limit: 5000,
      });
      const ofVisitors = found?.traces.filter(({ rootService }) =>
        /^(istio-ingressgateway|storefront-istio)\./.test(rootService),
      );
      const counted = growth(atGateways, windowSeconds, to);
      const share = 1 / visitorsPerTrace;
      const deviation = Math.sqrt(counted * share * (1 - share));
      expect(counted).toBeGreaterThan(1000);
      expect(Math.abs((ofVisitors?.length ?? 0) - counted * share)).toBeLessThan(5 * deviation + 1);
      expect(found?.isCut).toBe(false);
    }),
    { numRuns: 6 },
  );
}, 60_000);

test('programs that call on a timer are traced always', () => {
  const flow = 'legacy/batch every 7 s http://crawler.external:8080/crawl';
  expect(Array.from({ length: 100 }, (_, number) => isSampled(flow, number))).not.toContain(false);
});
