import type { z } from 'zod';
import type { Answer } from '#lib/contract/envelope.ts';
import type { LoadContext } from '#server/sources/interface.ts';
import { observeRequest } from '#server/telemetry.ts';
import { jsonResponse } from './answer.ts';
import { contextOf } from './load-context.ts';
import { logFailure } from './log-failure.ts';
import { parseQuery } from './parse-query.ts';
import { problemResponse } from './problem.ts';

type Loader<Query, Data> = (query: Query, context: LoadContext) => Promise<Answer<Data>>;
/** Next hands over the parts of the path that a route file's name leaves open. */
type PathContext = { params: Promise<Record<string, string>> };
export type Handler = (request: Request, path: PathContext) => Promise<Response>;

/**
 * A route handler out of a query schema and a loader; the open parts of the route's path are fields of the schema like
 * any other. The one place that catches: a ViglaError becomes a problem
 * answer, anything else is logged with its cause and told as `internal`.
 */
export function endpoint<Schema extends z.ZodType, Data>(
  schema: Schema,
  load: Loader<z.output<Schema>, Data>,
): Handler {
  return async function handle(request, path) {
    const url = new URL(request.url);
    const finish = observeRequest(url.pathname);
    try {
      const response = await jsonResponse(
        request,
        await load(parseQuery(schema, url.searchParams, await path.params), contextOf(request)),
      );
      finish(response.status);
      return response;
    } catch (error) {
      const response = problemResponse(error);
      logFailure(error, url.pathname);
      finish(response.status);
      return response;
    }
  };
}
