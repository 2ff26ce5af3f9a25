import {
  authorizationCodeGrant,
  buildAuthorizationUrl,
  buildEndSessionUrl,
  calculatePKCECodeChallenge,
  randomNonce,
  randomPKCECodeVerifier,
  randomState,
} from 'openid-client';
import { type SignInReason, signInAddress } from '#lib/sign-in.ts';
import type { Place } from '../place.ts';
import type { Session } from '../session/session.ts';
import { createJourneys } from './journey.ts';
import type { Provider } from './provider.ts';
import { readIdentity } from './read-identity.ts';
import { sessionOf } from './session-of.ts';
import type { OpenIdSettings } from './settings.ts';

/** The way to the provider and back: authorization code with PKCE, state and nonce. */
export type OpenId = {
  /** For people. */
  providerName: string;
  begin(request: Request, returnTo: string): Promise<{ location: string; setCookie: string }>;
  /** Somebody comes back. Throws what `failureReason` tells. */
  finish(request: Request): Promise<{ session: Session; returnTo: string } | { reason: SignInReason }>;
  /** Forgets the way, however it ended. */
  forget(request: Request): string;
  /** Where the provider ends its own session; undefined for one that has no such place. */
  leave(session: Session | undefined): Promise<string | undefined>;
};

type OpenIdSetup = {
  settings: OpenIdSettings;
  provider: Provider;
  secret: string;
  place: Place;
  now: () => number;
};

/** Nobody is sent to a provider that has not answered for longer: a browser would only say that there is nothing. */
const reachableMs = 5_000;

export function createOpenId({ settings, provider, secret, place, now }: OpenIdSetup): OpenId {
  const journeys = createJourneys({ secret, place, now });
  const redirectAddress = place.address('/auth/callback') ?? '';

  return {
    providerName: settings.issuer.host,
    async begin(request, returnTo) {
      const configuration = await provider(reachableMs);
      const [state, nonce, verifier] = [randomState(), randomNonce(), randomPKCECodeVerifier()];
      const location = buildAuthorizationUrl(configuration, {
        ...settings.parameters,
        redirect_uri: redirectAddress,
        scope: settings.scopes,
        state,
        nonce,
        code_challenge: await calculatePKCECodeChallenge(verifier),
        code_challenge_method: 'S256',
      });
      const setCookie = await journeys.write(request, { state, nonce, verifier, returnTo });
      return { location: location.href, setCookie };
    },
    async finish(request) {
      const journey = await journeys.read(request);
      const { search, searchParams } = new URL(request.url);
      if (journey === undefined || journey.state !== searchParams.get('state'))
        return { reason: 'interrupted' };
      const configuration = await provider();
      const tokens = await authorizationCodeGrant(configuration, new URL(redirectAddress + search), {
        pkceCodeVerifier: journey.verifier,
        expectedState: journey.state,
        expectedNonce: journey.nonce,
      });
      const claims = tokens.claims();
      const subject = claims?.sub ?? '';
      const accessToken = tokens.access_token;
      const user = await readIdentity({ configuration, accessToken, claims, subject, settings });
      if (user === undefined) return { reason: 'name-missing' };
      const nowSeconds = now() / 1000;
      const untilSeconds = nowSeconds + settings.lifetimeSeconds;
      const session = sessionOf({ user, subject, tokens, nowSeconds, untilSeconds });
      return { session, returnTo: journey.returnTo };
    },
    forget: (request) => journeys.end(request),
    async leave(session) {
      const configuration = await provider();
      if (configuration.serverMetadata().end_session_endpoint === undefined) return undefined;
      const back = place.address(signInAddress({ reason: 'signed-out' })) ?? '';
      const idToken = session?.openid?.idToken;
      return buildEndSessionUrl(configuration, {
        post_logout_redirect_uri: back,
        ...(idToken !== undefined && { id_token_hint: idToken }),
      }).href;
    },
  };
}
