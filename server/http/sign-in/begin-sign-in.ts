import { signInAddress } from '#lib/sign-in.ts';
import { getSignIn } from '#server/access/sign-in/configured-sign-in.ts';
import { failureReason } from '#server/access/sign-in/openid/failure-reason.ts';
import { returnPath } from '#server/access/sign-in/return-path.ts';
import { messageOf } from '#server/errors.ts';
import { answerRequest } from '#server/http/handle.ts';
import { noSuchRoute } from '#server/http/no-such-route.ts';
import { logger } from '#server/telemetry.ts';
import { seeOther } from './see-other.ts';

/** `GET /auth/start`: to the OpenID provider. */
export async function beginSignIn(request: Request): Promise<Response> {
  const { openid, place } = getSignIn() ?? {};
  if (openid === undefined || place === undefined) return await noSuchRoute(request);
  return answerRequest(request, async () => {
    const returnTo = returnPath(new URL(request.url).searchParams.get('return'));
    try {
      const { location, setCookie } = await openid.begin(request, returnTo);
      return seeOther(location, [setCookie]);
    } catch (error) {
      const reason = failureReason(error);
      logger().warn({ reason, detail: messageOf(error) }, 'the OpenID provider could not be asked');
      return seeOther(place.basePath + signInAddress({ reason, returnTo }));
    }
  });
}
