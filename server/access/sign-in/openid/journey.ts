import { z } from 'zod';
import type { Place } from '../place.ts';
import { endCookie, readCookies, setCookie } from '../session/cookies.ts';
import { createSeal } from '../session/seal.ts';

/** What has to be known when somebody comes back from the provider. */
const journeySchema = z.strictObject({
  state: z.string(),
  nonce: z.string(),
  verifier: z.string(),
  returnTo: z.string(),
});
export type Journey = z.infer<typeof journeySchema>;

/** Passwords and second factors take their time. */
const lifetimeMs = 600_000;
const name = 'vigla-signing-in';

export type Journeys = {
  read(request: Request): Promise<Journey | undefined>;
  /** The value of a Set-Cookie header, as is that of `end`. */
  write(request: Request, journey: Journey): Promise<string>;
  end(request: Request): string;
};

/** Remembers who is on the way to the provider in an encrypted cookie of the browser's own. */
export function createJourneys(options: { secret: string; place: Place; now: () => number }): Journeys {
  const { secret, place, now } = options;
  const seal = createSeal({ secret, purpose: 'journey', schema: journeySchema, now });
  const cookie = (request: Request) => ({
    name,
    path: place.basePath || '/',
    isSecure: place.isSecure(request),
  });
  return {
    read: async (request) => seal.open(readCookies(request).get(name) ?? ''),
    async write(request, journey) {
      const untilMs = now() + lifetimeMs;
      const value = await seal.close(journey, untilMs / 1000);
      return setCookie({ ...cookie(request), value, untilMs });
    },
    end: (request) => endCookie(cookie(request)),
  };
}
