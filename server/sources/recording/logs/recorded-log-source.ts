import { z } from 'zod';
import { ViglaError } from '#server/errors.ts';
import type { LogQuestion, LogSource, ObjectsSnapshot } from '#server/sources/interface.ts';
import { once } from '../once.ts';
import type { Place } from '../traffic/places.ts';
import type { Traffic } from '../traffic/traffic.ts';
import { linesSince } from './lines-since.ts';
import { type ModelledLog, modelledLog } from './modelled-log.ts';
import { recordedLines } from './recorded-lines.ts';

const packedLogs = z.record(z.string(), z.string());
/** What is kept of a log where no time is asked: like the kubelet, which rotates. */
const keptLines = 10_000;
const batchLines = 500;

/** Logs of the recorded containers: the lines that were recorded, and those that the modelled requests leave. */
export function recordedLogSource(input: {
  snapshot: () => Promise<ObjectsSnapshot>;
  traffic: () => Promise<Traffic>;
  read: (name: string) => Promise<unknown>;
  shiftMs: number;
  /** Before this the mesh has no history. */
  startSeconds: number;
  now: () => number;
}): LogSource {
  const { snapshot, traffic, read, shiftMs, startSeconds, now } = input;
  const known = new Map<string, ModelledLog>();
  const logs = once(async () => packedLogs.parse(await read('logs')));

  return {
    async *read(question, signal) {
      const pod = placeOf(await snapshot(), question);
      const key = `${pod.namespace}.${pod.pod}.${question.container}`;
      const log = known.get(key) ?? modelledLog(await traffic(), { pod, container: question.container });
      known.set(key, log);
      const recorded = recordedLines((await logs())[key] ?? '', shiftMs);
      const earliestMs = Math.max(question.fromMs ?? 0, startSeconds * 1000);
      const since = { log, recorded, follow: question.follow === true, now, signal };
      if (question.fromMs !== undefined && question.tailLines === undefined) {
        // The time that is asked is included.
        yield* linesSince({ ...since, afterMs: earliestMs - 0.001 });
        return;
      }
      const most = Math.min(question.tailLines ?? keptLines, keptLines);
      const toMs = now();
      const modelled = log.newest({ fromMs: earliestMs - 0.001, toMs, most });
      const old = recorded.filter(({ atMs }) => atMs >= earliestMs && atMs <= toMs);
      const all = [...modelled, ...old].sort((one, other) => one.atMs - other.atMs);
      const newest = all.slice(Math.max(0, all.length - most));
      for (let start = 0; start < newest.length && !signal.aborted; start += batchLines) {
        yield newest.slice(start, start + batchLines);
      }
      if (since.follow) yield* linesSince({ ...since, afterMs: toMs });
    },
  };
}

function placeOf(snapshot: ObjectsSnapshot, question: LogQuestion): Place {
  const { namespace, pod: name, container, previous } = question;
  const pod = snapshot.objects.Pod.find(
    ({ metadata }) => metadata.namespace === namespace && metadata.name === name,
  );
  if (pod === undefined) throw new ViglaError('not_found', `There is no pod ${namespace}/${name}.`);
  const containers = [...pod.spec.initContainers, ...pod.spec.containers].map((one) => one.name);
  if (!containers.includes(container)) {
    const others = containers.join(', ');
    throw new ViglaError(
      'not_found',
      `Pod ${namespace}/${name} has no container ${container}; it has ${others}.`,
    );
  }
  if (previous === true) {
    throw new ViglaError(
      'not_found',
      `Container ${container} of pod ${namespace}/${name} has no earlier run: nothing restarted in the recorded mesh.`,
    );
  }
  return { namespace, pod: name, ip: pod.status.podIP ?? '-', containers };
}
