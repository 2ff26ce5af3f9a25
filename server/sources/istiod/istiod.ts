import { type IstiodAnswer, type IstiodQuestion, istiodEndpoints } from '#lib/proxy/istiod-endpoints.ts';
import { coalesce } from '#server/coalesce.ts';
import type { IstiodSource, ObjectSource } from '#server/sources/interface.ts';
import { allowedIstiod } from '#server/sources/observed/allowed-question.ts';
import { askOverStream } from '#server/sources/observed/ask-over-stream.ts';
import type { ForwardPort } from '#server/sources/observed/pod-port.ts';
import { Slots } from '#server/sources/observed/slots.ts';
import { observed } from '#server/sources/observed.ts';
import { countCacheLookup } from '#server/telemetry.ts';
import { failureOf, failureOfError, Refusal } from './read-answer.ts';
import { findReplicas, type Replica } from './replicas.ts';
import { describeReplicas } from './status.ts';

export type IstiodOptions = {
  forwardPort: ForwardPort;
  objects: Pick<ObjectSource, 'snapshot'>;
  /** For one question to one replica, its port-forward included. */
  timeoutMs: number;
  limitBytes: number;
  now?: () => number;
};

/** A page asks the same within moments; what is older would hide that a proxy has caught up. */
const lifetimeMs = 3_000;
const keptBytes = 32_000_000;
const mostReplicasAtOnce = 8;
/** The page of sources waits three seconds for all of it. */
const statusPatienceMs = 2_000;

/** The monitoring port of every replica of istiod, over port-forwards: istiod takes those for its own pod's questions. */
export function createIstiod(options: IstiodOptions): IstiodSource {
  const { forwardPort, objects, limitBytes, now = Date.now } = options;
  const slots = new Slots(mostReplicasAtOnce);
  const answers = coalesce<IstiodAnswer[]>({
    lifetimeMs,
    maximumSize: keptBytes,
    sizeOf: (list) => list.reduce((sum, { body }) => sum + (body?.byteLength ?? 0), 0),
    now,
    count: (result) => countCacheLookup('istiod', result),
  });

  async function askReplica(replica: Replica, asked: Asked): Promise<IstiodAnswer> {
    const { pod, revision } = replica;
    const { question, path, timeoutMs, signal } = asked;
    const release = await slots.take(signal);
    try {
      const body = await observed(
        { source: 'istiod', operation: `answer ${path} in pod ${pod}`, timeoutMs, signal, retries: 1 },
        async (inTime) => {
          const stream = await forwardPort(replica, inTime);
          const answer = await askOverStream(
            stream,
            {
              method: 'GET',
              path,
              limitBytes,
              what: `The answer of istiod ${pod} to ${path}`,
              advice: 'Raise VIGLA_ANSWER_LIMIT_MB to read it.',
            },
            inTime,
          );
          const failure = failureOf(answer, question);
          if (failure !== undefined) throw new Refusal(failure);
          return answer.body;
        },
      );
      return { replica: pod, revision, body };
    } catch (error) {
      signal.throwIfAborted();
      return { replica: pod, revision, failure: failureOfError(error) };
    } finally {
      release();
    }
  }

  async function askAll(replicas: readonly Replica[], asked: Asked): Promise<IstiodAnswer[]> {
    return Promise.all(replicas.map((replica) => askReplica(replica, asked)));
  }

  return {
    async ask(question, signal) {
      const path = allowedIstiod(question);
      const { running } = findReplicas(await objects.snapshot(signal));
      const load = (inTime: AbortSignal) =>
        askAll(running, { question, path, timeoutMs: options.timeoutMs, signal: inTime });
      // The dump of a proxy is made anew each time and is large; whoever reads it keeps it by its nonce.
      if (istiodEndpoints[question.endpoint].isPerProxy) return load(signal ?? new AbortController().signal);
      const names = running.map(({ pod }) => pod).join();
      return answers.get(`${path} ${names}`, load, signal);
    },
    async status() {
      const { running, waiting } = findReplicas(await objects.snapshot());
      const question = { endpoint: 'version' } as const;
      const asked = { question, path: allowedIstiod(question), timeoutMs: statusPatienceMs };
      const said = await askAll(running, { ...asked, signal: new AbortController().signal });
      return describeReplicas({ running, waiting, said });
    },
  };
}

type Asked = { question: IstiodQuestion; path: string; timeoutMs: number; signal: AbortSignal };
