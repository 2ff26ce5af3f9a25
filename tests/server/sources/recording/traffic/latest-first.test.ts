import { expect, test } from 'vitest';
import { requestAt } from '#server/sources/recording/model/request-at.ts';
import { latestFirst } from '#server/sources/recording/traffic/latest-first.ts';
import { recordedRequests } from '#tests/support/recorded-requests.ts';
import { recordedNowSeconds } from '#tests/support/recorded-traffic.ts';

const window = { fromSeconds: recordedNowSeconds - 120, toSeconds: recordedNowSeconds };

test('walking back through the streams of a workload gives just the requests that come to it', async () => {
  const { model, streams } = await recordedRequests();
  const comesTo = (name: string | undefined) => name === 'details-v1';
  const own = streams.filter(({ step }) => comesTo(step.exchange?.wire.callee?.name));
  const walked = [...latestFirst(own, window)];
  const expected = model.flows.flatMap((flow, flowIndex) => {
    const [first, last] = [flow.arrivalsUntil(window.fromSeconds), flow.arrivalsUntil(window.toSeconds)];
    return Array.from({ length: last - first }, (_, index) => first + index).flatMap((number) => {
      const { hops, atSeconds } = requestAt(flow, number);
      const hasCome = hops.some(({ exchange }) => comesTo(exchange?.wire.callee?.name));
      return hasCome ? [{ flowIndex, number, atSeconds }] : [];
    });
  });
  expect(walked.length).toBeGreaterThan(500);
  expect(walked).toEqual(expected.sort((one, other) => other.atSeconds - one.atSeconds));
});

test('rare requests of thirty days are found as fast as those of a minute', async () => {
  const { streams } = await recordedRequests();
  const rare = streams.filter(({ flow }) => flow.name.startsWith('shop/reports every 1500 s'));
  const month = { fromSeconds: recordedNowSeconds - 30 * 86_400, toSeconds: recordedNowSeconds };
  const times = [...latestFirst(rare, month)].map(({ atSeconds }) => atSeconds);
  expect(times.length).toBeGreaterThan(1700);
  expect(times.length).toBeLessThan(1750);
  expect([...times].sort((one, other) => other - one)).toEqual(times);
});
