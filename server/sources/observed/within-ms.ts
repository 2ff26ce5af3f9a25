import { ViglaError } from '#server/errors.ts';

/**
 * What a candidate answers within a time limit of its own.
 * @throws ViglaError `source_timeout`, and what `ask` throws
 */
export async function withinMs<Answer>(
  limitMs: number,
  signal: AbortSignal,
  ask: (signal: AbortSignal) => Promise<Answer>,
): Promise<Answer> {
  const timeout = AbortSignal.timeout(limitMs);
  try {
    return await ask(AbortSignal.any([signal, timeout]));
  } catch (error) {
    if (!timeout.aborted || signal.aborted) throw error;
    throw new ViglaError('source_timeout', `It did not answer within ${limitMs / 1000} s.`, { cause: error });
  }
}
