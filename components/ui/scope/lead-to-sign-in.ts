import { ApiError } from '#lib/api-client.ts';
import { belowBasePath, withoutBasePath } from '#lib/base-path.ts';
import { signInAddress } from '#lib/sign-in.ts';

/** Leaves for the sign-in page when an answer says that nobody is signed in any more; back to this page afterwards. */
export function leadToSignIn(error: Error): void {
  if (error instanceof ApiError && error.code === 'unauthenticated') goToSignIn();
}

/** The sign-in page, and back to this one afterwards. */
export function goToSignIn(): void {
  const { pathname, search } = window.location;
  const returnTo = withoutBasePath(pathname) + search;
  window.location.assign(belowBasePath(signInAddress({ reason: 'session-ended', returnTo })));
}
