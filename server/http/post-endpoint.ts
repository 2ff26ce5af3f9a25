import type { z } from 'zod';
import type { Answer } from '#lib/contract/envelope.ts';
import { ViglaError } from '#server/errors.ts';
import { Slots } from '#server/slots.ts';
import type { LoadContext } from '#server/sources/interface.ts';
import type { Handler } from './endpoint.ts';
import { handle } from './handle.ts';
import { contextOf } from './load-context.ts';
import { parseQuery } from './parse-query.ts';
import { readBody } from './read-body.ts';
import { requireSameOrigin } from './require-same-origin.ts';
import { withRestrictedNote } from './restricted-note.ts';

type BodyLoader<Query, Body, Data> = (
  query: Query,
  body: Body,
  context: LoadContext,
) => Promise<Answer<Data>>;

const jsonBytes = 1_000_000;
/** Of a configuration dump that somebody opens from a file. */
const uploadBytes = 64_000_000;
/** Each is held as a whole until it is answered. */
const uploadsAtOnce = new Slots(4);

/** A POST route whose body is JSON of a schema; at most 1 MB, from pages of this origin only. */
export function postEndpoint<Query extends z.ZodType, Body extends z.ZodType, Data>(
  { query, body }: { query: Query; body: Body },
  load: BodyLoader<z.output<Query>, z.output<Body>, Data>,
): Handler {
  return (request, path) =>
    handle(request, async () => {
      requireSameOrigin(request);
      const asked = parseQuery(query, new URL(request.url).searchParams, await path.params);
      if (request.headers.get('content-type')?.startsWith('application/json') !== true)
        throw badBody('must be sent as application/json');
      // Not a byte is read before it is known who asks, and how often.
      const context = await contextOf(request, query);
      const parsed = body.safeParse(parseJson(await readBody(request, jsonBytes)));
      if (!parsed.success) {
        const [issue] = parsed.error.issues;
        throw badBody(`${issue?.path.join('.') ?? ''}: ${issue?.message ?? 'has the wrong shape'}`);
      }
      return withRestrictedNote(await load(asked, parsed.data, context), context);
    });
}

/** A POST route whose body is a file, taken as it is; at most 64 MB, four files at a time, nothing of them is kept. */
export function uploadEndpoint<Query extends z.ZodType, Data>(
  query: Query,
  load: BodyLoader<z.output<Query>, Uint8Array, Data>,
): Handler {
  return (request, path) =>
    handle(request, async () => {
      requireSameOrigin(request);
      const asked = parseQuery(query, new URL(request.url).searchParams, await path.params);
      const context = await contextOf(request, query);
      const leave = await uploadsAtOnce.take(request.signal);
      try {
        return withRestrictedNote(await load(asked, await readBody(request, uploadBytes), context), context);
      } finally {
        leave();
      }
    });
}

function parseJson(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    throw badBody('is not JSON');
  }
}

function badBody(reason: string): ViglaError {
  return new ViglaError('bad_parameter', `The body ${reason}`, { parameter: 'body' });
}
