import { ViglaError } from '#server/errors.ts';
import type { Place } from '../place.ts';
import type { Sessions } from '../session/sessions.ts';
import type { SignIn } from '../sign-in.ts';

/** People give a token of the Kubernetes API; it stays in their own cookie, and what they see is what it may list. */
export function tokenSignIn({ sessions, place }: { sessions: Sessions; place: Place }): SignIn {
  return {
    mode: 'token',
    place,
    sessions,
    async identify(request) {
      const session = await sessions.read(request);
      if (session?.token === undefined) throw new ViglaError('unauthenticated', 'Sign in to see this.');
      const { name, groups, token } = session;
      return { name, groups, token, isAnonymous: false, canSignOut: true };
    },
  };
}
