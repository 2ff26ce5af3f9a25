import { type SignInReason, signInAddress } from '#lib/sign-in.ts';
import { ViglaError } from '#server/errors.ts';
import { returnPath } from './return-path.ts';
import { readCookies } from './session/cookies.ts';
import type { SignIn } from './sign-in.ts';

/** What is to be done about a request before it is answered. */
export type Guarded = {
  /** Values of Set-Cookie headers for the answer. */
  setCookies: string[];
  /** The request's Cookie header with what was renewed just now. */
  cookie?: string;
  /** Where a page leads that nobody may see without signing in. */
  location?: string;
};

/** Routes tell for themselves who may not ask, in a problem; these are the sign-in pages and files. */
const isFree = /^\/(auth\/|api\/|[^/]+\.[a-z0-9]+$)/;

/** Renews a session whose time has come, and sends people who ask for a page without one to the sign-in page. */
export async function guardRequest(request: Request, signIn: SignIn | undefined): Promise<Guarded> {
  const { pathname, search } = new URL(request.url);
  if (signIn === undefined || pathname.startsWith('/auth/')) return { setCookies: [] };
  const renewal = await signIn.renew?.(request);
  const { setCookies } = renewal ?? { setCookies: [] };
  const cookie = setCookies.length === 0 ? undefined : cookieAfter(request, setCookies);
  const guarded = { setCookies, ...(cookie !== undefined && { cookie }) };
  if (isFree.test(pathname)) return guarded;
  const isKnown = await isIdentified(signIn, cookie === undefined ? request : withCookie(request, cookie));
  if (isKnown) return guarded;
  const ended: SignInReason | undefined = signIn.sessions?.isGiven(request) ? 'session-ended' : undefined;
  const reason = renewal?.reason ?? ended;
  const address = signInAddress({ reason, returnTo: returnPath(pathname + search) });
  return { ...guarded, location: signIn.place.basePath + address };
}

async function isIdentified(signIn: SignIn, request: Request): Promise<boolean> {
  try {
    await signIn.identify(request);
    return true;
  } catch (error) {
    if (error instanceof ViglaError && error.code === 'unauthenticated') return false;
    throw error;
  }
}

function cookieAfter(request: Request, setCookies: readonly string[]): string {
  const cookies = readCookies(request);
  for (const line of setCookies) {
    const [pair = ''] = line.split(';');
    const at = pair.indexOf('=');
    const [name, value] = [pair.slice(0, at), pair.slice(at + 1)];
    if (value === '') cookies.delete(name);
    else cookies.set(name, value);
  }
  return [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
}

function withCookie({ url, headers }: Request, cookie: string): Request {
  const changed = new Headers(headers);
  changed.set('cookie', cookie);
  return new Request(url, { headers: changed });
}
