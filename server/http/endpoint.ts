import type { z } from 'zod';
import type { Answer } from '#lib/contract/envelope.ts';
import type { LoadContext } from '#server/sources/interface.ts';
import { handle } from './handle.ts';
import { contextOf } from './load-context.ts';
import { parseQuery } from './parse-query.ts';
import { withRestrictedNote } from './restricted-note.ts';

type Loader<Query, Data> = (query: Query, context: LoadContext) => Promise<Answer<Data>>;
/** Next hands over the parts of the path that a route file's name leaves open. */
export type PathContext = { params: Promise<Record<string, string>> };
export type Handler = (request: Request, path: PathContext) => Promise<Response>;

/**
 * A route handler out of a query schema and a loader; the open parts of the route's path are fields of the schema like
 * any other.
 */
export function endpoint<Schema extends z.ZodType, Data>(
  schema: Schema,
  load: Loader<z.output<Schema>, Data>,
): Handler {
  return (request, path) =>
    handle(request, async () => {
      const { searchParams } = new URL(request.url);
      const query = parseQuery(schema, searchParams, await path.params);
      const context = await contextOf(request, schema);
      return withRestrictedNote(await load(query, context), context);
    });
}
