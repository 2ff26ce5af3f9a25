import { ViglaError } from '#server/errors.ts';
import { codeOf, describeFailure, hasStatus } from './api-error.ts';

type Way = { hasToken: boolean; isImpersonating: boolean };

/** An access review that gave no answer, told to the user whose rights were in question. */
export function reviewFailure(cause: unknown, way: Way): ViglaError {
  if (way.hasToken && hasStatus(cause, 401)) {
    const message = 'The cluster does not accept your token, or not any more. Sign in again.';
    return new ViglaError('unauthenticated', message, { cause });
  }
  const what = `The Kubernetes API could not say what you may see: ${describeFailure(cause)}.`;
  const isRefused = hasStatus(cause, 403);
  if (isRefused) return new ViglaError('source_failed', `${what} ${remedyOf(way)}`, { cause });
  const isSlow = /_TIMEOUT$/.test(codeOf(cause) ?? '');
  const wait = 'Until it does, nothing is shown.';
  return new ViglaError(isSlow ? 'source_timeout' : 'source_unreachable', `${what} ${wait}`, { cause });
}

function remedyOf({ hasToken, isImpersonating }: Way): string {
  if (hasToken) return 'Whoever signs in needs the right to create selfsubjectaccessreviews.';
  return isImpersonating
    ? "Grant Vigla's account the verb impersonate on users and groups."
    : "Grant Vigla's account the verb create on subjectaccessreviews.authorization.k8s.io.";
}
