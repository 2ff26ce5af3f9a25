import { readFileSync } from 'node:fs';
import { afterEach, describe, expect, test } from 'vitest';
import { createPrometheus, type PrometheusOptions } from '#server/sources/prometheus/prometheus.ts';
import { requestRate, rowOf, testStores, vector } from '#tests/support/faulty-store.ts';
import { sendJson } from '#tests/support/local-server.ts';

const stores = testStores();
afterEach(() => stores.stop());

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
    await stores.start((response) => sendJson(response, vector(rowOf('1'))), tls);
    const store = createPrometheus({ url: stores.server.url, timeoutMs: 5000, ...options });
    expect((await store.query(requestRate, 100)).rows).toHaveLength(1);
  });

  test('is refused when nobody vouches for its certificate, and asked nothing', async () => {
    await stores.start((response) => sendJson(response, vector(rowOf('1'))), tls);
    const store = createPrometheus({ url: stores.server.url, timeoutMs: 5000 });
    await expect(store.query(requestRate, 100)).rejects.toMatchObject({
      code: 'source_unreachable',
      message: expect.stringContaining('its certificate was refused'),
    });
    expect(stores.server.received).toEqual([]);
  });
});

describe('status', () => {
  test('a store without the metrics of a mesh is degraded', async () => {
    const store = await stores.storeThat((response, { form }) =>
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
    const store = await stores.storeThat((response) => response.writeHead(500).end('disk full'), {
      now: () => nowMs,
    });
    expect(await store.status()).toMatchObject({
      state: 'down',
      reason: expect.stringContaining('disk full'),
    });
    nowMs = 4999;
    await store.status();
    expect(stores.server.received).toHaveLength(1);
    nowMs = 5000;
    await store.status();
    expect(stores.server.received).toHaveLength(2);
  });

  test('a store that answers, but cannot count the mesh, is degraded and not down', async () => {
    const store = await stores.storeThat((response, { form }) => {
      if (form.get('query') === 'vector(1)') sendJson(response, vector({ metric: {}, value: [1, '1'] }));
      else response.writeHead(422).end('too many samples');
    });
    expect(await store.status()).toMatchObject({
      state: 'degraded',
      reason: expect.stringContaining('too many samples'),
    });
  });

  test('a mesh that was seen is not looked for again soon', async () => {
    let nowMs = 0;
    const store = await stores.storeThat((response) => sendJson(response, vector(rowOf('1'))), {
      now: () => nowMs,
    });
    await store.status();
    nowMs = 60_000;
    expect(await store.status()).toMatchObject({ state: 'ok' });
    expect(stores.server.received.map(({ form }) => form.get('query'))).toEqual([
      'vector(1)',
      expect.stringContaining('istio_requests_total'),
      'vector(1)',
    ]);
  });
});
