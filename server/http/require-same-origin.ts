import { ViglaError } from '#server/errors.ts';

/**
 * Refuses a request that another site's page sent with this user's rights. Scripts, which send neither header, may call.
 * @throws ViglaError `forbidden`
 */
export function requireSameOrigin(request: Request): void {
  const site = request.headers.get('sec-fetch-site');
  if (site !== null && site !== 'same-origin' && site !== 'none') throw foreign();
  const origin = request.headers.get('origin');
  const host = request.headers.get('x-forwarded-host') ?? request.headers.get('host');
  if (origin !== null && (!URL.canParse(origin) || new URL(origin).host !== host)) throw foreign();
}

function foreign(): ViglaError {
  return new ViglaError('forbidden', 'This request comes from a page of another origin and is not answered.');
}
