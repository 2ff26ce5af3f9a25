import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { latencyClasses } from '#server/sources/recording/model/classes.ts';
import type { Latency, Step } from '#server/sources/recording/model/step.ts';
import { waitingCases } from '#server/sources/recording/model/waiting.ts';
import { recordedRequests } from '#tests/support/recorded-requests.ts';

const reported = { protocol: 'http' as const, labels: { reporter: 'source' }, times: 1, latencyShare: 1 };

async function someExchange() {
  const exchange = (await recordedRequests()).streams[0]?.step.exchange;
  if (exchange === undefined) throw new Error('no exchange');
  return exchange;
}

async function endsLasting(latencies: readonly Latency[]): Promise<Step> {
  const exchange = await someExchange();
  const ends = latencies.map(
    (latency, index): Step => ({
      name: `end ${index}`,
      exchange,
      latency,
      reports: [{ ...reported, addedMs: 1.1 }],
    }),
  );
  return { name: 'call', oneOf: ends.map((step) => ({ share: 1 / ends.length, step })) };
}

describe('the calls of a workload, taken apart by how long the slowest lasts', () => {
  const latency = fc.record({
    medianMs: fc.double({ min: 1, max: 3000, noNaN: true }),
    spread: fc.constant(0.3),
  });

  test('are all calls, each once, and none lasts longer than its case says', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(latency, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 3 }),
        fc.double({ min: 1, max: 500, noNaN: true }),
        async (latenciesOfCalls, limitMs) => {
          const calls = await Promise.all(latenciesOfCalls.map(endsLasting));
          const cases = waitingCases(calls, limitMs);
          expect(cases.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 9);
          for (const { calls: own, longestMs } of cases) {
            expect(own).toHaveLength(calls.length);
            const values = own.flatMap(({ oneOf = [] }) =>
              oneOf.flatMap(({ step }) =>
                step.latency === undefined
                  ? []
                  : latencyClasses(step.latency).map(({ value }) => value + 1.1),
              ),
            );
            expect(Math.max(...values)).toBeCloseTo(longestMs, 9);
          }
        },
      ),
      { numRuns: 60 },
    );
  });

  test('stay together where the workload takes longer anyway', async () => {
    const calls = [await endsLasting([{ medianMs: 10, spread: 0.3 }])];
    expect(waitingCases(calls, 100)).toEqual([{ share: 1, calls, longestMs: expect.any(Number) }]);
  });

  test('that only some requests make are no wait for the others', async () => {
    const [slow] = (await endsLasting([{ medianMs: 300, spread: 0.3 }])).oneOf ?? [];
    if (slow === undefined) throw new Error('no end');
    const call: Step = { name: 'some', oneOf: [{ share: 0.25, step: slow.step }] };
    const [without, ...others] = waitingCases([call], 100);
    expect(without).toMatchObject({ share: 0.75, longestMs: 0 });
    expect(others.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(0.25, 9);
  });
});
