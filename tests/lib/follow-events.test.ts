import { createServer, type RequestListener } from 'node:http';
import { EventSource } from 'undici';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { z } from 'zod';
import { followEvents, type StreamState } from '#lib/follow-events.ts';

const stops: (() => void)[] = [];
beforeEach(() => vi.stubGlobal('EventSource', EventSource));
afterEach(() => {
  for (const stop of stops.splice(0)) stop();
  vi.unstubAllGlobals();
});

async function serve(listener: RequestListener): Promise<string> {
  const server = createServer(listener);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  stops.push(() => {
    server.closeAllConnections();
    server.close();
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the server has no port');
  return `http://127.0.0.1:${address.port}`;
}

/** Follows until `isDone`; answers what came. */
async function follow(listener: RequestListener, isDone: (seen: Seen) => boolean): Promise<Seen> {
  const path = `${await serve(listener)}/logs/follow`;
  const seen: Seen = { events: [], states: [] };
  const { promise, resolve } = Promise.withResolvers<void>();
  const check = () => isDone(seen) && resolve();
  stops.unshift(
    followEvents({
      path,
      parameters: { search: 'x', cluster: undefined },
      schema: z.object({ n: z.number() }),
      onEvent: ({ n }) => {
        seen.events.push(n);
        check();
      },
      onState: (state) => {
        seen.states.push(state);
        check();
      },
    }),
  );
  await promise;
  return seen;
}

type Seen = { events: number[]; states: StreamState[] };

function isStopped({ states }: Seen): boolean {
  return states.at(-1)?.id === 'stopped';
}

const stream = { 'content-type': 'text/event-stream' };

test('events come in their order, after the parameters were asked for', async () => {
  const asked: (string | undefined)[] = [];
  const { events, states } = await follow(
    (request, response) => {
      asked.push(request.url);
      response.writeHead(200, stream).write('data: {"n":1}\n\ndata: {"n":2}\n\n');
    },
    (seen) => seen.events.length === 2,
  );
  expect(events).toEqual([1, 2]);
  expect(states.map(({ id }) => id)).toEqual(['connecting', 'open']);
  expect(asked).toEqual(['/logs/follow?search=x']);
});

test('a lost connection waits, and tells how far it got when it comes back', async () => {
  const resumed: (string | undefined)[] = [];
  const { events, states } = await follow(
    (request, response) => {
      resumed.push(request.headers['last-event-id']?.toString());
      const isAgain = resumed.length > 1;
      response.writeHead(200, stream).write(`retry: 10\n\nid: 77\ndata: {"n":${isAgain ? 2 : 1}}\n\n`);
      if (!isAgain) response.end();
    },
    (seen) => seen.events.length === 2,
  );
  expect(events).toEqual([1, 2]);
  expect(resumed).toEqual([undefined, '77']);
  expect(states.map(({ id }) => id)).toContain('waiting');
});

test('an event of another shape stops the stream and names the field', async () => {
  const { states, events } = await follow(
    (_, response) => response.writeHead(200, stream).write('data: {"n":"one"}\n\n'),
    isStopped,
  );
  expect(events).toEqual([]);
  expect(states.at(-1)).toMatchObject({ mayHeal: false, reason: expect.stringContaining('n') });
});

test.each([
  [404, 'gone', false],
  [502, 'gone', true],
  // A new stream may be had by the session as it is now, or by the rights that are left; else it is refused.
  [401, 'unauthenticated', true],
  [403, 'rights_changed', true],
  [403, 'forbidden', false],
])('a problem %i %s within the stream is said, and may heal: %s', async (status, code, mayHeal) => {
  const problem = { type: 'x', status, title: 'Gone', detail: 'The pod is gone.', code };
  const { states } = await follow(
    (_, response) =>
      response.writeHead(200, stream).write(`event: problem\ndata: ${JSON.stringify(problem)}\n\n`),
    isStopped,
  );
  expect(states.at(-1)).toEqual({ id: 'stopped', reason: 'Gone: The pod is gone.', mayHeal, code });
});

test.each([
  [404, 'not_found', undefined, { mayHeal: false }],
  [401, 'unauthenticated', undefined, { mayHeal: false }],
  [429, 'too_many_requests', 12, { mayHeal: true, againMs: 12_000 }],
])('a refused stream says what the server says: %i %s', async (status, code, retryAfterSeconds, rest) => {
  const problem = { type: 'x', status, title: 'Refused', detail: 'Not this.', code, retryAfterSeconds };
  const { states } = await follow(
    (_, response) =>
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(problem)),
    isStopped,
  );
  expect(states.at(-1)).toEqual({ id: 'stopped', reason: 'Refused: Not this.', code, ...rest });
});
