import type { z } from 'zod';
import { anonymous } from '#server/access/user.ts';
import type { LoadContext } from '#server/sources/interface.ts';
import { observeRequest } from '#server/telemetry.ts';
import type { Handler } from './endpoint.ts';
import { eventStreamBody, type ServerEvent } from './event-stream-body.ts';
import { holdStream } from './limits/hold-stream.ts';
import { contextOf } from './load-context.ts';
import { logFailure } from './log-failure.ts';
import { parseQuery } from './parse-query.ts';
import { problemResponse } from './problem.ts';
import { refuseWhileStopping } from './stop/stopping.ts';
import { watchReader } from './watch-reader.ts';

/** Answers, or throws what `endpoint` would tell, before the first event; `signal` aborts when the client has gone. */
type StreamLoader<Query, Data> = (
  query: Query,
  context: LoadContext & { lastEventId: string | undefined },
) => Promise<AsyncIterable<ServerEvent<Data>>>;

/** Balancers and proxies cut connections that are silent for half a minute or more. */
const defaultHeartbeatMs = 15_000;

const headers = {
  'content-type': 'text/event-stream; charset=utf-8',
  // Compression would hold events back until its window is full, as would the buffer of a proxy.
  'cache-control': 'no-store, no-transform',
  'x-accel-buffering': 'no',
};

/**
 * The counterpart of `endpoint` for Server-Sent Events: each event's data is a JSON document, comments keep the connection
 * alive, and what fails after the first event is an event of the type `problem`, after which the stream ends. It ends like
 * that as well when its reader is not signed in any more or may see less, and when Vigla stops.
 */
export function eventStream<Schema extends z.ZodType, Data>(
  schema: Schema,
  load: StreamLoader<z.output<Schema>, Data>,
  { heartbeatMs = defaultHeartbeatMs, lookAgainMs }: { heartbeatMs?: number; lookAgainMs?: number } = {},
): Handler {
  return async function handle(request, path) {
    const url = new URL(request.url);
    const finish = observeRequest(url.pathname);
    const left = new AbortController();
    let leave = () => left.abort();
    try {
      refuseWhileStopping();
      const query = parseQuery(schema, url.searchParams, await path.params);
      const context = await contextOf(request, schema);
      const giveBack = holdStream(request, context.user ?? anonymous);
      leave = () => {
        left.abort();
        giveBack();
      };
      const signal = AbortSignal.any([request.signal, left.signal]);
      signal.addEventListener('abort', giveBack, { once: true });
      const lastEventId = request.headers.get('last-event-id') ?? undefined;
      const events = await load(query, { ...context, signal, lastEventId });
      const ended = await watchReader({ request, context, signal, lookAgainMs });
      finish(200);
      const body = eventStreamBody({ events, leave, ended, signal, heartbeatMs, path: url.pathname });
      return new Response(body, { headers });
    } catch (error) {
      leave();
      const response = problemResponse(error);
      logFailure(error, url.pathname);
      finish(response.status);
      return response;
    }
  };
}
