import { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { expect, test } from 'vitest';
import type { ServiceRequest } from '#server/sources/kubernetes/api-client.ts';
import { createServiceProxy } from '#server/sources/kubernetes/service-proxy.ts';
import type { ServicePlace } from '#server/sources/observed/service-place.ts';

const place: ServicePlace = { namespace: 'mon', service: 'prometheus', port: 9090, scheme: 'http' };
const prefix = '/api/v1/namespaces/mon/services/prometheus:9090/proxy';
const { signal } = new AbortController();

/** A proxy whose API server answers this, and what it was asked. */
function answering(statusCode: number, body: unknown) {
  const asked: ServiceRequest[] = [];
  const askService = createServiceProxy({
    async askService(request) {
      asked.push(request);
      const bytes = Buffer.from(typeof body === 'string' ? body : JSON.stringify(body));
      return {
        statusCode,
        headers: {},
        body: Object.assign(Readable.from([bytes]), { dump: async () => undefined }),
      };
    },
  });
  return { asked, askService };
}

test('TLS is named, and the port is asked by its number', async () => {
  const { asked, askService } = answering(200, '{}');
  await askService({ ...place, scheme: 'https' }, { method: 'GET', path: '/api/v1/query', signal });
  expect(asked[0]?.path).toBe('/api/v1/namespaces/mon/services/https:prometheus:9090/proxy/api/v1/query');
});

test.each([
  '/..',
  '/../../../secrets',
  '/api/%2e%2e/secrets',
  '/api/..%2f..%2fsecrets',
  '/a\\..\\b',
  '/./x',
  '/a/.%2E/b',
])('a path such as %s, which leads out of the Service, is not asked', async (path) => {
  const { asked, askService } = answering(200, '{}');
  await expect(askService(place, { method: 'GET', path, signal })).rejects.toMatchObject({
    code: 'forbidden',
  });
  expect(asked).toEqual([]);
});

test.each([
  ['/api/traces/a?b=c#d', `${prefix}/api/traces/a%3Fb=c%23d`],
  ['/api/traces/a...b', `${prefix}/api/traces/a...b`],
])('the path %s stays one', async (path, expected) => {
  const { asked, askService } = answering(200, '{}');
  await askService(place, { method: 'GET', path, signal });
  expect(asked[0]?.path).toBe(expected);
});

test('headers of a tenant go to the Service; what would speak to the API server does not', async () => {
  const { asked, askService } = answering(200, '{}');
  const headers = {
    'X-Scope-OrgID': 'shop',
    Authorization: 'Bearer x',
    'Impersonate-User': 'root',
    'X-Remote-User': 'root',
    Cookie: 'a',
  };
  await askService(place, { method: 'GET', path: '/', headers, signal });
  expect(asked[0]?.headers).toEqual({ 'X-Scope-OrgID': 'shop' });
});

test.each([
  [100, undefined, 100],
  [20_000, 'form', undefined],
])('a query of %i characters goes as it must', async (length, kind, inQuery) => {
  const { asked, askService } = answering(200, '{}');
  const query = 'x'.repeat(length);
  await askService(place, { method: 'POST', path: '/api/v1/query', form: { query }, signal });
  expect(asked[0]?.form === undefined ? undefined : 'form').toBe(kind);
  expect(asked[0]?.query?.query?.length).toBe(inQuery);
});

const refusal = {
  kind: 'Status',
  apiVersion: 'v1',
  status: 'Failure',
  message: 'User "vigla" cannot do that',
};

test.each([
  [401, 'source_failed', /credentials any more/],
  [
    403,
    'forbidden',
    /lacks the verb get on services\/proxy in the namespace mon: User "vigla" cannot do that\.$/,
  ],
  [404, 'source_unreachable', /Service mon\/prometheus is gone/],
  [503, 'source_unreachable', /does not reach Service mon\/prometheus/],
  [418, 'source_failed', /does not pass questions on .*\(418\)/],
])("the API server's own %i is told as what it is", async (status, code, words) => {
  const { askService } = answering(status, refusal);
  await expect(askService(place, { method: 'GET', path: '/', signal })).rejects.toMatchObject({
    code,
    message: expect.stringMatching(words),
  });
});

test('a long query that may not be posted names the verb that is missing', async () => {
  const { askService } = answering(403, refusal);
  const form = { query: 'x'.repeat(20_000) };
  await expect(askService(place, { method: 'POST', path: '/', form, signal })).rejects.toThrow(
    /the verb create on/,
  );
});

test.each([
  [422, '{"status":"error","errorType":"execution","error":"too many samples"}'],
  [503, 'upstream is away'],
  [404, '<html>'],
])('a %i of the Service itself goes through unchanged', async (status, body) => {
  const { askService } = answering(status, body);
  const answer = await askService(place, { method: 'GET', path: '/', signal });
  expect([answer.statusCode, await text(Readable.from(answer.body))]).toEqual([status, body]);
});
