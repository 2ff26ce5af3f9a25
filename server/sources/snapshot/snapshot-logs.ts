import type { LineOf } from '#lib/snapshot/parts.ts';
import { ViglaError } from '#server/errors.ts';
import type { LogQuestion, LogSource, StoredLine } from '#server/sources/interface.ts';

/** The lines of the chosen containers. Who follows them waits: nothing is written any more. */
export function snapshotLogs(logs: readonly LineOf<'log'>[]): LogSource {
  const byPlace = new Map(logs.map((log) => [placeOf(log), log.lines]));
  return {
    async *read(question, signal) {
      const lines = byPlace.get(placeOf(question));
      if (lines === undefined || question.previous === true) throw notKept(question);
      const chosen = newestOf(lines, question);
      if (chosen.length > 0) yield chosen;
      if (question.follow === true) await aborted(signal);
    },
  };
}

function newestOf(lines: readonly StoredLine[], { fromMs, tailLines }: LogQuestion): StoredLine[] {
  const inTime = lines.filter(({ atMs }) => fromMs === undefined || atMs === undefined || atMs >= fromMs);
  return tailLines === undefined ? inTime : inTime.slice(Math.max(0, inTime.length - tailLines));
}

function notKept({ namespace, pod, container, previous }: LogQuestion): ViglaError {
  const what = previous === true ? 'earlier run' : 'log';
  return new ViglaError(
    'not_found',
    `The snapshot has no ${what} of container ${container} of pod ${namespace}/${pod}.`,
  );
}

function placeOf({
  namespace,
  pod,
  container,
}: Pick<LogQuestion, 'namespace' | 'pod' | 'container'>): string {
  return `${namespace}/${pod}/${container}`;
}

async function aborted(signal: AbortSignal): Promise<void> {
  if (signal.aborted) return;
  const { promise, resolve } = Promise.withResolvers<void>();
  signal.addEventListener('abort', () => resolve(), { once: true });
  await promise;
}
