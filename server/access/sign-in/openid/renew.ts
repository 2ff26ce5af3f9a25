import { createHash } from 'node:crypto';
import { refreshTokenGrant } from 'openid-client';
import type { SignInReason } from '#lib/sign-in.ts';
import { coalesce } from '#server/coalesce.ts';
import { messageOf } from '#server/errors.ts';
import { logger } from '#server/telemetry.ts';
import type { Session } from '../session/session.ts';
import { failureReason } from './failure-reason.ts';
import type { Provider } from './provider.ts';
import { readIdentity } from './read-identity.ts';
import { sessionOf } from './session-of.ts';
import type { OpenIdSettings } from './settings.ts';

type Outcome = { session: Session } | { reason: SignInReason };
export type Renew = (session: Session) => Promise<Outcome>;

/** A page asks for several things at once, and a refresh token that rotates may be used only once. */
const sharedMs = 60_000;
const failedMs = 5_000;
const mostKept = 2_000;

/** Asks the provider whether somebody is still who they were; requests of one moment share the question. */
export function createRenewal(setup: {
  provider: Provider;
  settings: OpenIdSettings;
  now: () => number;
}): Renew {
  const asked = coalesce<Outcome>({
    lifetimeMs: (outcome) => ('session' in outcome ? sharedMs : failedMs),
    maximumSize: mostKept,
    sizeOf: () => 1,
    now: setup.now,
  });
  return async (session) => {
    const token = session.openid?.refresh?.token ?? '';
    const key = createHash('sha256').update(token).digest('base64url');
    // Nobody's leaving may cut it short: the new token would be lost, and the old one is used up.
    return await asked.get(key, async () => {
      try {
        return await renew(session, token, setup);
      } catch (error) {
        const reason = failureReason(error);
        logger().warn({ user: session.name, reason, detail: messageOf(error) }, 'session not renewed');
        return { reason };
      }
    });
  };
}

async function renew(
  session: Session,
  refreshToken: string,
  { provider, settings, now }: Parameters<typeof createRenewal>[0],
): Promise<Outcome> {
  const { openid: before, untilSeconds } = session;
  const configuration = await provider();
  const tokens = await refreshTokenGrant(configuration, refreshToken);
  const claims = tokens.claims();
  const subject = before?.subject ?? '';
  // The library checks the token itself, not whether it is still about the same person.
  if (claims !== undefined && claims.sub !== subject) return { reason: 'provider-refused' };
  const found = await readIdentity({
    configuration,
    accessToken: tokens.access_token,
    claims,
    subject,
    settings,
  });
  const user = found ?? { name: session.name, groups: session.groups };
  const nowSeconds = now() / 1000;
  return {
    session: sessionOf({ user, subject, tokens, nowSeconds, untilSeconds, ...(before && { before }) }),
  };
}
