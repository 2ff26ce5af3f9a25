import { afterEach, expect, test, vi } from 'vitest';
import { type LogEvent, logsFollowQuery } from '#lib/contract/logs.ts';
import { ViglaError } from '#server/errors.ts';
import { followLogs } from '#server/mesh/logs/load-log-follow.ts';
import type { LogQuestion, LogSource, StoredLine } from '#server/sources/interface.ts';
import { cart, cartPod, logContext, nowMs } from '#tests/support/log-context.ts';
import type { Manifest } from '#tests/support/objects-snapshot.ts';

afterEach(() => {
  vi.useRealTimers();
});

type Written = StoredLine | Error | undefined;
type Writer = { waiting: Written[]; arrived: PromiseWithResolvers<void> };

/** A source whose containers write when the test says so; without a line the container ends. */
function liveLogs() {
  const questions: LogQuestion[] = [];
  const written = new Map<string, Writer>();
  const logs: LogSource = {
    async *read(question, signal) {
      questions.push(question);
      const own: Writer = { waiting: [], arrived: Promise.withResolvers<void>() };
      written.set(`${question.pod}/${question.container}`, own);
      signal.addEventListener('abort', () => own.arrived.resolve(), { once: true });
      for (;;) {
        await own.arrived.promise;
        if (own.waiting.length === 0) return;
        const line = own.waiting.shift();
        if (own.waiting.length === 0) own.arrived = Promise.withResolvers<void>();
        if (line instanceof Error) throw line;
        if (line === undefined) return;
        yield [line];
      }
    },
  };
  function write(name: string, line: Written): void {
    const own = written.get(name);
    own?.waiting.push(line);
    own?.arrived.resolve();
  }
  return { logs, questions, write };
}

async function follow(fields: Record<string, string>, objects: () => readonly Manifest[], logs: LogSource) {
  const left = new AbortController();
  const query = logsFollowQuery.parse({ namespace: 'shop', name: 'cart', ...fields });
  const context = { ...logContext({ objects, logs, signal: left.signal }), lastEventId: undefined };
  const events = await followLogs('workload')(query, context);
  const iterator = events[Symbol.asyncIterator]();
  return {
    left,
    async next(): Promise<{ data: LogEvent; id?: string }> {
      const { value, done } = await iterator.next();
      if (done === true) throw new Error('the stream has ended');
      return value;
    },
    isOver: async () => (await iterator.next()).done === true,
  };
}

function short({ data }: { data: LogEvent }): string {
  if (data.kind === 'lines') return data.lines.map(({ text }) => text).join(',');
  return data.kind === 'dropped' ? `-${data.count}` : `${data.container} ${data.state}`;
}

const objects = () => [cart, cartPod()];

test('every running container is followed from now on, and its lines come with a place to return to', async () => {
  const { logs, questions, write } = liveLogs();
  const stream = await follow({}, objects, logs);
  expect([short(await stream.next()), short(await stream.next())]).toEqual([
    'cart following',
    'istio-proxy following',
  ]);
  expect(questions).toEqual([
    { namespace: 'shop', pod: 'cart-1', container: 'cart', fromMs: nowMs, follow: true },
    { namespace: 'shop', pod: 'cart-1', container: 'istio-proxy', fromMs: nowMs, follow: true },
  ]);
  write('cart-1/cart', { atMs: nowMs + 5, text: 'level=error no stock' });
  const event = await stream.next();
  expect(event).toMatchObject({
    id: String(nowMs + 5),
    data: { kind: 'lines', lines: [{ container: 'cart', level: 'error', atMs: nowMs + 5 }] },
  });
});

test('the stream ends when the follower goes', async () => {
  const { logs } = liveLogs();
  const stream = await follow({ containers: 'cart-1/cart' }, objects, logs);
  await stream.next();
  stream.left.abort();
  expect(await stream.isOver()).toBe(true);
});

