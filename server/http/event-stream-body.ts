import { logFailure } from './log-failure.ts';
import { problemOf } from './problem.ts';

/** `id` is what a browser that lost the connection sends back as `Last-Event-ID`. */
export type ServerEvent<Data> = { data: Data; id?: string | undefined };

/** How long a browser waits before it comes back. */
const retryMs = 3_000;

type Streamed<Data> = {
  events: AsyncIterable<ServerEvent<Data>>;
  /** Ends what makes the events. */
  leave: () => void;
  /** Aborts, with the reason, once the stream must end whatever comes. */
  ended: AbortSignal;
  /** Aborts when the reader has gone. */
  signal: AbortSignal;
  heartbeatMs: number;
  path: string;
};

/** Takes the next event only when the client has taken the one before: whoever makes them decides what to keep meanwhile. */
export function eventStreamBody<Data>(streamed: Streamed<Data>): ReadableStream<Uint8Array> {
  const { events, leave, ended, signal, heartbeatMs, path } = streamed;
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
          const next = await orSilence(pending, heartbeatMs, ended);
          if (next === undefined) return controller.enqueue(encoder.encode(': still here\n\n'));
          pending = undefined;
          if (next.done !== true) return controller.enqueue(encoder.encode(frameOf(next.value)));
        } catch (error) {
          // Who makes the events may fail of the end itself.
          pending?.catch(() => undefined);
          if (!signal.aborted) {
            logFailure(error, path);
            const problem = JSON.stringify(problemOf(error));
            controller.enqueue(encoder.encode(`event: problem\ndata: ${problem}\n\n`));
          }
        }
        controller.close();
        leave();
      },
      async cancel() {
        leave();
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

/** The result, or undefined when it is not there in time; rejects when the stream must end. */
async function orSilence<Result>(
  result: Promise<Result>,
  withinMs: number,
  ended: AbortSignal,
): Promise<Result | undefined> {
  ended.throwIfAborted();
  const { promise, resolve, reject } = Promise.withResolvers<undefined>();
  const timer = setTimeout(() => resolve(undefined), withinMs);
  const handleEnd = () => reject(ended.reason);
  ended.addEventListener('abort', handleEnd, { once: true });
  try {
    return await Promise.race([result, promise]);
  } finally {
    clearTimeout(timer);
    ended.removeEventListener('abort', handleEnd);
  }
}
