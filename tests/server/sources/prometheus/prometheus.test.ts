import { readFileSync } from 'node:fs';
import type { ServerResponse } from 'node:http';
import { afterEach, describe, expect, test } from 'vitest';
import type { MetricQuery } from '#server/metrics/query.ts';
import { createPrometheus, type PrometheusOptions } from '#server/sources/prometheus/prometheus.ts';
import { type LocalServer, type Received, sendJson, startServer } from '#tests/support/local-server.ts';

const query: MetricQuery = {
  fn: 'rate',
  selector: { metric: 'istio_requests_total', matchers: [{ label: 'reporter', is: '=', value: 'source' }] },
  windowSeconds: 60,
  by: ['app'],
};
const vector = (...result: unknown[]) => ({ status: 'success', data: { resultType: 'vector', result } });
const rowOf = (value: string, app = 'a') => ({ metric: { app }, value: [100, value] });

let server: LocalServer;
afterEach(() => server.stop());

async function storeThat(
  handle: (response: ServerResponse, received: Received) => unknown,
  options: Partial<PrometheusOptions> = {},
) {
  server = await startServer(handle);
  return createPrometheus({ url: server.url, timeoutMs: 5000, delay: async () => undefined, ...options });
}

describe('what is sent', () => {
  test('a query goes as a form with its time, its limit and the extra matchers', async () => {
    const store = await storeThat((response) => sendJson(response, vector(rowOf('1.5'))), {
      extraMatchers: [{ label: 'cluster', is: '=', value: 'ea"st' }],
    });
    expect(await store.query(query, 100)).toMatchObject({
      rows: [{ labels: { app: 'a' }, value: 1.5 }],
      warnings: [],
    });
    expect(server.received).toHaveLength(1);
    expect(server.received[0]).toMatchObject({ method: 'POST', path: '/api/v1/query' });
    expect(Object.fromEntries(server.received[0]?.form ?? [])).toEqual({
      query: 'sum by (app) (rate(istio_requests_total{reporter="source",cluster="ea\\"st"}[1m]))',
      time: '100',
      timeout: '5000ms',
    });
  });

  test('a range goes with its ends and its step, below the path of the address', async () => {
    server = await startServer((response) =>
      sendJson(response, { status: 'success', data: { resultType: 'matrix', result: [] } }),
    );
    const store = createPrometheus({ url: `${server.url}/prometheus/`, timeoutMs: 5000 });
    await store.queryRange(query, { startSeconds: 0, endSeconds: 600, stepSeconds: 60 });
    expect(server.received[0]?.path).toBe('/prometheus/api/v1/query_range');
    expect(Object.fromEntries(server.received[0]?.form ?? [])).toMatchObject({
      start: '0',
      end: '600',
      step: '60',
    });
  });

  test.each<[string, Partial<PrometheusOptions>, Record<string, string>]>([
    ['a bearer token', { bearerToken: 't0ken' }, { authorization: 'Bearer t0ken' }],
    [
      'a user and a password',
      { basic: { username: 'ann', password: 'p:w' } },
      { authorization: `Basic ${btoa('ann:p:w')}` },
    ],
    ['headers of its own', { headers: { 'X-Scope-OrgID': 'shop' } }, { 'x-scope-orgid': 'shop' }],
  ])('%s is sent along', async (_what, options, headers) => {
    const store = await storeThat((response) => sendJson(response, vector()), options);
    await store.query(query, 100);
    expect(server.received[0]?.headers).toMatchObject(headers);
  });

  test('credentials in the address are sent as basic authentication and shown nowhere', async () => {
    server = await startServer((response) => sendJson(response, vector(rowOf('1'))));
    const url = server.url.replace('//', '//ann:s%20cret@');
    const store = createPrometheus({ url, timeoutMs: 5000 });
    expect(await store.status()).toEqual({ id: 'prometheus', state: 'ok', address: server.url });
    expect(server.received[0]?.headers.authorization).toBe(`Basic ${btoa('ann:s cret')}`);
  });

  test('a store that takes no POST is asked with GET from then on', async () => {
    const store = await storeThat((response, { method }) => {
      if (method === 'POST') response.writeHead(405).end('no');
      else sendJson(response, vector(rowOf('2')));
    });
    expect((await store.query(query, 100)).rows).toHaveLength(1);
    expect((await store.query(query, 200)).rows).toHaveLength(1);
    expect(server.received.map(({ method }) => method)).toEqual(['POST', 'GET', 'GET']);
    expect(server.received[2]?.form.get('time')).toBe('200');
  });

  test('a CA file that cannot be read is named before anything is asked', async () => {
    await expect(storeThat(() => undefined, { caFile: '/nowhere/ca.pem' })).rejects.toMatchObject({
      code: 'bad_configuration',
      message: expect.stringContaining('PROMETHEUS_CA_FILE: "/nowhere/ca.pem" cannot be read'),
    });
  });
});

