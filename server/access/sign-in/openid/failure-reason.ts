import { AuthorizationResponseError, ClientError } from 'openid-client';
import type { SignInReason } from '#lib/sign-in.ts';
import { ViglaError } from '#server/errors.ts';

/** What a failed step at the provider is told as: it does not answer, it said no, or it said what makes no sense. */
export function failureReason(error: unknown): SignInReason {
  if (error instanceof ViglaError && error.code === 'too_large') return 'too-large';
  if (error instanceof AuthorizationResponseError)
    return error.error === 'access_denied' ? 'denied' : 'provider-refused';
  // `fetch` tells all that keeps it from an answer as a TypeError.
  if (error instanceof TypeError) return 'provider-unreachable';
  if (!(error instanceof ClientError)) return 'provider-refused';
  if (error.code === 'OAUTH_TIMEOUT' || error.code === 'OAUTH_ABORT') return 'provider-unreachable';
  // What stands in front of a provider that is down answers in its place.
  const isDown = error.cause instanceof Response && error.cause.status >= 500;
  return isDown ? 'provider-unreachable' : 'provider-refused';
}
