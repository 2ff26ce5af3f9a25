import { afterEach, describe, expect, test } from 'vitest';
import { createPrometheus, type PrometheusOptions } from '#server/sources/prometheus/prometheus.ts';
import { requestRate, rowOf, testStores, vector } from '#tests/support/faulty-store.ts';
import { sendJson } from '#tests/support/local-server.ts';

const stores = testStores();
afterEach(() => stores.stop());

describe('what is sent', () => {
  test('a query goes as a form with its time, its limit and the extra matchers', async () => {
    const store = await stores.storeThat((response) => sendJson(response, vector(rowOf('1.5'))), {
      extraMatchers: [{ label: 'cluster', is: '=', value: 'ea"st' }],
    });
    expect(await store.query(requestRate, 100)).toMatchObject({
      rows: [{ labels: { app: 'a' }, value: 1.5 }],
      warnings: [],
    });
    expect(stores.server.received).toHaveLength(1);
    expect(stores.server.received[0]).toMatchObject({ method: 'POST', path: '/api/v1/query' });
    expect(Object.fromEntries(stores.server.received[0]?.form ?? [])).toEqual({
      query: 'sum by (app) (rate(istio_requests_total{reporter="source",cluster="ea\\"st"}[1m]))',
      time: '100',
      timeout: '5000ms',
    });
    expect(store.promql?.(requestRate)).toBe(stores.server.received[0]?.form.get('query'));
  });

  test('a range goes with its ends and its step, below the path of the address', async () => {
    await stores.start((response) =>
      sendJson(response, { status: 'success', data: { resultType: 'matrix', result: [] } }),
    );
    const store = createPrometheus({ url: `${stores.server.url}/prometheus/`, timeoutMs: 5000 });
    await store.queryRange(requestRate, { startSeconds: 0, endSeconds: 600, stepSeconds: 60 });
    expect(stores.server.received[0]?.path).toBe('/prometheus/api/v1/query_range');
    expect(Object.fromEntries(stores.server.received[0]?.form ?? [])).toMatchObject({
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
    const store = await stores.storeThat((response) => sendJson(response, vector()), options);
    await store.query(requestRate, 100);
    expect(stores.server.received[0]?.headers).toMatchObject(headers);
  });

  test('credentials in the address are sent as basic authentication and shown nowhere', async () => {
    await stores.start((response) => sendJson(response, vector(rowOf('1'))));
    const url = stores.server.url.replace('//', '//ann:s%20cret@');
    const store = createPrometheus({ url, timeoutMs: 5000 });
    expect(await store.status()).toEqual({ id: 'prometheus', state: 'ok', address: stores.server.url });
    expect(stores.server.received[0]?.headers.authorization).toBe(`Basic ${btoa('ann:s cret')}`);
  });

  test('a store that takes no POST is asked with GET from then on', async () => {
    const store = await stores.storeThat((response, { method }) => {
      if (method === 'POST') response.writeHead(405).end('no');
      else sendJson(response, vector(rowOf('2')));
    });
    expect((await store.query(requestRate, 100)).rows).toHaveLength(1);
    expect((await store.query(requestRate, 200)).rows).toHaveLength(1);
    expect(stores.server.received.map(({ method }) => method)).toEqual(['POST', 'GET', 'GET']);
    expect(stores.server.received[2]?.form.get('time')).toBe('200');
  });

  test('credentials in the address that cannot be decoded are told, and not shown', () => {
    expect(() => createPrometheus({ url: 'http://ann:p%w@localhost', timeoutMs: 5000 })).toThrow(
      /^PROMETHEUS_URL: the user and the password in it must be percent-encoded$/,
    );
  });

  test('a CA file that cannot be read is named before anything is asked', async () => {
    await expect(stores.storeThat(() => undefined, { caFile: '/nowhere/ca.pem' })).rejects.toMatchObject({
      code: 'bad_configuration',
      message: expect.stringContaining('PROMETHEUS_CA_FILE: "/nowhere/ca.pem" cannot be read'),
    });
  });
});

describe('what is read', () => {
  test('warnings and infos of the store are kept beside the rows', async () => {
    const answer = { ...vector(rowOf('1')), warnings: ['one replica is away'], infos: ['no counter'] };
    const store = await stores.storeThat((response) => sendJson(response, answer));
    expect((await store.query(requestRate, 100)).warnings).toEqual(['one replica is away', 'no counter']);
  });

  test('values that are not finite are no rows and no points', async () => {
    const store = await stores.storeThat((response, { path }) => {
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
    expect((await store.query(requestRate, 100)).rows).toEqual([{ labels: { app: 'b' }, value: 1000 }]);
    const range = { startSeconds: 0, endSeconds: 120, stepSeconds: 60 };
    expect((await store.queryRange(requestRate, range)).rows).toEqual([
      { labels: { app: 'a' }, points: [[60, 2]] },
    ]);
  });

  test.each(['compact', 'indented'])('a large %s answer arrives whole', async (form) => {
    const rows = Array.from({ length: 20_000 }, (_, index) => rowOf(String(index), `},{"metric":é🜚${index}`));
    const text = JSON.stringify({ ...vector(...rows), warnings: ['last'] }, null, form === 'compact' ? 0 : 1);
    const store = await stores.storeThat((response) => response.end(text));
    const answer = await store.query(requestRate, 100);
    expect(text.length).toBeGreaterThan(1_000_000);
    expect(answer.rows).toHaveLength(20_000);
    expect(answer.rows[19_999]).toEqual({ labels: { app: '},{"metric":é🜚19999' }, value: 19_999 });
    expect(answer.warnings).toEqual(['last']);
  });
});

test('the same question asked twice at once, or again within five seconds, is one request', async () => {
  let nowMs = 0;
  const store = await stores.storeThat((response) => sendJson(response, vector(rowOf('1'))), {
    now: () => nowMs,
  });
  await Promise.all([store.query(requestRate, 100), store.query(requestRate, 100)]);
  nowMs = 4999;
  await store.query(requestRate, 100);
  expect(stores.server.received).toHaveLength(1);
  await store.query(requestRate, 101);
  expect(stores.server.received).toHaveLength(2);
  nowMs = 5000;
  await store.query(requestRate, 100);
  expect(stores.server.received).toHaveLength(3);
});
