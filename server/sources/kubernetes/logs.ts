import { ViglaError } from '#server/errors.ts';
import { Slots } from '#server/slots.ts';
import type { LogQuestion, LogSource, StoredLine } from '#server/sources/interface.ts';
import type { ApiClient } from './api-client.ts';
import { codeOf } from './api-error.ts';
import { isLostLog, logFailure, lostLog } from './logs-failure.ts';
import { followLog } from './logs-follow.ts';
import { LogLines, type StampedLine } from './logs-lines.ts';
import { LogProgress, rfc3339 } from './logs-progress.ts';
import type { Timing } from './timing.ts';

/** A page of many containers shall not take all connections of the API server. */
const mostReads = 16;
const mostFollows = 200;

/** Logs of containers through the Kubernetes API, as `kubectl logs` reads them. */
export function createLogs({ client, timing }: { client: ApiClient; timing: Timing }): LogSource {
  const reads = new Slots(mostReads);
  const follows = new Slots(mostFollows);

  /** A kept connection may have been closed just now: what was not answered at all is asked once more. */
  async function open(question: LogQuestion, since: bigint | undefined, signal: AbortSignal) {
    try {
      return await client.stream(requestOf(question, since, signal));
    } catch (error) {
      if (signal.aborted || !/^(ECONNRESET|UND_ERR_SOCKET)$/.test(codeOf(error) ?? '')) throw error;
      return client.stream(requestOf(question, since, signal));
    }
  }

  async function* readOnce(question: LogQuestion, signal: AbortSignal): AsyncGenerator<StampedLine[]> {
    const progress = new LogProgress(question.fromMs);
    const lines = new LogLines();
    for await (const piece of await open(question, progress.since, signal)) {
      yield progress.fresh(lines.take(piece));
    }
    yield progress.fresh(lines.end());
  }

  return {
    async *read(question, signal): AsyncGenerator<StoredLine[]> {
      const isFollow = question.follow === true;
      if (isFollow && follows.isFull) throw tooManyFollowed();
      const release = await (isFollow ? follows : reads).take(signal);
      try {
        const batches = isFollow
          ? followLog(question, { client, timing, signal, open: (since) => open(question, since, signal) })
          : readOnce(question, signal);
        for await (const batch of batches) {
          if (batch.some(({ stamp, line }) => stamp === undefined && isLostLog(line.text)))
            throw lostLog(question);
          if (batch.length > 0) yield batch.map(({ line }) => line);
        }
      } catch (error) {
        throw logFailure(error, question);
      } finally {
        release();
      }
    },
  };
}

function requestOf(question: LogQuestion, since: bigint | undefined, signal: AbortSignal) {
  const { namespace, pod, container, tailLines, previous, follow } = question;
  return {
    path: `/api/v1/namespaces/${namespace}/pods/${pod}/log`,
    query: {
      container,
      timestamps: 'true',
      sinceTime: since === undefined ? undefined : rfc3339(since),
      tailLines: tailLines === undefined ? undefined : String(tailLines),
      previous: previous === true ? 'true' : undefined,
      follow: follow === true ? 'true' : undefined,
    },
    signal,
    mayBeSilent: follow === true,
  };
}

function tooManyFollowed(): ViglaError {
  return new ViglaError(
    'too_large',
    `${mostFollows} containers are being followed already. Close a page that follows logs, or choose fewer containers.`,
  );
}
