import { gunzipSync } from 'node:zlib';
import { beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { readConfig } from '#server/config.ts';
import { streamFileEndpoint } from '#server/http/stream-file-endpoint.ts';
import { demoSources } from '#tests/support/demo-snapshot.ts';

const processWide: { [key: symbol]: unknown } = globalThis;
beforeAll(() => {
  processWide[Symbol.for('vigla.config')] = readConfig({ VIGLA_MODE: 'demo', VIGLA_LOG_LEVEL: 'silent' });
  processWide[Symbol.for('vigla.sources')] = demoSources();
});

const options = { query: z.strictObject({}), contentType: 'application/gzip', atOnce: 2 };

function ask(handler: ReturnType<typeof streamFileEndpoint>, signal?: AbortSignal): Promise<Response> {
  const request = new Request('http://vigla.test/api/file', signal === undefined ? {} : { signal });
  return handler(request, { params: Promise.resolve({}) });
}

async function* endless() {
  for (;;) yield `${'line '.repeat(1000)}\n`;
}

async function* three() {
  yield 'one\n';
  yield 'two\n';
  yield 'three\n';
}

test('lines come zipped under the name that they are given', async () => {
  const response = await ask(streamFileEndpoint(options, async () => ({ name: 'a file!', lines: three() })));
  expect(response.headers.get('content-disposition')).toBe('attachment; filename="a_file_"');
  expect(response.headers.get('cache-control')).toBe('no-store');
  expect(gunzipSync(await response.bytes()).toString()).toBe('one\ntwo\nthree\n');
});

test('the third waits until one of the first two is done or left', async () => {
  let begun = 0;
  const handler = streamFileEndpoint(options, async () => {
    begun++;
    return { name: 'file', lines: endless() };
  });
  const [first] = await Promise.all([ask(handler), ask(handler)]);
  const third = ask(handler);
  expect(begun).toBe(2);
  await first.body?.cancel();
  expect((await third).status).toBe(200);
  expect(begun).toBe(3);
});

test('who leaves while waiting takes no turn', async () => {
  const handler = streamFileEndpoint(options, async () => ({ name: 'file', lines: endless() }));
  const [first] = await Promise.all([ask(handler), ask(handler)]);
  const left = new AbortController();
  const third = ask(handler, left.signal);
  const fourth = ask(handler);
  left.abort();
  expect((await third).ok).toBe(false);
  await first.body?.cancel();
  expect((await fourth).status).toBe(200);
});

test('a failure on the way breaks the answer off, and gives the turn back', async () => {
  const handler = streamFileEndpoint({ ...options, atOnce: 1 }, async () => ({
    name: 'file',
    lines: (async function* () {
      yield 'one\n';
      throw new Error('the source is gone');
    })(),
  }));
  await expect((await ask(handler)).bytes()).rejects.toThrow();
  await expect((await ask(handler)).bytes()).rejects.toThrow();
});
