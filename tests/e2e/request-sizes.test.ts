import { once } from 'node:events';
import { request } from 'node:http';
import { connect } from 'node:net';
import { json } from 'node:stream/consumers';
import { expect, test } from 'vitest';
import { problemSchema } from '#lib/contract/envelope.ts';
import { baseUrl } from '#tests/support/base-url.ts';

const trial = '/api/mesh/injection/trial';
const dumps = '/api/dumps/clusters';
const jsonHeaders = { 'content-type': 'application/json' };
const megabyte = 1_000_000;

async function post(
  path: string,
  body: string | Uint8Array<ArrayBuffer>,
  headers: Record<string, string> = {},
) {
  const response = await fetch(baseUrl() + path, { method: 'POST', body, headers });
  return { status: response.status, body: await response.json() };
}

/** A dump of nothing, as long as wanted. */
function dumpOf(length: number): string {
  const dump = '{"configs":[]}';
  return `${dump.slice(0, -1)}${' '.repeat(length - dump.length)}}`;
}

test('JSON may have 1 MB', async () => {
  const asked = JSON.stringify({
    namespace: 'shop',
    manifest: 'kind: Pod\nmetadata: { name: one }\nspec: {}',
  });
  const pad = (length: number) => asked + ' '.repeat(length);
  expect((await post(trial, pad(0.9 * megabyte), jsonHeaders)).status).toBe(200);
  expect(await post(trial, pad(1.05 * megabyte), jsonHeaders)).toMatchObject({
    status: 413,
    body: { code: 'too_large', detail: expect.stringContaining('1') },
  });
  // Also where the framework itself would read no further.
  expect((await post(trial, pad(3 * megabyte), jsonHeaders)).status).toBe(413);
});

test('JSON must be called so', async () => {
  const body = JSON.stringify({ namespace: 'shop', manifest: '' });
  for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data'])
    expect((await post(trial, body, { 'content-type': type })).body).toMatchObject({ code: 'bad_parameter' });
});

test('a dump from a file may have 64 MB, and arrives as a whole', async () => {
  expect((await post(dumps, dumpOf(40 * megabyte))).status).toBe(200);
});

test('a larger file is refused by its length before it is sent', async () => {
  const asked = request(baseUrl() + dumps, { method: 'POST', headers: { 'content-length': 65 * megabyte } });
  asked.on('error', () => undefined);
  asked.write('{');
  const [response] = await once(asked, 'response');
  expect(response.statusCode).toBe(413);
  expect(problemSchema.parse(await json(response)).code).toBe('too_large');
  asked.destroy();
});

test('and one that does not say its length where it goes too far', async () => {
  const asked = request(baseUrl() + dumps, { method: 'POST' });
  asked.on('error', () => undefined);
  const answered = once(asked, 'response');
  let sentCount = 0;
  const piece = Buffer.alloc(megabyte, ' ');
  let isAnswered = false;
  void answered.then(() => {
    isAnswered = true;
  });
  while (!isAnswered && sentCount < 500) {
    sentCount += 1;
    if (!asked.write(piece)) await Promise.race([once(asked, 'drain'), answered]);
  }
  const [response] = await answered;
  expect(response.statusCode).toBe(413);
  expect(sentCount).toBeGreaterThan(60);
  expect(sentCount).toBeLessThan(500);
  asked.destroy();
});

test('a body where none is asked for changes nothing', async () => {
  const asked = request(`${baseUrl()}/api/status`, { method: 'GET', headers: { 'content-length': 5 } });
  asked.end('hello');
  const [response] = await once(asked, 'response');
  expect(response.statusCode).toBe(200);
  response.resume();
});

test.each([
  ['address', `GET /api/status?x=${'y'.repeat(20_000)} HTTP/1.1\r\nHost: vigla\r\n\r\n`],
  ['header', `GET /api/status HTTP/1.1\r\nHost: vigla\r\nX-Long: ${'y'.repeat(20_000)}\r\n\r\n`],
])('a request is refused whose %s is too long', async (_name, head) => {
  const { hostname, port } = new URL(baseUrl());
  const socket = connect({ host: hostname, port: Number(port) });
  socket.on('error', () => undefined);
  socket.end(head);
  const [first] = await once(socket, 'data');
  expect(String(first)).toMatch(/^HTTP\/1\.1 431 /);
  socket.destroy();
});
