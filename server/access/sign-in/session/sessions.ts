import { ViglaError } from '#server/errors.ts';
import type { Place } from '../place.ts';
import { endCookie, readCookies, setCookie } from './cookies.ts';
import { createSeal } from './seal.ts';
import { type Session, sessionSchema } from './session.ts';

/** Browsers keep 4,096 bytes of a cookie with its name and attributes. */
const chunkLength = 3800;
/** Node reads 16 kB of headers; other cookies and headers need some. */
const mostChunks = 3;

export type Sessions = {
  /** The session of a request; undefined for none, and for cookies that are foreign, damaged or too old. */
  read(request: Request): Promise<Session | undefined>;
  /** Whether the request has something that was meant as a session. */
  isGiven(request: Request): boolean;
  /**
   * Values of Set-Cookie headers.
   * @throws ViglaError `too_large`
   */
  write(request: Request, session: Session): Promise<string[]>;
  /** Set-Cookie headers that end it. */
  end(request: Request): string[];
};

type SessionsOptions = {
  secret: string;
  /** Sessions of one way of signing in are nothing for another. */
  mode: string;
  place: Place;
  now: () => number;
};

/** Sessions in encrypted cookies, `vigla-session.0` and on, as many as their length needs. */
export function createSessions({ secret, mode, place, now }: SessionsOptions): Sessions {
  const seal = createSeal({ secret, purpose: `session ${mode}`, schema: sessionSchema, now });
  const path = place.basePath || '/';
  const cookieAt = (index: number, request: Request) => ({
    name: chunkName(index),
    path,
    isSecure: place.isSecure(request),
  });
  const allChunks = Array.from({ length: mostChunks }, (_, index) => index);
  return {
    async read(request) {
      const cookies = readCookies(request);
      const text = allChunks.map((index) => cookies.get(chunkName(index)) ?? '').join('');
      return text === '' ? undefined : await seal.open(text);
    },
    isGiven: (request) => readCookies(request).has(chunkName(0)),
    async write(request, session) {
      const text = await seal.close(session, session.untilSeconds);
      if (text.length > chunkLength * mostChunks)
        throw new ViglaError(
          'too_large',
          'What there is to remember of this session does not fit into cookies.',
        );
      const untilMs = session.untilSeconds * 1000;
      return allChunks.map((index) => {
        const value = text.slice(index * chunkLength, (index + 1) * chunkLength);
        const cookie = cookieAt(index, request);
        // What a longer session left behind would spoil a shorter one.
        return value === '' ? endCookie(cookie) : setCookie({ ...cookie, value, untilMs });
      });
    },
    end: (request) => allChunks.map((index) => endCookie(cookieAt(index, request))),
  };
}

function chunkName(index: number): string {
  return `vigla-session.${index}`;
}
