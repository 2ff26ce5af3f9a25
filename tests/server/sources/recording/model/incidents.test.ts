import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { incidentTargets } from '#server/sources/recording/model/behaviours.ts';
import { seedOf } from '#server/sources/recording/model/hash.ts';
import { arrivalsByRegime, hourAt, incidentOfHour } from '#server/sources/recording/model/incidents.ts';
import { arrivalsUntil, daily, epochSeconds, steady } from '#server/sources/recording/model/rhythm.ts';
import { growth, matching, recordedCounters, recordedNowSeconds } from '#tests/support/recorded-traffic.ts';

const targets = ['one', 'other'];

describe('incidents', () => {
  test('every hour has one, for some minutes, inside the hour', () => {
    const hit = new Set<string>();
    for (let hour = 0; hour < 500; hour++) {
      const { target, startSeconds, endSeconds } = incidentOfHour(3, hour, targets);
      hit.add(target);
      expect(hourAt(startSeconds)).toBe(hour);
      expect(hourAt(endSeconds)).toBe(hour);
      expect(endSeconds - startSeconds).toBeGreaterThanOrEqual(240);
      expect(endSeconds - startSeconds).toBeLessThanOrEqual(480);
    }
    expect([...hit].sort()).toEqual(targets);
  });

  test('arrivals are shared out among the regimes, none twice and none lost', () => {
    const arrivals = (seconds: number) => arrivalsUntil(9, daily, seconds);
    const byRegime = arrivalsByRegime({ seed: 3, targets, arrivalsUntil: arrivals });
    fc.assert(
      fc.property(
        fc.double({ min: 0, max: 30 * 86_400, noNaN: true }),
        fc.double({ min: 0, max: 5000, noNaN: true }),
        (after, step) => {
          const [earlier, later] = [epochSeconds + after, epochSeconds + after + step];
          const [before, then] = [byRegime(earlier), byRegime(later)];
          expect([...then.values()].reduce((sum, count) => sum + count, 0)).toBe(arrivals(later));
          for (const [regime, count] of then) expect(count).toBeGreaterThanOrEqual(before.get(regime) ?? 0);
        },
      ),
    );
  });

  test('the version that is hit becomes slow and fails, and is well before and after', async () => {
    const counters = await recordedCounters();
    const seed = seedOf('vigla');
    const hours = Array.from({ length: 48 }, (_, index) => hourAt(recordedNowSeconds) - 1 - index);
    const incident = hours
      .map((hour) => incidentOfHour(seed, hour, incidentTargets))
      .find(({ target }) => target === 'bookinfo/reviews-v3');
    if (incident === undefined) throw new Error('no incident of reviews-v3 in two days');
    const length = incident.endSeconds - incident.startSeconds;
    const labels = { reporter: 'destination', destination_workload: 'reviews-v3' };
    const at = (end: number) => {
      const requests = growth(matching(counters, 'istio_requests_total', labels), length, end);
      const failed = growth(
        matching(counters, 'istio_requests_total', { ...labels, response_code: '500' }),
        length,
        end,
      );
      const ms = growth(matching(counters, 'istio_request_duration_milliseconds_sum', labels), length, end);
      return { failedShare: failed / requests, meanMs: ms / requests };
    };
    expect(at(incident.startSeconds)).toEqual({ failedShare: 0, meanMs: expect.closeTo(14, -1) });
    expect(at(incident.endSeconds).failedShare).toBeGreaterThan(0.15);
    expect(at(incident.endSeconds).meanMs).toBeGreaterThan(150);
    expect(at(incident.endSeconds + length).failedShare).toBe(0);
  });
});

describe('arrivals', () => {
  test('a timer of seven seconds comes every seven seconds', () => {
    const start = epochSeconds + 700_000;
    expect(arrivalsUntil(1 / 7, steady, start + 7000) - arrivalsUntil(1 / 7, steady, start)).toBe(1000);
  });

  test('a day has the mean, whatever its rhythm', () => {
    const perSecond = arrivalsUntil(10, daily, epochSeconds + 7 * 86_400) / (7 * 86_400);
    expect(perSecond).toBeGreaterThan(9.7);
    expect(perSecond).toBeLessThan(10.3);
  });

  test('nothing comes before the epoch', () => {
    expect(arrivalsUntil(10, daily, epochSeconds - 1)).toBe(0);
  });
});
