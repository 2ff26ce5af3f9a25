import { expect, test, vi } from 'vitest';
import { z } from 'zod';
import { problemSchema } from '#lib/contract/envelope.ts';
import { postEndpoint, uploadEndpoint } from '#server/http/post-endpoint.ts';

vi.stubEnv('VIGLA_MODE', 'demo');

const address = 'http://vigla.example/api/any';
const json = { 'content-type': 'application/json', host: 'vigla.example' };
const path = { params: Promise.resolve({}) };

const double = postEndpoint(
  { query: z.strictObject({}), body: z.strictObject({ value: z.number() }) },
  async (_query, { value }) => ({ data: value * 2, warnings: [] }),
);
const size = uploadEndpoint(z.strictObject({}), async (_query, bytes) => ({
  data: bytes.length,
  warnings: [],
}));

async function post(handler: typeof double, init: RequestInit) {
  const response = await handler(new Request(address, { method: 'POST', ...init }), path);
  return { status: response.status, body: await response.json() };
}

test('a body of the right shape reaches the loader', async () => {
  const answer = await post(double, { headers: json, body: '{"value":21}' });
  expect(answer).toEqual({ status: 200, body: { data: 42, warnings: [] } });
});

test.each([
  ['no JSON', { headers: json, body: '{' }, 400, 'is not JSON'],
  ['another shape', { headers: json, body: '{"value":"x"}' }, 400, 'value'],
  ['no body', { headers: json }, 400, 'no body'],
  ['a form', { headers: { 'content-type': 'text/plain' }, body: '{"value":1}' }, 400, 'application/json'],
  ['too much', { headers: json, body: `{"value":1,"pad":"${'x'.repeat(1_000_001)}"}` }, 413, 'larger than'],
  [
    'a page elsewhere',
    { headers: { ...json, origin: 'https://evil.example' }, body: '{"value":1}' },
    403,
    'origin',
  ],
  [
    'a browser elsewhere',
    { headers: { ...json, 'sec-fetch-site': 'cross-site' }, body: '{"value":1}' },
    403,
    'origin',
  ],
])('%s is refused in words', async (_name, init, status, words) => {
  const answer = await post(double, init);
  expect(answer.status).toBe(status);
  expect(problemSchema.parse(answer.body).detail).toContain(words);
});

test('a page of this origin may post', async () => {
  const headers = { ...json, origin: 'http://vigla.example', 'sec-fetch-site': 'same-origin' };
  expect((await post(double, { headers, body: '{"value":1}' })).status).toBe(200);
});

test('a file arrives as its bytes', async () => {
  expect((await post(size, { body: new Uint8Array([1, 2, 3]) })).body).toMatchObject({ data: 3 });
});

test('of many files at once four are held in memory', async () => {
  let held = 0;
  let most = 0;
  const upload = uploadEndpoint(z.strictObject({}), async (_query, bytes) => {
    most = Math.max(most, ++held);
    await new Promise((resolve) => setImmediate(resolve));
    held -= 1;
    return { data: bytes.length, warnings: [] };
  });
  const answers = await Promise.all(Array.from({ length: 10 }, () => post(upload, { body: 'file' })));
  expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 200));
  expect(most).toBe(4);
});
