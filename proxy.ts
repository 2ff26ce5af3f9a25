import { type NextRequest, NextResponse } from 'next/server';
import { contentSecurityPolicy, newNonce } from '#lib/content-security-policy.ts';
import { getSignIn } from '#server/access/sign-in/configured-sign-in.ts';
import { guardRequest } from '#server/access/sign-in/guard-request.ts';

/** Every page carries its own nonce; the framework puts it on the scripts that it writes. */
export async function proxy(request: NextRequest) {
  const guarded = await guardRequest(request, getSignIn());
  const nonce = newNonce();
  const policy = contentSecurityPolicy({ nonce, isDevelopment: process.env.NODE_ENV === 'development' });
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
  response.headers.set('referrer-policy', 'same-origin');
  response.headers.set('x-content-type-options', 'nosniff');
  response.headers.set('x-frame-options', 'DENY');
  response.headers.set('cross-origin-opener-policy', 'same-origin');
  return response;
}

export const config = { matcher: ['/((?!_next/static|_next/image|healthz|readyz|metrics).*)'] };
