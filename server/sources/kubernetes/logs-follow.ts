import { setTimeout } from 'node:timers/promises';
import { ViglaError } from '#server/errors.ts';
import type { LogQuestion } from '#server/sources/interface.ts';
import type { ApiClient } from './api-client.ts';
import { ApiError, codeOf } from './api-error.ts';
import { LogLines, type StampedLine } from './logs-lines.ts';
import { LogProgress } from './logs-progress.ts';
import { readRunState } from './logs-run-state.ts';
import { backOffMs, type Timing } from './timing.ts';

type FollowOptions = {
  client: ApiClient;
  timing: Timing;
  signal: AbortSignal;
  open(since: bigint | undefined): Promise<AsyncIterable<Buffer>>;
};

/** After so many openings in a row that failed, somebody has to look. */
const mostFailures = 8;
/** An opening that lasted so long was a good one. */
const soundMs = 5_000;

/**
 * New lines of a container until it ends. An answer that ends, is cut or falls silent says nothing about the container
 * (the kubelet ends it when a log is rotated, a balancer when it likes): the pod is looked at, and while the container
 * runs the log is opened again at the last line. Throws when the pod is gone, or when nobody can tell any more.
 */
export async function* followLog(
  question: LogQuestion,
  { client, timing, signal, open }: FollowOptions,
): AsyncGenerator<StampedLine[]> {
  const progress = new LogProgress(question.fromMs);
  let failures = 0;
  let wasOpen = false;
  while (!signal.aborted) {
    const lines = new LogLines();
    const startedAt = performance.now();
    let failure: unknown;
    try {
      const pieces = await open(progress.since);
      wasOpen = true;
      for await (const piece of pieces) {
        const batch = progress.fresh(lines.take(piece));
        if (batch.length > 0) failures = 0;
        yield batch;
      }
    } catch (error) {
      failure = error;
    }
    if (signal.aborted) return;
    if (performance.now() - startedAt > soundMs) failures = 0;
    if (isQuiet(failure)) failures = 0;
    if (isRefused(failure) && !(wasOpen && isNotRunning(failure))) throw failure;
    const goesOn = !isNotRunning(failure) && (await isStillRunning(failure));
    if (!goesOn) return yield progress.fresh(lines.end());
    progress.reopen();
    if (!isQuiet(failure)) await pause();
  }

  async function isStillRunning(failure: unknown): Promise<boolean> {
    const { namespace, pod, container } = question;
    const hasFailed = failure !== undefined && !isQuiet(failure);
    if (hasFailed && failures >= mostFailures) throw failure;
    try {
      const state = await readRunState(client, { namespace, pod, container, signal });
      if (state === 'gone') throw podGone(question);
      return state === 'running';
    } catch (error) {
      if (error instanceof ViglaError || failures >= mostFailures) throw error;
      // While the server cannot be asked, the container is taken to run on.
      return !signal.aborted;
    }
  }

  async function pause(): Promise<void> {
    const ms = backOffMs({ attempt: failures, timing, random: Math.random() });
    failures += 1;
    // Rejects only when the signal aborts, which the loop looks at next.
    await setTimeout(ms, undefined, { signal, ref: false }).catch(() => undefined);
  }
}

function podGone({ namespace, pod }: LogQuestion): ViglaError {
  return new ViglaError(
    'not_found',
    `Pod ${namespace}/${pod} is gone: it was deleted while its log was followed.`,
  );
}

/** Nothing was written for a while, not even the head of the answer. */
function isQuiet(failure: unknown): boolean {
  return /^UND_ERR_(HEADERS|BODY)_TIMEOUT$/.test(codeOf(failure) ?? '');
}

/** Asking again would not help. */
function isRefused(failure: unknown): boolean {
  return failure instanceof ApiError && failure.status < 500 && failure.status !== 429;
}

/** Between two runs of a container its log cannot be opened. */
function isNotRunning(failure: unknown): boolean {
  return failure instanceof ApiError && failure.status === 400;
}
