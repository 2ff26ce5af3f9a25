import { setTimeout as sleep } from 'node:timers/promises';
import type { SourceId } from '#lib/contract/status.ts';
import { messageOf, ViglaError } from '#server/errors.ts';
import { countSourceCall } from '#server/telemetry.ts';
import { connectionFailure } from './observed/connection-failure.ts';
import { sourceWords } from './observed/source-words.ts';

export type ObservedCall = {
  source: SourceId;
  /** What is being done, as it reads after "could not": `answer a query`. */
  operation: string;
  /** For the whole call with its retries. */
  timeoutMs: number;
  signal?: AbortSignal | undefined;
  /** How often an idempotent call is tried again; never by default. */
  retries?: number;
  delay?: (milliseconds: number, signal: AbortSignal) => Promise<unknown>;
};

const firstDelayMs = 100;

/**
 * Runs a call to a source: within a time limit, again when the source could not be reached (lost connections are
 * recognised; a call says so itself by throwing `source_unreachable`, e.g. for HTTP 502, 503 and 504), counted, and
 * with every failure told as a ViglaError that names the source and what to do.
 * @throws ViglaError `source_unreachable`, `source_timeout`, `source_failed`, or the one that the call threw
 */
export async function observed<Result>(
  options: ObservedCall,
  call: (signal: AbortSignal) => Promise<Result>,
): Promise<Result> {
  const startedMs = performance.now();
  const timeout = AbortSignal.timeout(options.timeoutMs);
  const signal = options.signal === undefined ? timeout : AbortSignal.any([options.signal, timeout]);
  let outcome = 'ok';
  try {
    return await withRetries({ ...options, signal }, call);
  } catch (error) {
    const isCancelled = options.signal?.aborted === true;
    const told = isCancelled ? cancelled(options, error) : failure(options, error, timeout.aborted);
    outcome = isCancelled ? 'cancelled' : told.code;
    throw told;
  } finally {
    countSourceCall({ source: options.source, outcome, seconds: (performance.now() - startedMs) / 1000 });
  }
}

async function withRetries<Result>(
  { retries = 0, delay = pause, signal }: ObservedCall & { signal: AbortSignal },
  call: (signal: AbortSignal) => Promise<Result>,
): Promise<Result> {
  for (let attempt = 0; ; attempt++) {
    try {
      signal.throwIfAborted();
      return await untilAborted(call(signal), signal);
    } catch (error) {
      if (attempt >= retries || signal.aborted || !isTransient(error)) throw error;
      // Half of the pause is chance, so that callers who failed together do not come back together.
      await delay(firstDelayMs * 2 ** attempt * (0.5 + Math.random() / 2), signal);
    }
  }
}

function pause(milliseconds: number, signal: AbortSignal): Promise<unknown> {
  return sleep(milliseconds, undefined, { signal });
}

/** Ends the wait also for a call that does not listen to its signal. */
function untilAborted<Result>(result: Promise<Result>, signal: AbortSignal): Promise<Result> {
  const { promise, resolve, reject } = Promise.withResolvers<Result>();
  const abort = () => reject(signal.reason);
  signal.addEventListener('abort', abort, { once: true });
  result.then(resolve, reject).finally(() => signal.removeEventListener('abort', abort));
  return promise;
}

function isTransient(error: unknown): boolean {
  if (error instanceof ViglaError) return error.code === 'source_unreachable';
  return connectionFailure(error)?.isTransient === true;
}

function cancelled({ source, operation }: ObservedCall, cause: unknown): ViglaError {
  return new ViglaError(
    'source_failed',
    `${sourceWords[source].name} was not awaited to ${operation}: cancelled.`,
    {
      cause,
    },
  );
}

function failure(call: ObservedCall, cause: unknown, isTimeout: boolean): ViglaError {
  if (cause instanceof ViglaError) return cause;
  const { name, whenUnreachable, whenSlow } = sourceWords[call.source];
  if (isTimeout) {
    const limit = `within ${call.timeoutMs / 1000} s`;
    return new ViglaError('source_timeout', `${name} did not ${call.operation} ${limit}. ${whenSlow}`, {
      cause,
    });
  }
  const lost = connectionFailure(cause);
  if (lost !== undefined) {
    const message = `${name} could not be reached (${lost.reason}). ${whenUnreachable}`;
    return new ViglaError('source_unreachable', message, { cause });
  }
  return new ViglaError('source_failed', `${name} could not ${call.operation}: ${messageOf(cause)}`, {
    cause,
  });
}
