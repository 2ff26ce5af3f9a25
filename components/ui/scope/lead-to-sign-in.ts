import { ApiError } from '#lib/api-client.ts';
import { signInAddress } from '#lib/sign-in.ts';

/** Leaves for the sign-in page when an answer says that nobody is signed in any more; back to this page afterwards. */
export function leadToSignIn(error: Error): void {
  if (error instanceof ApiError && error.code === 'unauthenticated') goToSignIn();
}

/** The sign-in page, and back to this one afterwards. */
export function goToSignIn(): void {
  const { pathname, search } = window.location;
  window.location.assign(signInAddress({ reason: 'session-ended', returnTo: pathname + search }));
}
