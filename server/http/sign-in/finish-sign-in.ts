import { type SignInReason, signInAddress } from '#lib/sign-in.ts';
import { createAttemptLimit } from '#server/access/sign-in/attempt-limit.ts';
import { getSignIn } from '#server/access/sign-in/configured-sign-in.ts';
import { failureReason } from '#server/access/sign-in/openid/failure-reason.ts';
import type { OpenId } from '#server/access/sign-in/openid/openid.ts';
import { writeFitting } from '#server/access/sign-in/openid/write-fitting.ts';
import type { Sessions } from '#server/access/sign-in/session/sessions.ts';
import { messageOf } from '#server/errors.ts';
import { answerRequest } from '#server/http/handle.ts';
import { noSuchRoute } from '#server/http/no-such-route.ts';
import { logger } from '#server/telemetry.ts';
import { attemptOf } from './attempt-of.ts';
import { seeOther } from './see-other.ts';

const limit = createAttemptLimit();

/** `GET /auth/callback`: back from the OpenID provider. */
export async function finishSignIn(request: Request): Promise<Response> {
  const { openid, sessions, place } = getSignIn() ?? {};
  if (openid === undefined || sessions === undefined || place === undefined)
    return await noSuchRoute(request);
  return answerRequest(request, async () => {
    const attempt = attemptOf(request);
    const forgive = limit.take(attempt);
    const outcome =
      forgive === undefined
        ? { reason: 'too-many-tries' as const }
        : await finish({ request, openid, sessions });
    const forgotten = openid.forget(request);
    if ('reason' in outcome) {
      const { reason, detail } = outcome;
      logger().warn(
        { audit: 'sign_in_refused', mode: 'openid', reason, detail, ...attempt },
        'sign-in refused',
      );
      return seeOther(place.basePath + signInAddress({ reason }), [forgotten]);
    }
    forgive?.();
    logger().info({ audit: 'sign_in', mode: 'openid', user: outcome.name }, 'signed in');
    return seeOther(place.basePath + outcome.returnTo, [...outcome.setCookies, forgotten]);
  });
}

type Outcome =
  | { name: string; setCookies: string[]; returnTo: string }
  | { reason: SignInReason; detail?: string };

async function finish({
  request,
  openid,
  sessions,
}: {
  request: Request;
  openid: OpenId;
  sessions: Sessions;
}): Promise<Outcome> {
  try {
    const found = await openid.finish(request);
    if ('reason' in found) return found;
    const { session, returnTo } = found;
    return { name: session.name, returnTo, setCookies: await writeFitting({ sessions, request, session }) };
  } catch (error) {
    return { reason: failureReason(error), detail: messageOf(error) };
  }
}
