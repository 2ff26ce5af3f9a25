import { afterEach, expect, test } from 'vitest';
import { requestRate, testStores } from '#tests/support/faulty-store.ts';
import { sendJson } from '#tests/support/local-server.ts';

const stores = testStores();
afterEach(() => stores.stop());

const range = { startSeconds: 1000, endSeconds: 1600 };
const one = { labels: { trace_id: 'abc' }, value: '12.5', timestamp: 1500.25 };

test('exemplars come with their time, their value and the labels of their trace', async () => {
  const data = [{ seriesLabels: { app: 'a' }, exemplars: [one, { ...one, value: 'NaN' }] }];
  const store = await stores.storeThat((response) => sendJson(response, { status: 'success', data }));
  expect(await store.exemplars?.(requestRate, range)).toEqual([
    { atMs: 1_500_250, value: 12.5, labels: { trace_id: 'abc' } },
  ]);
  expect(stores.server.received[0]?.path).toBe('/api/v1/query_exemplars');
  expect(Object.fromEntries(stores.server.received[0]?.form ?? [])).toEqual({
    query: 'sum by (app) (rate(istio_requests_total{reporter="source"}[1m]))',
    start: '1000',
    end: '1600',
  });
});

test.each([404, 422, 501])('a store that answers %i has none, and that is no fault', async (status) => {
  const store = await stores.storeThat((response) => sendJson(response, { status: 'error' }, status));
  expect(await store.exemplars?.(requestRate, range)).toEqual([]);
});

test('a store without any says null', async () => {
  const store = await stores.storeThat((response) => sendJson(response, { status: 'success', data: null }));
  expect(await store.exemplars?.(requestRate, range)).toEqual([]);
});

test('an answer of another shape, and a store that fails, are named', async () => {
  const odd = await stores.storeThat((response) => sendJson(response, { status: 'success', data: [{}] }));
  await expect(odd.exemplars?.(requestRate, range)).rejects.toThrow(/exemplars cannot be read/);
  await stores.stop();
  const failing = await stores.storeThat((response) => sendJson(response, {}, 500));
  await expect(failing.exemplars?.(requestRate, range)).rejects.toMatchObject({ code: 'source_failed' });
});
