import { limitOf } from '#lib/contract/limits.ts';
import type { User } from '#server/access/user.ts';
import { getConfig } from '#server/config.ts';
import { ViglaError } from '#server/errors.ts';
import { callerOf } from './caller.ts';
import { processLimits } from './process-limits.ts';

/** A page that is closed gives its stream back; who waits for that looks again soon. */
const retryAfterSeconds = 10;

/**
 * Counts a stream as open; answers how to say that it is not any more.
 * @throws ViglaError `too_many_requests` where its user, or all users together, have too many open
 */
export function holdStream(request: Request, user: User): () => void {
  const isLimited = limitOf(request.method, new URL(request.url).pathname) === 'follows';
  const caller = isLimited ? callerOf(request, user) : undefined;
  if (caller === undefined) return () => undefined;
  const held = processLimits().follows.take(caller.key);
  if (typeof held === 'function') return held;
  const { VIGLA_LIMIT_OPEN_FOLLOWS: own, VIGLA_LIMIT_ALL_FOLLOWS: all } = getConfig();
  const words =
    held === 'own'
      ? `You follow logs in ${own} pages already, the most that one user may (VIGLA_LIMIT_OPEN_FOLLOWS). Close one of them.`
      : `${all} pages follow logs already, the most that Vigla serves at a time (VIGLA_LIMIT_ALL_FOLLOWS). Try again later.`;
  throw new ViglaError('too_many_requests', words, { retryAfterSeconds });
}
