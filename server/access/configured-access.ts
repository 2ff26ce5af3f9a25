import { getSources } from '#server/sources/sources.ts';
import { type Access, openAccess } from './access.ts';
import { reviewedVisibility } from './reviewed-visibility.ts';
import { getSignIn } from './sign-in/configured-sign-in.ts';

/** Whoever signs in sees what the cluster's own rules allow; where nobody has to, everybody sees everything. */
function createAccess(): Access {
  const signIn = getSignIn();
  if (signIn === undefined) return openAccess;
  return {
    identify: (request) => signIn.identify(request),
    visibilityOf: reviewedVisibility({ getSources }),
  };
}

const processWide: { [key: symbol]: Access | undefined } = globalThis;
const key = Symbol.for('vigla.access');

/**
 * The access of this process: on the global object because the framework loads this module once for each bundle.
 * @throws ViglaError `bad_configuration`
 */
export function getAccess(): Access {
  processWide[key] ??= createAccess();
  return processWide[key];
}
