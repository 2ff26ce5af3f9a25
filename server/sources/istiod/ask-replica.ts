import type { IstiodAnswer, IstiodQuestion } from '#lib/proxy/istiod-endpoints.ts';
import { Slots } from '#server/slots.ts';
import { allowedIstiod } from '#server/sources/observed/allowed-question.ts';
import type { StreamAnswer } from '#server/sources/observed/ask-over-stream.ts';
import { observed } from '#server/sources/observed.ts';
import { failureOf, failureOfError, Refusal } from './read-answer.ts';
import type { Replica } from './replicas.ts';
import type { Way } from './way.ts';

export type AskReplica = (
  replica: Replica,
  question: IstiodQuestion,
  options: { timeoutMs: number; signal: AbortSignal },
) => Promise<IstiodAnswer>;

const mostReplicasAtOnce = 8;

/** Asks one replica. Whatever keeps it from answering is its answer, but a cancellation. */
export function askingReplicas(way: Way): AskReplica {
  const slots = new Slots(mostReplicasAtOnce);

  return async (replica, question, { timeoutMs, signal }) => {
    const { pod, revision } = replica;
    const path = allowedIstiod(question);
    const release = await slots.take(signal);
    try {
      const answer = await observed(
        {
          source: 'istiod',
          operation: `answer ${path} ${way.whereabouts(replica)}`,
          timeoutMs,
          signal,
          retries: 1,
        },
        (inTime) => send(way, { replica, question, path, signal: inTime }),
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

async function send(way: Way, { replica, question, path, signal }: Sent): Promise<StreamAnswer> {
  const answer = await way.send(replica, path, signal);
  const failure = failureOf(answer, question);
  // That a proxy belongs to another replica is an answer, and no failure.
  if (failure !== undefined && failure.code !== 'not_connected') throw new Refusal(failure);
  return answer;
}

type Sent = { replica: Replica; question: IstiodQuestion; path: string; signal: AbortSignal };
