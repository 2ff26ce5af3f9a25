import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { z } from 'zod';
import { ViglaError } from '#server/errors.ts';
import { eventStream } from '#server/http/event-stream.ts';

const schema = z.strictObject({ name: z.string(), count: z.coerce.number().default(1) });
const path = { params: Promise.resolve({ name: 'cart' }) };

beforeAll(() => {
  vi.stubEnv('VIGLA_MODE', 'demo');
});

afterAll(() => {
  vi.unstubAllEnvs();
});

function ask(query: string, init: RequestInit = {}): Request {
  return new Request(`http://vigla/api/things/cart/follow${query}`, init);
}

test('events are JSON documents with ids, and the stream ends when there are no more', async () => {
  const handle = eventStream(schema, async ({ name, count }) =>
    (async function* () {
      for (let index = 0; index < count; index++) yield { data: { name, text: 'a\nb' }, id: `${index}` };
      yield { data: { name, text: 'no id' } };
    })(),
  );
  const response = await handle(ask('?count=2'), path);
  expect(response.headers.get('content-type')).toBe('text/event-stream; charset=utf-8');
  expect(response.headers.get('cache-control')).toBe('no-store, no-transform');
  expect(await response.text()).toBe(
    'retry: 3000\n\nid: 0\ndata: {"name":"cart","text":"a\\nb"}\n\nid: 1\ndata: {"name":"cart","text":"a\\nb"}\n\ndata: {"name":"cart","text":"no id"}\n\n',
  );
});

test('silence is filled with comments, and no event is lost by it', async () => {
  const waited = Promise.withResolvers<void>();
  const handle = eventStream(
    schema,
    async () =>
      (async function* () {
        await waited.promise;
        yield { data: 'at last' };
      })(),
    { heartbeatMs: 5 },
  );
  const reader = (await handle(ask(''), path)).body?.pipeThrough(new TextDecoderStream()).getReader();
  const texts: string[] = [];
  for (let next = await reader?.read(); next?.done === false; next = await reader?.read()) {
    texts.push(next.value);
    if (texts.length === 4) waited.resolve();
  }
  expect(texts.slice(0, 3)).toEqual(['retry: 3000\n\n', ': still here\n\n', ': still here\n\n']);
  expect(texts.at(-1)).toBe('data: "at last"\n\n');
});

test('what is wrong before the first event is a problem answer', async () => {
  const handle = eventStream(schema, () => Promise.reject(new ViglaError('not_found', 'No such thing.')));
  const refused = await handle(ask('?colour=red'), path);
  expect(refused.status).toBe(400);
  expect(await refused.json()).toMatchObject({ code: 'bad_parameter', parameter: 'colour' });
  const absent = await handle(ask(''), path);
  expect(absent.status).toBe(404);
  expect(absent.headers.get('content-type')).toBe('application/problem+json');
});

test('what fails later is an event, and the end', async () => {
  const handle = eventStream(schema, async () =>
    (async function* () {
      yield { data: 1 };
      throw new ViglaError('source_unreachable', 'The source is away.');
    })(),
  );
  const text = await (await handle(ask(''), path)).text();
  expect(text).toContain('data: 1\n\nevent: problem\ndata: {"type":"urn:vigla:problem:source_unreachable"');
  expect(text).toContain('"detail":"The source is away."');
});

test('the loader hears that the client has gone, and where one that comes back was', async () => {
  const gone = Promise.withResolvers<string | undefined>();
  const handle = eventStream(schema, async (_, { signal, lastEventId }) => {
    signal.addEventListener('abort', () => gone.resolve(lastEventId));
    return (async function* () {
      yield { data: 1 };
      await gone.promise;
    })();
  });
  const response = await handle(ask('', { headers: { 'last-event-id': '17' } }), path);
  await response.body?.cancel();
  expect(await gone.promise).toBe('17');
});
