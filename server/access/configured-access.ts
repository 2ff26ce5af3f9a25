import type { Sources } from '#server/sources/interface.ts';
import { type Access, openAccess } from './access.ts';
import { reviewedVisibility } from './reviewed-visibility.ts';
import { getSignIn } from './sign-in/configured-sign-in.ts';

/** Whoever signs in sees what the cluster's own rules allow; where nobody has to, everybody sees everything. */
function createAccess(): Access {
  const signIn = getSignIn();
  if (signIn === undefined) return openAccess;
  const bySources = new WeakMap<Sources, ReturnType<typeof reviewedVisibility>>();
  return {
    identify: (request) => signIn.identify(request),
    visibilityOf(user, signal, sources) {
      const reviewed = bySources.get(sources) ?? reviewedVisibility({ getSources: () => sources });
      bySources.set(sources, reviewed);
      return reviewed(user, signal);
    },
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
