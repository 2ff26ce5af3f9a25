import { visibilityLifetimeMs } from '#server/access/reviewed-visibility.ts';
import { getSignIn } from '#server/access/sign-in/configured-sign-in.ts';
import { onSessionEnd } from '#server/access/sign-in/session/session-ends.ts';
import { ViglaError } from '#server/errors.ts';
import type { LoadContext } from '#server/sources/interface.ts';
import { contextOf } from './load-context.ts';
import { stopSignal } from './stop/stopping.ts';

type Watched = {
  request: Request;
  /** As it was when the stream began. */
  context: LoadContext;
  /** Aborts when the reader has gone. */
  signal: AbortSignal;
  lookAgainMs?: number | undefined;
};

/** Timers of Node take no longer time. */
const longestMs = 2 ** 31 - 1;

/**
 * Aborts with why a reader may not have more of a stream: not signed in any more, fewer rights than when it began, or
 * Vigla stops. Looked at each time rights may have changed, when the session is over, and when its owner ends it.
 */
export async function watchReader({
  request,
  context,
  signal,
  lookAgainMs = visibilityLifetimeMs,
}: Watched): Promise<AbortSignal> {
  const ended = new AbortController();
  const gone = new AbortController();
  const end = (reason: unknown) => {
    gone.abort();
    ended.abort(reason);
  };
  const look = () => checkReader(request, context).catch(end);
  const timer = setInterval(look, lookAgainMs);
  gone.signal.addEventListener('abort', () => clearInterval(timer));
  const stopping = stopSignal();
  stopping.addEventListener('abort', () => end(stopping.reason), { signal: gone.signal });
  if (stopping.aborted) end(stopping.reason);
  await watchSession({ request, look, end, gone: gone.signal });
  if (signal.aborted) gone.abort();
  else signal.addEventListener('abort', () => gone.abort(), { once: true });
  return ended.signal;
}

type SessionWatch = { request: Request; look: () => void; end: (reason: unknown) => void; gone: AbortSignal };

async function watchSession({ request, look, end, gone }: SessionWatch): Promise<void> {
  const session = await getSignIn()?.sessions?.read(request);
  if (session === undefined || gone.aborted) return;
  const forget = onSessionEnd(session, () => end(signedOut()));
  const leftMs = session.untilSeconds * 1000 - Date.now();
  const timer = setTimeout(look, Math.min(Math.max(leftMs, 0), longestMs));
  gone.addEventListener('abort', () => {
    forget();
    clearTimeout(timer);
  });
}

async function checkReader(request: Request, { visibleNamespaces: before }: LoadContext): Promise<void> {
  const { visibleNamespaces: now } = await contextOf(request);
  if (now === undefined) return;
  if (before === undefined || [...before].some((namespace) => !now.has(namespace)))
    throw new ViglaError(
      'rights_changed',
      'You may see less than when this began, so it has ended. What you may still see is shown when it is asked for again.',
    );
}

function signedOut(): ViglaError {
  return new ViglaError('unauthenticated', 'You have signed out. Sign in to see this.');
}
