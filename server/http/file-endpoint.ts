import type { z } from 'zod';
import type { LoadContext } from '#server/sources/interface.ts';
import type { Handler } from './endpoint.ts';
import { answerRequest } from './handle.ts';
import { contextOf } from './load-context.ts';
import { parseQuery } from './parse-query.ts';

type NamedFile = { name: string; bytes: Uint8Array };
type FileLoader<Query> = (query: Query, context: LoadContext) => Promise<NamedFile>;

/** The counterpart of `endpoint` for files to keep: what a loader gives is the body, under a name of its own. */
export function fileEndpoint<Schema extends z.ZodType>(
  { query, contentType }: { query: Schema; contentType: string },
  load: FileLoader<z.output<Schema>>,
): Handler {
  return (request, path) =>
    answerRequest(request, async () => {
      const { searchParams } = new URL(request.url);
      const { name, bytes } = await load(
        parseQuery(query, searchParams, await path.params),
        await contextOf(request, query),
      );
      return new Response(new Blob([bytes.slice()]).stream(), {
        headers: {
          'content-type': contentType,
          'content-disposition': `attachment; filename="${name.replace(/[^\w.-]/g, '_')}"`,
          'cache-control': 'no-store',
        },
      });
    });
}
