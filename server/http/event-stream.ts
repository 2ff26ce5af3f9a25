import type { z } from 'zod';
import type { LoadContext } from '#server/sources/interface.ts';
import { observeRequest } from '#server/telemetry.ts';
import type { Handler } from './endpoint.ts';
import { contextOf } from './load-context.ts';
import { logFailure } from './log-failure.ts';
import { parseQuery } from './parse-query.ts';
import { problemOf, problemResponse } from './problem.ts';

/** `id` is what a browser that lost the connection sends back as `Last-Event-ID`. */
export type ServerEvent<Data> = { data: Data; id?: string | undefined };

/** Answers, or throws what `endpoint` would tell, before the first event; `signal` aborts when the client has gone. */
type StreamLoader<Query, Data> = (
  query: Query,
  context: LoadContext & { lastEventId: string | undefined },
) => Promise<AsyncIterable<ServerEvent<Data>>>;

/** Balancers and proxies cut connections that are silent for half a minute or more. */
const defaultHeartbeatMs = 15_000;
/** How long a browser waits before it comes back. */
const retryMs = 3_000;

const headers = {
  'content-type': 'text/event-stream; charset=utf-8',
  // Compression would hold events back until its window is full, as would the buffer of a proxy.
  'cache-control': 'no-cache, no-transform',
  'x-accel-buffering': 'no',
};

/**
 * The counterpart of `endpoint` for Server-Sent Events: each event's data is a JSON document, comments keep the connection
 * alive, and what fails after the first event is an event of the type `problem`, after which the stream ends.
 */
export function eventStream<Schema extends z.ZodType, Data>(
  schema: Schema,
  load: StreamLoader<z.output<Schema>, Data>,
  { heartbeatMs = defaultHeartbeatMs }: { heartbeatMs?: number } = {},
): Handler {
  return async function handle(request, path) {
    const url = new URL(request.url);
    const finish = observeRequest(url.pathname);
    const left = new AbortController();
    try {
      const query = parseQuery(schema, url.searchParams, await path.params);
      const context = await contextOf(request);
      const signal = AbortSignal.any([request.signal, left.signal]);
      const lastEventId = request.headers.get('last-event-id') ?? undefined;
      const events = await load(query, { ...context, signal, lastEventId });
      finish(200);
      return new Response(bodyOf({ events, left, signal, heartbeatMs, path: url.pathname }), { headers });
    } catch (error) {
      const response = problemResponse(error);
      logFailure(error, url.pathname);
      finish(response.status);
      return response;
    }
  };
}

type Body<Data> = {
  events: AsyncIterable<ServerEvent<Data>>;
  left: AbortController;
  signal: AbortSignal;
  heartbeatMs: number;
  path: string;
};

/** Takes the next event only when the client has taken the one before: whoever makes them decides what to keep meanwhile. */
function bodyOf<Data>({ events, left, signal, heartbeatMs, path }: Body<Data>): ReadableStream<Uint8Array> {
  const iterator = events[Symbol.asyncIterator]();
  const encoder = new TextEncoder();
  let pending: Promise<IteratorResult<ServerEvent<Data>>> | undefined;
  return new ReadableStream<Uint8Array>(
    {
      start(controller) {
        controller.enqueue(encoder.encode(`retry: ${retryMs}\n\n`));
      },
      async pull(controller) {
        try {
          pending ??= iterator.next();
          const next = await orSilence(pending, heartbeatMs);
          if (next === undefined) return controller.enqueue(encoder.encode(': still here\n\n'));
          pending = undefined;
          if (next.done === true) return controller.close();
          controller.enqueue(encoder.encode(frameOf(next.value)));
        } catch (error) {
          if (signal.aborted) return controller.close();
          logFailure(error, path);
          controller.enqueue(encoder.encode(`event: problem\ndata: ${JSON.stringify(problemOf(error))}\n\n`));
          controller.close();
        }
      },
      async cancel() {
        left.abort();
        await iterator.return?.();
      },
    },
    { highWaterMark: 1 },
  );
}

/** JSON has no raw line feeds, so the data of an event is one line. */
function frameOf<Data>({ data, id }: ServerEvent<Data>): string {
  return `${id === undefined ? '' : `id: ${id}\n`}data: ${JSON.stringify(data)}\n\n`;
}

/** The result, or undefined when it is not there in time. */
async function orSilence<Result>(result: Promise<Result>, withinMs: number): Promise<Result | undefined> {
  const { promise, resolve } = Promise.withResolvers<undefined>();
  const timer = setTimeout(() => resolve(undefined), withinMs);
  try {
    return await Promise.race([result, promise]);
  } finally {
    clearTimeout(timer);
  }
}
