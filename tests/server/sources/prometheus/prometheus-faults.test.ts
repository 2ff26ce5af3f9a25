import type { ServerResponse } from 'node:http';
import { afterEach, describe, expect, test } from 'vitest';
import { requestRate, rowOf, testStores, vector } from '#tests/support/faulty-store.ts';
import { sendJson, startServer } from '#tests/support/local-server.ts';

const stores = testStores();
afterEach(() => stores.stop());

describe('what goes wrong', () => {
  const refused = { status: 'error', errorType: 'execution', error: 'too many samples' };
  const late = { status: 'error', errorType: 'timeout', error: 'query timed out' };

  test.each<[string, string, (response: ServerResponse) => unknown, RegExp]>([
    [
      'an error of the store',
      'source_failed',
      (r) => sendJson(r, refused, 422),
      /\(execution\): too many samples/,
    ],
    [
      'an error in an answer of 200',
      'source_failed',
      (r) => sendJson(r, refused),
      /\(execution\): too many samples/,
    ],
    [
      'a query that the store gave up',
      'source_timeout',
      (r) => sendJson(r, late, 503),
      /gave up.*query timed out/,
    ],
    ['a plain 500', 'source_failed', (r) => r.writeHead(500).end('disk full'), /HTTP 500: disk full\./],
    ['no credentials', 'source_failed', (r) => r.writeHead(401).end(), /HTTP 401\. Check the credentials/],
    [
      'wrong credentials',
      'source_failed',
      (r) => r.writeHead(403).end('<html>'),
      /HTTP 403\. Check that the cred/,
    ],
    [
      'a wrong path',
      'source_failed',
      (r) => r.writeHead(404).end('not found'),
      /HTTP 404.*path of PROMETHEUS_URL/,
    ],
    [
      'garbage',
      'source_failed',
      (r) => r.end('<html>Sign in</html>'),
      /not JSON.*begins with "<html>Sign in/,
    ],
    ['an empty answer', 'source_failed', (r) => r.end(), /not JSON/],
    ['half a JSON text', 'source_failed', (r) => r.end('{"status":"success","data":{"resu'), /was cut off/],
    [
      'a row without labels',
      'source_failed',
      (r) => sendJson(r, vector({ value: [1, '1'] })),
      /row has no labels/,
    ],
    [
      'a label that is no text',
      'source_failed',
      (r) => sendJson(r, vector({ metric: { a: 1 }, value: [1, '1'] })),
      /no labels/,
    ],
    [
      'a value that is no number',
      'source_failed',
      (r) => sendJson(r, vector(rowOf('many'))),
      /not a time and a number/,
    ],
    [
      'a native histogram',
      'source_failed',
      (r) => sendJson(r, vector({ metric: {}, histogram: [] })),
      /not a time/,
    ],
    [
      'a scalar',
      'source_failed',
      (r) => sendJson(r, { status: 'success', data: { resultType: 'scalar', result: [1, '1'] } }),
      /type "scalar", not "vector"/,
    ],
  ])('%s is %s and says so', async (_what, code, handle, message) => {
    const store = await stores.storeThat((response) => handle(response));
    await expect(store.query(requestRate, 100)).rejects.toMatchObject({
      code,
      message: expect.stringMatching(message),
    });
    expect(stores.server.received).toHaveLength(1);
  });

  test('a slow store is given up after the time limit', async () => {
    const store = await stores.storeThat(() => undefined, { timeoutMs: 50 });
    await expect(store.query(requestRate, 100)).rejects.toMatchObject({ code: 'source_timeout' });
  });

  test('a store that stops in the middle of an answer is given up after the time limit', async () => {
    const store = await stores.storeThat((response) => response.write('{"status":"success","data":{'), {
      timeoutMs: 100,
    });
    await expect(store.query(requestRate, 100)).rejects.toMatchObject({ code: 'source_timeout' });
  });

  test('an answer whose connection breaks is asked for again, then told as unreachable', async () => {
    const store = await stores.storeThat((response) => {
      response.writeHead(200, { 'content-length': '1000' });
      response.write('{"status":"success","data":{', () => response.destroy());
    });
    await expect(store.query(requestRate, 100)).rejects.toMatchObject({ code: 'source_unreachable' });
    expect(stores.server.received).toHaveLength(3);
  });

  test('a gateway without its store is asked again and heals', async () => {
    const statuses = [502, 503];
    const store = await stores.storeThat((response) => {
      const status = statuses.shift();
      if (status === undefined) sendJson(response, vector(rowOf('1')));
      else response.writeHead(status).end('no upstream');
    });
    expect((await store.query(requestRate, 100)).rows).toHaveLength(1);
    expect(stores.server.received).toHaveLength(3);
  });

  test('an answer beyond the limit is given up, an error text too', async () => {
    const store = await stores.storeThat(
      (response, { form }) => {
        response.writeHead(form.get('time') === '1' ? 200 : 500).end('x'.repeat(100_000));
      },
      { maximumAnswerBytes: 90_000 },
    );
    await expect(store.query(requestRate, 1)).rejects.toMatchObject({
      code: 'too_large',
      message: expect.stringContaining('0.09 MB'),
    });
    await expect(store.query(requestRate, 2)).rejects.toMatchObject({ code: 'too_large' });
  });

  test('nobody listening is unreachable', async () => {
    const store = await stores.storeThat(() => undefined);
    await stores.server.stop();
    await expect(store.query(requestRate, 100)).rejects.toMatchObject({
      code: 'source_unreachable',
      message: expect.stringMatching(/ECONNREFUSED.*PROMETHEUS_URL/),
    });
  });

  test('a redirect is told and not followed', async () => {
    const elsewhere = await startServer((response) => sendJson(response, vector(rowOf('1'))));
    try {
      const store = await stores.storeThat((response) =>
        response.writeHead(302, { location: `${elsewhere.url}/login?token=s3cret` }).end(),
      );
      const failure = await store.query(requestRate, 100).catch((error: Error) => error.message);
      expect(failure).toContain(`redirects to ${elsewhere.url}/login,`);
      expect(failure).not.toContain('s3cret');
      expect(elsewhere.received).toEqual([]);
    } finally {
      await elsewhere.stop();
    }
  });

  test('a caller who goes away ends the request at the store', async () => {
    const caller = new AbortController();
    let closed: Promise<unknown> = Promise.resolve();
    const store = await stores.storeThat((response) => {
      closed = new Promise((resolve) => response.on('close', resolve));
      caller.abort();
    });
    await expect(store.query(requestRate, 100, caller.signal)).rejects.toThrow(/cancelled/);
    await closed;
  });
});
