import { ViglaError } from '#server/errors.ts';
import type { Place } from '../place.ts';
import type { Session } from '../session/session.ts';
import type { Sessions } from '../session/sessions.ts';
import type { Renewal, SignIn } from '../sign-in.ts';
import { failureReason } from './failure-reason.ts';
import { createOpenId } from './openid.ts';
import { createProvider } from './provider.ts';
import { createRenewal } from './renew.ts';
import type { OpenIdSettings } from './settings.ts';
import { writeFitting } from './write-fitting.ts';

type Setup = {
  settings: OpenIdSettings;
  sessions: Sessions;
  secret: string;
  place: Place;
  now: () => number;
};

/** People sign in at an OpenID provider, whose word is asked for again before it gets old. */
export function openIdSignIn({ settings, sessions, secret, place, now }: Setup): SignIn {
  const provider = createProvider(settings, now);
  const renewal = createRenewal({ provider, settings, now });
  const isStale = ({ openid }: Session) => now() / 1000 >= (openid?.refresh?.freshUntilSeconds ?? Infinity);
  return {
    mode: 'openid',
    place,
    sessions,
    openid: createOpenId({ settings, provider, secret, place, now }),
    async identify(request) {
      const session = await sessions.read(request);
      if (session?.openid === undefined) throw unknown('Sign in to see this.');
      if (isStale(session)) throw unknown('Your sign-in could not be renewed. Sign in again.');
      const { name, groups } = session;
      return { name, groups, isAnonymous: false, canSignOut: true };
    },
    async renew(request) {
      const session = await sessions.read(request);
      if (now() / 1000 < (session?.openid?.refresh?.fromSeconds ?? Infinity) || session === undefined)
        return undefined;
      const outcome = await renewal(session);
      if ('session' in outcome) return await keep({ sessions, request, session: outcome.session });
      // What the provider said last still counts: it may be back, or another replica may have asked already.
      if (!isStale(session)) return undefined;
      if (outcome.reason === 'provider-unreachable') return { setCookies: [], reason: outcome.reason };
      return { setCookies: sessions.end(request), reason: 'session-ended' };
    },
  };
}

type Kept = Parameters<typeof writeFitting>[0];

/** Somebody who has become a member of too many groups meanwhile has to be told, as when signing in. */
async function keep({ sessions, request, session }: Kept): Promise<Renewal> {
  try {
    return { setCookies: await writeFitting({ sessions, request, session }) };
  } catch (error) {
    if (failureReason(error) !== 'too-large') throw error;
    return { setCookies: sessions.end(request), reason: 'too-large' };
  }
}

function unknown(words: string): ViglaError {
  return new ViglaError('unauthenticated', words);
}
