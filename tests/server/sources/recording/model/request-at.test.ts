import { beforeAll, describe, expect, test } from 'vitest';
import { counterStoreOf } from '#server/sources/recording/model/counter-store.ts';
import { readMeshModel } from '#server/sources/recording/model/mesh-model.ts';
import { buildModel, type Model } from '#server/sources/recording/model/model.ts';
import { requestAt } from '#server/sources/recording/model/request-at.ts';
import { createRecording } from '#server/sources/recording/recording.ts';
import { adminJson } from '#tests/support/proxy-answers.ts';
import { recordedNowSeconds } from '#tests/support/recorded-traffic.ts';

let model: Model;

beforeAll(async () => {
  const recording = createRecording({});
  const mesh = await readMeshModel(await recording.objects.snapshot(), (proxy) =>
    adminJson(recording, proxy, 'config_dump'),
  );
  model = buildModel(mesh);
});

describe('single requests', () => {
  test('of a few minutes add up to exactly what the counters say', () => {
    const windowSeconds = 90;
    const expected = new Map<string, number>();
    const store = counterStoreOf(model, recordedNowSeconds - 86_400);
    for (const { labels, valueAt } of store.series('istio_requests_total')) {
      const grown = valueAt(recordedNowSeconds) - valueAt(recordedNowSeconds - windowSeconds);
      if (grown > 0) expected.set(JSON.stringify(labels), grown);
    }
    const found = new Map<string, number>();
    for (const flow of model.flows) {
      const last = flow.arrivalsUntil(recordedNowSeconds);
      for (let number = flow.arrivalsUntil(recordedNowSeconds - windowSeconds); number < last; number++) {
        for (const { reports } of requestAt(flow, number).hops) {
          for (const { protocol, labels, times } of reports) {
            const key = JSON.stringify(labels);
            if (protocol === 'http') found.set(key, (found.get(key) ?? 0) + times);
          }
        }
      }
    }
    expect(expected.size).toBeGreaterThan(30);
    expect(Object.fromEntries(found)).toEqual(Object.fromEntries(expected));
  });

  test('come in the order of their numbers, each with a duration where HTTP was seen', () => {
    const flow = model.flows.find(({ name }) => name === 'readers');
    if (flow === undefined) throw new Error('no flow of readers');
    const first = flow.arrivalsUntil(recordedNowSeconds);
    const requests = Array.from({ length: 50 }, (_, index) => requestAt(flow, first + index));
    const times = requests.map(({ atSeconds }) => atSeconds);
    expect([...times].sort((one, other) => one - other)).toEqual(times);
    expect(times[0]).toBeGreaterThan(recordedNowSeconds);
    expect(times[0]).toBeLessThan(recordedNowSeconds + 1);
    const hops = requests.flatMap((request) => request.hops);
    expect(hops.length).toBeGreaterThan(100);
    expect(
      hops.every(
        ({ reports, latencyMs }) =>
          reports.every(({ protocol }) => protocol === 'tcp') || (latencyMs ?? 0) > 0,
      ),
    ).toBe(true);
  });

  test('during an incident they are of its regime', () => {
    const flow = model.flows.find(({ name }) => name === 'readers');
    if (flow === undefined) throw new Error('no flow of readers');
    const regimes = new Set<string>();
    for (let minute = 0; minute < 600; minute++) {
      regimes.add(requestAt(flow, flow.arrivalsUntil(recordedNowSeconds - minute * 60)).regime);
    }
    expect(regimes.has('')).toBe(true);
    expect(regimes.size).toBeGreaterThan(2);
  });
});
