import { z } from 'zod';
import type { CounterStore } from '#server/metrics/counter-store.ts';
import type { Sources } from '#server/sources/interface.ts';
import { clockShiftMs } from './clock-shift.ts';
import { dataFolder, readPacked } from './data-folder.ts';
import { recordedLogSource } from './logs/recorded-log-source.ts';
import { counterStartSeconds, counterStoreOf } from './model/counter-store.ts';
import { readMeshModel } from './model/mesh-model.ts';
import { buildModel } from './model/model.ts';
import { once } from './once.ts';
import { recordedAnswers, recordedEnvoySource } from './recorded-envoy.ts';
import { recordedIstiodSource } from './recorded-istiod.ts';
import { recordedMetricSource } from './recorded-metrics.ts';
import { parseRecordedObjects, recordedObjectSource } from './recorded-objects.ts';
import { recordedTraceSource } from './traces/recorded-trace-source.ts';
import { recordedTraces } from './traces/recorded-traces.ts';
import { trafficOf } from './traffic/traffic.ts';

/** A recording without traffic has none in its graph either: nothing is made up for it. */
const aboutSchema = z.object({ hasTraffic: z.boolean() });

export type Recording = Sources & { counters(): Promise<CounterStore> };

/** The recorded mesh as sources, with modelled traffic on it. Nothing is read before it is first asked for. */
export function createRecording(options: { now?: () => number; folder?: string }): Recording {
  const now = options.now ?? Date.now;
  const startedMs = now();
  const read = (name: string) => readPacked(options.folder ?? dataFolder(), name);
  const snapshot = once(async () => parseRecordedObjects(await read('objects'), clockShiftMs(startedMs)));
  const answerOf = recordedAnswers(read, snapshot);
  const traffic = once(async () => {
    const { hasTraffic } = aboutSchema.parse(await read('about'));
    const mesh = await readMeshModel(hasTraffic ? await snapshot() : parseRecordedObjects({}, 0), (proxy) =>
      answerOf(proxy, 'config_dump'),
    );
    return trafficOf(mesh, buildModel(mesh));
  });
  const startSeconds = counterStartSeconds(startedMs / 1000);
  const counters = once(async () => counterStoreOf((await traffic()).model, startSeconds));
  return {
    mode: 'demo',
    metrics: recordedMetricSource(counters),
    objects: recordedObjectSource(snapshot),
    istiod: recordedIstiodSource(read, snapshot),
    envoy: recordedEnvoySource(answerOf),
    traces: recordedTraceSource({
      traffic,
      recorded: once(async () => recordedTraces(await read('spans'), clockShiftMs(startedMs))),
      startSeconds,
      now,
    }),
    logs: recordedLogSource({ snapshot, traffic, read, shiftMs: clockShiftMs(startedMs), startSeconds, now }),
    now,
    recordedShiftMs: clockShiftMs(startedMs),
    counters,
  };
}
