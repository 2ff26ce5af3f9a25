import { pipeline, Readable } from 'node:stream';
import { createGzip } from 'node:zlib';
import type { z } from 'zod';
import { Slots } from '#server/slots.ts';
import type { LoadContext } from '#server/sources/interface.ts';
import type { Handler } from './endpoint.ts';
import { answerRequest } from './handle.ts';
import { contextOf } from './load-context.ts';
import { logFailure } from './log-failure.ts';
import { parseQuery } from './parse-query.ts';

/** Whoever takes a file slower than this holds up others. */
const longestMs = 15 * 60_000;

type StreamedFile = { name: string; lines: AsyncIterable<string> };
type StreamLoader<Query> = (query: Query, context: LoadContext) => Promise<StreamedFile>;

/**
 * The counterpart of `fileEndpoint` for files that are too large to be held: lines, zipped as they are made and no faster
 * than they are taken. `atOnce` are made at the same time, others wait their turn. What fails on the way breaks the answer
 * off, so that nobody takes half a file for a whole one.
 */
export function streamFileEndpoint<Schema extends z.ZodType>(
  { query, contentType, atOnce }: { query: Schema; contentType: string; atOnce: number },
  load: StreamLoader<z.output<Schema>>,
): Handler {
  const slots = new Slots(atOnce);
  return (request, path) =>
    answerRequest(request, async () => {
      const url = new URL(request.url);
      const asked = parseQuery(query, url.searchParams, await path.params);
      const context = await contextOf(request, query);
      const left = new AbortController();
      const signal = AbortSignal.any([context.signal, left.signal, AbortSignal.timeout(longestMs)]);
      const giveBack = await slots.take(signal);
      try {
        const { name, lines } = await load(asked, { ...context, signal });
        const zipped = pipeline(Readable.from(lines, { highWaterMark: 1 }), createGzip(), (error) => {
          left.abort();
          giveBack();
          if (error && !context.signal.aborted) logFailure(error, url.pathname);
        });
        return new Response(Readable.toWeb(zipped) as ReadableStream<Uint8Array>, {
          headers: {
            'content-type': contentType,
            'content-disposition': `attachment; filename="${name.replace(/[^\w.-]/g, '_')}"`,
            'cache-control': 'no-store',
          },
        });
      } catch (error) {
        giveBack();
        throw error;
      }
    });
}
