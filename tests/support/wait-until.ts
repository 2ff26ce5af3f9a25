import { setTimeout } from 'node:timers/promises';

/**
 * Asks again and again until the answer is something other than `undefined` or `false`, and returns it.
 * A thrown error counts as "not yet" and is told when time is up.
 */
export async function waitUntil<Answer>(
  ask: () => Answer | Promise<Answer>,
  options: { what: string; withinMs: number; everyMs?: number },
): Promise<Exclude<Awaited<Answer>, undefined | false>> {
  const deadline = performance.now() + options.withinMs;
  let last: unknown;
  while (performance.now() < deadline) {
    try {
      const answer = await ask();
      if (isThere(answer)) return answer;
      last = undefined;
    } catch (error) {
      last = error;
    }
    await setTimeout(options.everyMs ?? 25);
  }
  throw new Error(`Not within ${options.withinMs} ms: ${options.what}`, { cause: last });
}

function isThere<Answer>(answer: Answer): answer is Exclude<Answer, undefined | false> {
  return answer !== undefined && answer !== false;
}
