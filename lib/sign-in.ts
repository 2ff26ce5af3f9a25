import { z } from 'zod';

/** Ways of signing in; without any, everybody is anonymous. */
export const signInModes = ['token', 'openid', 'header'] as const;
export type SignInMode = (typeof signInModes)[number];

/** Why somebody stands before the sign-in page: what the address of that page may say. */
export const signInReasons = [
  'signed-out',
  'signed-out-here',
  'session-ended',
  'token-missing',
  'token-refused',
  'cluster-unreachable',
  'denied',
  'interrupted',
  'provider-unreachable',
  'provider-refused',
  'name-missing',
  'too-large',
  'too-many-tries',
] as const;
export type SignInReason = (typeof signInReasons)[number];

const signInPath = '/auth/sign-in';

/** What the server answers to signing out: where the browser is to go. */
export const signOutSchema = z.strictObject({ location: z.string() });

/** The sign-in page, and where it leads afterwards. */
export function signInAddress({
  reason,
  returnTo,
}: {
  reason?: SignInReason | undefined;
  returnTo?: string | undefined;
}): string {
  const parameters = new URLSearchParams();
  if (reason !== undefined) parameters.set('reason', reason);
  if (returnTo !== undefined && returnTo !== '/') parameters.set('return', returnTo);
  return parameters.size === 0 ? signInPath : `${signInPath}?${parameters}`;
}
