import { setTimeout as wait } from 'node:timers/promises';
import { z } from 'zod';
import { ViglaError } from '#server/errors.ts';
import type { LogQuestion, LogSource, ObjectsSnapshot, StoredLine } from '#server/sources/interface.ts';
import { once } from '../once.ts';
import type { Place } from '../traffic/places.ts';
import type { Traffic } from '../traffic/traffic.ts';
import { type ModelledLog, modelledLog } from './modelled-log.ts';
import { recordedLines } from './recorded-lines.ts';

const packedLogs = z.record(z.string(), z.string());
/** What is kept of a log: like the kubelet, which rotates. */
const keptLines = 10_000;
const batchLines = 500;
const pollMs = 1000;

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
      const most = Math.min(question.tailLines ?? keptLines, keptLines);
      const fromMs = Math.max(question.fromMs ?? 0, startSeconds * 1000);
      const toMs = now();
      const modelled = log.newest({ fromMs: fromMs - 0.001, toMs, most });
      const old = recorded.filter(({ atMs }) => atMs >= fromMs && atMs <= toMs);
      const all = [...modelled, ...old].sort((one, other) => one.atMs - other.atMs);
      const newest = all.slice(Math.max(0, all.length - most));
      for (let start = 0; start < newest.length && !signal.aborted; start += batchLines) {
        yield newest.slice(start, start + batchLines);
      }
      if (question.follow === true) yield* newLines({ log, fromMs: toMs, now, signal });
    },
  };
}

/** Lines as their time comes, until the signal is aborted. */
async function* newLines(input: {
  log: ModelledLog;
  fromMs: number;
  now: () => number;
  signal: AbortSignal;
}): AsyncGenerator<StoredLine[]> {
  const { log, fromMs, now, signal } = input;
  let seenMs = fromMs;
  // Requests that have begun before may still write.
  let pending = log.begunIn({ fromMs: fromMs - 10_000, toMs: fromMs }).filter(({ atMs }) => atMs > fromMs);
  while (!signal.aborted) {
    await wait(pollMs, undefined, { signal }).catch(() => undefined);
    const nowMs = now();
    if (signal.aborted || nowMs <= seenMs) continue;
    pending.push(...log.begunIn({ fromMs: seenMs, toMs: nowMs }));
    const written = pending.filter(({ atMs }) => atMs <= nowMs);
    pending = pending.filter(({ atMs }) => atMs > nowMs);
    seenMs = nowMs;
    if (written.length > 0) yield written.sort((one, other) => one.atMs - other.atMs);
  }
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