test('only lines that match are sent', async () => {
  const { logs, write } = liveLogs();
  const stream = await follow({ containers: 'cart-1/cart', search: 'stock' }, objects, logs);
  await stream.next();
  write('cart-1/cart', { atMs: nowMs, text: 'GET /' });
  write('cart-1/cart', { atMs: nowMs, text: 'no stock' });
  expect(short(await stream.next())).toBe('no stock');
});

test('what happens to a container is an event, and the others go on', async () => {
  const { logs, write } = liveLogs();
  const stream = await follow({}, objects, logs);
  await stream.next();
  await stream.next();
  write('cart-1/cart', new ViglaError('not_found', 'Pod shop/cart-1 is gone.'));
  expect((await stream.next()).data).toEqual({
    kind: 'container',
    pod: 'cart-1',
    container: 'cart',
    state: 'failed',
    text: 'Pod shop/cart-1 is gone.',
  });
  write('cart-1/istio-proxy', { atMs: nowMs, text: 'p' });
  expect(short(await stream.next())).toBe('p');
  write('cart-1/istio-proxy', undefined);
  expect(short(await stream.next())).toBe('istio-proxy ended');
});

test('a container that does not run is said to rest, and followed once it runs, as are new pods', async () => {
  vi.useFakeTimers({ toFake: ['setInterval'] });
  const waiting = cartPod({ state: { waiting: { reason: 'ContainerCreating' } } });
  let pods: Manifest[] = [waiting];
  const { logs, write } = liveLogs();
  const stream = await follow({}, () => [cart, ...pods], logs);
  expect((await stream.next()).data).toMatchObject({
    state: 'ended',
    text: 'Container cart of pod cart-1 is not running (ContainerCreating); it is followed once it does.',
  });
  expect(short(await stream.next())).toBe('istio-proxy following');

  pods = [cartPod(), cartPod({ name: 'cart-2' })];
  await vi.advanceTimersByTimeAsync(5_000);
  const names = [await stream.next(), await stream.next(), await stream.next()].map(({ data }) =>
    data.kind === 'container' ? `${data.pod}/${data.container} ${data.state}` : '',
  );
  expect(names.sort()).toEqual([
    'cart-1/cart following',
    'cart-2/cart following',
    'cart-2/istio-proxy following',
  ]);

  write('cart-1/cart', { atMs: nowMs + 7, text: 'up' });
  expect(short(await stream.next())).toBe('up');
});

test('a container that has ended and runs again goes on behind its last line', async () => {
  vi.useFakeTimers({ toFake: ['setInterval'] });
  const { logs, questions, write } = liveLogs();
  const stream = await follow({ containers: 'cart-1/cart' }, objects, logs);
  await stream.next();
  write('cart-1/cart', { atMs: nowMs + 7, text: 'last words' });
  await stream.next();
  write('cart-1/cart', undefined);
  expect(short(await stream.next())).toBe('cart ended');
  await vi.advanceTimersByTimeAsync(5_000);
  expect(short(await stream.next())).toBe('cart following');
  expect(questions.map(({ fromMs }) => fromMs)).toEqual([nowMs, nowMs + 8]);
});

test('who comes back goes on a little before the place that was reached', async () => {
  const { logs, questions } = liveLogs();
  const query = logsFollowQuery.parse({
    namespace: 'shop',
    name: 'cart',
    from: '1',
    containers: 'cart-1/cart',
  });
  const context = { ...logContext({ objects, logs }), lastEventId: String(nowMs - 60_000) };
  await (await followLogs('workload')(query, context))[Symbol.asyncIterator]().next();
  expect(questions[0]?.fromMs).toBe(nowMs - 62_000);
});

test('a wrong question is refused before the stream begins', async () => {
  const { logs } = liveLogs();
  await expect(follow({ search: '(', isRegex: 'true' }, objects, logs)).rejects.toMatchObject({
    parameter: 'search',
  });
  await expect(follow({ name: 'nothing' }, objects, logs)).rejects.toMatchObject({ code: 'not_found' });
});
