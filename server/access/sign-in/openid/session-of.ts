import type { TokenEndpointResponse, TokenEndpointResponseHelpers } from 'openid-client';
import type { NamedUser } from '../named-user.ts';
import type { Session } from '../session/session.ts';

export type Tokens = TokenEndpointResponse & TokenEndpointResponseHelpers;

/** For providers that do not say it. */
const usualLifetimeSeconds = 300;
/** Before the end of what the provider granted, at least half of it through. */
const marginSeconds = 60;

type Parts = {
  user: NamedUser;
  subject: string;
  tokens: Tokens;
  nowSeconds: number;
  untilSeconds: number;
  /** What a renewal did not bring anew stays. */
  before?: Session['openid'];
};

/** A session out of what a provider answered. Without a refresh token it lasts as long as sessions may. */
export function sessionOf({ user, subject, tokens, nowSeconds, untilSeconds, before }: Parts): Session {
  const token = tokens.refresh_token ?? before?.refresh?.token;
  const lifetime = tokens.expiresIn() ?? usualLifetimeSeconds;
  const idToken = tokens.id_token ?? before?.idToken;
  const refresh = token !== undefined && {
    token,
    fromSeconds: nowSeconds + Math.max(lifetime - marginSeconds, lifetime / 2),
    freshUntilSeconds: nowSeconds + lifetime,
  };
  return {
    ...user,
    untilSeconds,
    openid: { subject, ...(idToken !== undefined && { idToken }), ...(refresh && { refresh }) },
  };
}
