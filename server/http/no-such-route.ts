import { ViglaError } from '#server/errors.ts';
import { problemResponse } from './problem.ts';

/** What lies under `/api` but is no route answers a problem, not a page. */
export async function noSuchRoute(request: Request): Promise<Response> {
  const { pathname } = new URL(request.url);
  return problemResponse(
    new ViglaError(
      'not_found',
      `${request.method} ${pathname} is not part of the API; see /api/openapi.json`,
    ),
  );
}
