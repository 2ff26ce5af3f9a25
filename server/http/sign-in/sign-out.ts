import { signInAddress } from '#lib/sign-in.ts';
import { getSignIn } from '#server/access/sign-in/configured-sign-in.ts';
import type { Session } from '#server/access/sign-in/session/session.ts';
import { announceSessionEnd } from '#server/access/sign-in/session/session-ends.ts';
import type { SignIn } from '#server/access/sign-in/sign-in.ts';
import { messageOf } from '#server/errors.ts';
import { jsonResponse } from '#server/http/answer.ts';
import { answerRequest } from '#server/http/handle.ts';
import { noSuchRoute } from '#server/http/no-such-route.ts';
import { requireSameOrigin } from '#server/http/require-same-origin.ts';
import { logger } from '#server/telemetry.ts';

/** `POST /auth/sign-out`: ends the session and answers where the browser is to go, the provider first where it has a say. */
export async function signOut(request: Request): Promise<Response> {
  const signIn = getSignIn();
  const { sessions } = signIn ?? {};
  if (signIn === undefined || sessions === undefined) return await noSuchRoute(request);
  return answerRequest(request, async () => {
    requireSameOrigin(request);
    const session = await sessions.read(request);
    const location = await leadOut(signIn, session);
    if (session !== undefined) {
      announceSessionEnd(session);
      logger().info({ audit: 'sign_out', mode: signIn.mode, user: session.name }, 'signed out');
    }
    const response = await jsonResponse(request, { data: { location }, warnings: [] });
    for (const cookie of sessions.end(request)) response.headers.append('set-cookie', cookie);
    return response;
  });
}

async function leadOut({ openid, place }: SignIn, session: Session | undefined): Promise<string> {
  const here = place.basePath + signInAddress({ reason: 'signed-out' });
  if (openid === undefined) return here;
  try {
    return (await openid.leave(session)) ?? here;
  } catch (error) {
    logger().warn(
      { detail: messageOf(error) },
      'signed out here only: the OpenID provider could not be asked',
    );
    return place.basePath + signInAddress({ reason: 'signed-out-here' });
  }
}
