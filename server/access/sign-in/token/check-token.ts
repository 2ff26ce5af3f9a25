import { decodeJwt } from 'jose';
import type { SignInReason } from '#lib/sign-in.ts';
import { ViglaError } from '#server/errors.ts';
import type { ReviewSource } from '#server/sources/interface.ts';
import type { Session } from '../session/session.ts';

type Question = {
  token: string;
  reviews: Pick<ReviewSource, 'whoIs'> | undefined;
  nowSeconds: number;
  /** A session lasts no longer, even where the token does. */
  lifetimeSeconds: number;
  signal: AbortSignal;
};

/** Asks the cluster whose token it is, before anything is remembered of it. */
export async function checkToken(question: Question): Promise<Session | { reason: SignInReason }> {
  const { reviews, nowSeconds, signal } = question;
  const token = question.token.trim().replace(/^Bearer\s+/i, '');
  if (token === '') return { reason: 'token-missing' };
  // What cannot be the value of a header is no token.
  if (!/^[\x21-\x7e]+$/.test(token)) return { reason: 'token-refused' };
  if (reviews === undefined) return { reason: 'cluster-unreachable' };
  try {
    const { name, groups } = await reviews.whoIs(token, signal);
    const untilSeconds = Math.min(nowSeconds + question.lifetimeSeconds, endOf(token));
    return { name, groups: [...groups], token, untilSeconds };
  } catch (error) {
    if (!(error instanceof ViglaError)) throw error;
    if (error.code === 'unauthenticated') return { reason: 'token-refused' };
    if (error.code.startsWith('source_')) return { reason: 'cluster-unreachable' };
    throw error;
  }
}

/** When a token that is a JWT ends, in epoch seconds. Only the cluster can tell whether it is genuine. */
function endOf(token: string): number {
  try {
    return decodeJwt(token).exp ?? Number.POSITIVE_INFINITY;
  } catch {
    // Static tokens and those of webhooks are no JWTs.
    return Number.POSITIVE_INFINITY;
  }
}