describe('what is read', () => {
  test('warnings and infos of the store are kept beside the rows', async () => {
    const answer = { ...vector(rowOf('1')), warnings: ['one replica is away'], infos: ['no counter'] };
    const store = await storeThat((response) => sendJson(response, answer));
    expect((await store.query(query, 100)).warnings).toEqual(['one replica is away', 'no counter']);
  });

  test('values that are not finite are no rows and no points', async () => {
    const store = await storeThat((response, { path }) => {
      if (path.endsWith('query')) sendJson(response, vector(rowOf('NaN'), rowOf('+Inf'), rowOf('1e3', 'b')));
      else
        sendJson(response, {
          status: 'success',
          data: {
            resultType: 'matrix',
            result: [
              {
                metric: { app: 'a' },
                values: [
                  [0, 'NaN'],
                  [60, '2'],
                  [120, '-Inf'],
                ],
              },
              { metric: { app: 'b' }, values: [[0, 'NaN']] },
            ],
          },
        });
    });
    expect((await store.query(query, 100)).rows).toEqual([{ labels: { app: 'b' }, value: 1000 }]);
    const range = { startSeconds: 0, endSeconds: 120, stepSeconds: 60 };
    expect((await store.queryRange(query, range)).rows).toEqual([
      { labels: { app: 'a' }, points: [[60, 2]] },
    ]);
  });

  test.each(['compact', 'indented'])('a large %s answer arrives whole', async (form) => {
    const rows = Array.from({ length: 20_000 }, (_, index) => rowOf(String(index), `},{"metric":é🜚${index}`));
    const text = JSON.stringify({ ...vector(...rows), warnings: ['last'] }, null, form === 'compact' ? 0 : 1);
    const store = await storeThat((response) => response.end(text));
    const answer = await store.query(query, 100);
    expect(text.length).toBeGreaterThan(1_000_000);
    expect(answer.rows).toHaveLength(20_000);
    expect(answer.rows[19_999]).toEqual({ labels: { app: '},{"metric":é🜚19999' }, value: 19_999 });
    expect(answer.warnings).toEqual(['last']);
  });
});

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
    const store = await storeThat((response) => handle(response));
    await expect(store.query(query, 100)).rejects.toMatchObject({
      code,
      message: expect.stringMatching(message),
    });
    expect(server.received).toHaveLength(1);
  });

  test('a slow store is given up after the time limit', async () => {
    const store = await storeThat(() => undefined, { timeoutMs: 50 });
    await expect(store.query(query, 100)).rejects.toMatchObject({ code: 'source_timeout' });
  });

  test('a store that stops in the middle of an answer is given up after the time limit', async () => {
    const store = await storeThat((response) => response.write('{"status":"success","data":{'), {
      timeoutMs: 100,
    });
    await expect(store.query(query, 100)).rejects.toMatchObject({ code: 'source_timeout' });
  });

  test('an answer whose connection breaks is asked for again, then told as unreachable', async () => {
    const store = await storeThat((response) => {
      response.writeHead(200, { 'content-length': '1000' });
      response.write('{"status":"success","data":{', () => response.destroy());
    });
    await expect(store.query(query, 100)).rejects.toMatchObject({ code: 'source_unreachable' });
    expect(server.received).toHaveLength(3);
  });

  test('a gateway without its store is asked again and heals', async () => {
    const statuses = [502, 503];
    const store = await storeThat((response) => {
      const status = statuses.shift();
      if (status === undefined) sendJson(response, vector(rowOf('1')));
      else response.writeHead(status).end('no upstream');
    });
    expect((await store.query(query, 100)).rows).toHaveLength(1);
    expect(server.received).toHaveLength(3);
  });

  test('an answer beyond the limit is given up, an error text too', async () => {
    const store = await storeThat(
      (response, { form }) => {
        response.writeHead(form.get('time') === '1' ? 200 : 500).end('x'.repeat(100_000));
      },
      { maximumAnswerBytes: 90_000 },
    );
    await expect(store.query(query, 1)).rejects.toMatchObject({
      code: 'too_large',
      message: expect.stringContaining('0.09 MB'),
    });
    await expect(store.query(query, 2)).rejects.toMatchObject({ code: 'too_large' });
  });

  test('nobody listening is unreachable', async () => {
    const store = await storeThat(() => undefined);
    await server.stop();
    await expect(store.query(query, 100)).rejects.toMatchObject({
      code: 'source_unreachable',
      message: expect.stringMatching(/ECONNREFUSED.*PROMETHEUS_URL/),
    });
  });

  test('a redirect is told and not followed', async () => {
    const elsewhere = await startServer((response) => sendJson(response, vector(rowOf('1'))));
    try {
      const store = await storeThat((response) =>
        response.writeHead(302, { location: `${elsewhere.url}/login?token=s3cret` }).end(),
      );
      const failure = await store.query(query, 100).catch((error: Error) => error.message);
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
    const store = await storeThat((response) => {
      closed = new Promise((resolve) => response.on('close', resolve));
      caller.abort();
    });
    await expect(store.query(query, 100, caller.signal)).rejects.toThrow(/cancelled/);
    await closed;
  });
});

