import packageJson from '#package.json' with { type: 'json' };
import type { LoadContext } from '#server/sources/interface.ts';
import { getSources } from '#server/sources/sources.ts';

/** Requests within one slice ask for the same "now": they share answers, and an unchanged one is a 304. */
const nowSliceSeconds = 5;

/** What a loader works with for this request. */
export function contextOf(request: Request): LoadContext {
  const sources = getSources();
  const nowSeconds = Math.floor(sources.now() / 1000 / nowSliceSeconds) * nowSliceSeconds;
  return { sources, nowSeconds, signal: request.signal, version: packageJson.version };
}
