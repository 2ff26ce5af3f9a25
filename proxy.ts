import { type NextRequest, NextResponse } from 'next/server';
import { contentSecurityPolicy, newNonce } from '#lib/content-security-policy.ts';
import { getSignIn } from '#server/access/sign-in/configured-sign-in.ts';
import { guardRequest } from '#server/access/sign-in/guard-request.ts';
import { placeOf } from '#server/access/sign-in/place.ts';
import { getConfig } from '#server/config.ts';

const yearSeconds = 31_536_000;

/** Every page carries its own nonce; the framework puts it on the scripts that it writes. */
export async function proxy(request: NextRequest) {
  const guarded = await guardRequest(request, getSignIn());
  const nonce = newNonce();
  const settings = getConfig();
  const frameAncestors = settings.VIGLA_FRAME_ANCESTORS;
  const isDevelopment = process.env.NODE_ENV === 'development';
  const policy = contentSecurityPolicy({ nonce, isDevelopment, frameAncestors });
  const headers = new Headers(request.headers);
  headers.set('x-nonce', nonce);
  headers.set('content-security-policy', policy);
  if (guarded.cookie !== undefined) headers.set('cookie', guarded.cookie);
  const response =
    guarded.location === undefined
      ? NextResponse.next({ request: { headers } })
      : NextResponse.redirect(new URL(guarded.location, request.url));
  for (const cookie of guarded.setCookies) response.headers.append('set-cookie', cookie);
  response.headers.set('content-security-policy', policy);
  // Browsers of today go by the policy; this is for older ones, and knows no list.
  if (frameAncestors === "'none'") response.headers.set('x-frame-options', 'DENY');
  if (placeOf(settings).isSecure(request))
    response.headers.set('strict-transport-security', `max-age=${yearSeconds}`);
  return response;
}

/** Uploads do not pass here, where a body is held as a whole: their own routes read no further than they may. */
export const config = {
  matcher: [
    '/((?!_next/static|_next/image|healthz|readyz|metrics|api/dumps/|api/proxies/[^/]+/[^/]+/compare$).*)',
  ],
};