describe('a store behind TLS', () => {
  // Signed by itself for 127.0.0.1, and used for nothing else.
  const certificate = new URL('../../../fixtures/tls/cert.pem', import.meta.url).pathname;
  const tls = {
    cert: readFileSync(certificate),
    key: readFileSync(new URL('../../../fixtures/tls/key.pem', import.meta.url)),
  };

  test.each<[string, Partial<PrometheusOptions>]>([
    ['its authority is given as a file', { caFile: certificate }],
    ['its authority is given as text', { ca: tls.cert.toString() }],
    ['certificates are not to be verified', { insecureSkipVerify: true }],
  ])('answers when %s', async (_when, options) => {
    server = await startServer((response) => sendJson(response, vector(rowOf('1'))), tls);
    const store = createPrometheus({ url: server.url, timeoutMs: 5000, ...options });
    expect((await store.query(query, 100)).rows).toHaveLength(1);
  });

  test('is refused when nobody vouches for its certificate, and asked nothing', async () => {
    server = await startServer((response) => sendJson(response, vector(rowOf('1'))), tls);
    const store = createPrometheus({ url: server.url, timeoutMs: 5000 });
    await expect(store.query(query, 100)).rejects.toMatchObject({
      code: 'source_unreachable',
      message: expect.stringContaining('its certificate was refused'),
    });
    expect(server.received).toEqual([]);
  });
});

describe('status', () => {
  test('a store without the metrics of a mesh is degraded', async () => {
    const store = await storeThat((response, { form }) =>
      sendJson(
        response,
        form.get('query') === 'vector(1)' ? vector({ metric: {}, value: [1, '1'] }) : vector(),
      ),
    );
    expect(await store.status()).toMatchObject({
      state: 'degraded',
      reason: expect.stringContaining('no istio_requests_total'),
    });
  });

  test('a store that fails is down with its reason, and asked again only after five seconds', async () => {
    let nowMs = 0;
    const store = await storeThat((response) => response.writeHead(500).end('disk full'), {
      now: () => nowMs,
    });
    expect(await store.status()).toMatchObject({
      state: 'down',
      reason: expect.stringContaining('disk full'),
    });
    nowMs = 4999;
    await store.status();
    expect(server.received).toHaveLength(1);
    nowMs = 5000;
    await store.status();
    expect(server.received).toHaveLength(2);
  });
});

test('the same question asked twice at once, or again within five seconds, is one request', async () => {
  let nowMs = 0;
  const store = await storeThat((response) => sendJson(response, vector(rowOf('1'))), { now: () => nowMs });
  await Promise.all([store.query(query, 100), store.query(query, 100)]);
  nowMs = 4999;
  await store.query(query, 100);
  expect(server.received).toHaveLength(1);
  await store.query(query, 101);
  expect(server.received).toHaveLength(2);
  nowMs = 5000;
  await store.query(query, 100);
  expect(server.received).toHaveLength(3);
});
