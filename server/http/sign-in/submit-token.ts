import { type SignInReason, signInAddress } from '#lib/sign-in.ts';
import { createAttemptLimit } from '#server/access/sign-in/attempt-limit.ts';
import { getSignIn } from '#server/access/sign-in/configured-sign-in.ts';
import { returnPath } from '#server/access/sign-in/return-path.ts';
import type { SignIn } from '#server/access/sign-in/sign-in.ts';
import { checkToken } from '#server/access/sign-in/token/check-token.ts';
import { getConfig } from '#server/config.ts';
import { answerRequest } from '#server/http/handle.ts';
import { noSuchRoute } from '#server/http/no-such-route.ts';
import { readBody } from '#server/http/read-body.ts';
import { requireSameOrigin } from '#server/http/require-same-origin.ts';
import { getSources } from '#server/sources/sources.ts';
import { logger } from '#server/telemetry.ts';
import { attemptOf } from './attempt-of.ts';
import { seeOther } from './see-other.ts';

/** Tokens of clusters with many claims have a few kB. */
const formBytes = 32_000;
const limit = createAttemptLimit();

/** `POST /auth/token`: a form with a token of the Kubernetes API, and where to go with it. */
export async function submitToken(request: Request): Promise<Response> {
  const signIn = getSignIn();
  if (signIn?.mode !== 'token') return await noSuchRoute(request);
  return answerRequest(request, async () => {
    requireSameOrigin(request);
    return await trySigningIn(request, signIn);
  });
}

async function trySigningIn(request: Request, { sessions, place }: SignIn): Promise<Response> {
  const form = new URLSearchParams(new TextDecoder().decode(await readBody(request, formBytes)));
  const returnTo = returnPath(form.get('return'));
  const refuse = (reason: SignInReason) => {
    logger().warn({ audit: 'sign_in_refused', mode: 'token', reason, ...attempt }, 'sign-in refused');
    return seeOther(place.basePath + signInAddress({ reason, returnTo }));
  };
  const attempt = attemptOf(request);
  const forgive = limit.take(attempt);
  if (forgive === undefined) return refuse('too-many-tries');
  const checked = await checkToken({
    token: form.get('token') ?? '',
    reviews: getSources().reviews,
    nowSeconds: Date.now() / 1000,
    lifetimeSeconds: getConfig().VIGLA_SESSION_TTL / 1000,
    signal: request.signal,
  });
  if ('reason' in checked) return refuse(checked.reason);
  forgive();
  logger().info({ audit: 'sign_in', mode: 'token', user: checked.name }, 'signed in');
  return seeOther(place.basePath + returnTo, await sessions?.write(request, checked));
}
