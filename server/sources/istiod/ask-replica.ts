import type { IstiodAnswer, IstiodQuestion } from '#lib/proxy/istiod-endpoints.ts';
import { Slots } from '#server/slots.ts';
import { allowedIstiod } from '#server/sources/observed/allowed-question.ts';
import { askOverStream, type StreamAnswer } from '#server/sources/observed/ask-over-stream.ts';
import type { ForwardPort } from '#server/sources/observed/pod-port.ts';
import { observed } from '#server/sources/observed.ts';
import { failureOf, failureOfError, Refusal } from './read-answer.ts';
import type { Replica } from './replicas.ts';

export type AskReplica = (
  replica: Replica,
  question: IstiodQuestion,
  options: { timeoutMs: number; signal: AbortSignal },
) => Promise<IstiodAnswer>;

const mostReplicasAtOnce = 8;

/** Asks one replica over a port-forward of its own. Whatever keeps it from answering is its answer, but a cancellation. */
export function askingReplicas(pods: { forwardPort: ForwardPort; limitBytes: number }): AskReplica {
  const slots = new Slots(mostReplicasAtOnce);

  return async (replica, question, { timeoutMs, signal }) => {
    const { pod, revision } = replica;
    const path = allowedIstiod(question);
    const release = await slots.take(signal);
    try {
      const answer = await observed(
        { source: 'istiod', operation: `answer ${path} in pod ${pod}`, timeoutMs, signal, retries: 1 },
        (inTime) => send({ ...pods, replica, question, path, signal: inTime }),
      );
      const failure = failureOf(answer, question);
      return failure === undefined
        ? { replica: pod, revision, body: answer.body }
        : { replica: pod, revision, failure };
    } catch (error) {
      signal.throwIfAborted();
      return { replica: pod, revision, failure: failureOfError(error) };
    } finally {
      release();
    }
  };
}

type Sent = {
  forwardPort: ForwardPort;
  limitBytes: number;
  replica: Replica;
  question: IstiodQuestion;
  path: string;
  signal: AbortSignal;
};

async function send({
  forwardPort,
  limitBytes,
  replica,
  question,
  path,
  signal,
}: Sent): Promise<StreamAnswer> {
  const stream = await forwardPort(replica, signal);
  const what = `The answer of istiod ${replica.pod} to ${path}`;
  const advice = 'Raise VIGLA_ANSWER_LIMIT_MB to read it.';
  const answer = await askOverStream(stream, { method: 'GET', path, limitBytes, what, advice }, signal);
  const failure = failureOf(answer, question);
  // That a proxy belongs to another replica is an answer, and no failure.
  if (failure !== undefined && failure.code !== 'not_connected') throw new Refusal(failure);
  return answer;
}
