import { readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import type { compareRoutes } from '#lib/contract/compare-routes.ts';
import { problemSchema, warningSchema } from '#lib/contract/envelope.ts';
import { apiFiles } from '#lib/contract/files.ts';
import { apiPosts } from '#lib/contract/posts.ts';
import { apiRoutes } from '#lib/contract/routes.ts';
import { apiStreams } from '#lib/contract/streams.ts';
import type { ztunnelRoutes } from '#lib/contract/ztunnel-routes.ts';
import { baseUrl } from '#tests/support/base-url.ts';
import { canarySamples } from './samples/canary-samples.ts';
import { meshSamples } from './samples/mesh-samples.ts';
import { objectSamples } from './samples/object-samples.ts';
import { proxySamples } from './samples/proxy-samples.ts';

async function get(path: string, headers: Record<string, string> = {}): Promise<Response> {
  return fetch(`${baseUrl()}${path}`, { headers });
}

async function problemOf(path: string) {
  const response = await get(path);
  expect(response.headers.get('content-type')).toBe('application/problem+json');
  const problem = problemSchema.parse(await response.json());
  expect(problem.status).toBe(response.status);
  return problem;
}

/**
 * An address for every route that has an answer on the demo, whose mesh has no ztunnel (see ambient.test.ts) and no
 * earlier snapshot beside it (see compare.test.ts).
 */
const samples: Record<
  Exclude<keyof typeof apiRoutes, keyof typeof ztunnelRoutes | keyof typeof compareRoutes>,
  string
> = {
  ...proxySamples,
  ...objectSamples,
  ...meshSamples,
  ...canarySamples,
  '/api/graph': '/api/graph?namespaces=*&include=latency,throughput,messages&idle=true',
  '/api/graph/series': '/api/graph/series?node=service:Kubernetes/bookinfo/reviews&range=15m',
  '/api/namespaces': '/api/namespaces?include=series',
  '/api/status': '/api/status',
  '/api/applications': '/api/applications?namespaces=bookinfo',
  '/api/services': '/api/services?namespaces=*&range=5m',
  '/api/workloads': '/api/workloads?include=latency&namespaces=shop,legacy',
  '/api/applications/{namespace}/{name}/log-peers': '/api/applications/bookinfo/reviews/log-peers',
  '/api/services/{namespace}/{name}/log-peers': '/api/services/bookinfo/details/log-peers?range=1h',
  '/api/workloads/{namespace}/{name}/log-peers': '/api/workloads/legacy/batch/log-peers',
  '/api/applications/{namespace}/{name}': '/api/applications/bookinfo/reviews',
  '/api/services/{namespace}/{name}': '/api/services/shop/catalog?range=15m',
  '/api/workloads/{namespace}/{name}': '/api/workloads/bookinfo/reviews-v3?cluster=Kubernetes',
  '/api/applications/{namespace}/{name}/config': '/api/applications/bookinfo/reviews/config',
  '/api/services/{namespace}/{name}/config': '/api/services/bookinfo/reviews/config',
  '/api/workloads/{namespace}/{name}/config': '/api/workloads/bookinfo/reviews-v2/config',
  '/api/applications/{namespace}/{name}/traffic': '/api/applications/bookinfo/reviews/traffic?idle=true',
  '/api/services/{namespace}/{name}/routing': '/api/services/bookinfo/reviews/routing',
  '/api/services/{namespace}/{name}/traffic': '/api/services/shop/catalog/traffic?range=15m',
  '/api/workloads/{namespace}/{name}/traffic': '/api/workloads/shop/wordpress-v1/traffic',
  '/api/applications/{namespace}/{name}/metrics':
    '/api/applications/bookinfo/reviews/metrics?direction=outbound&reporter=both&range=15m',
  '/api/services/{namespace}/{name}/metrics':
    '/api/services/shop/catalog/metrics?groupBy=source_workload,response_code&charts=requests,duration',
  '/api/workloads/{namespace}/{name}/metrics':
    '/api/workloads/shop/mysql/metrics?statistics=mean,p50,p95,p99,p999&range=15m',
  '/api/traces': '/api/traces?service=reviews.bookinfo&errorsOnly=true&range=1h',
  '/api/traces/{id}': '/api/traces/1151a0c15983ddc1da141803044f05df',
  '/api/applications/{namespace}/{name}/traces': '/api/applications/bookinfo/reviews/traces',
  '/api/services/{namespace}/{name}/traces': '/api/services/bookinfo/reviews/traces?minDurationMs=1',
  '/api/workloads/{namespace}/{name}/traces': '/api/workloads/bookinfo/reviews-v2/traces?range=1h',
  '/api/applications/{namespace}/{name}/logs': '/api/applications/bookinfo/reviews/logs?range=15m&tail=50',
  '/api/services/{namespace}/{name}/logs': '/api/services/shop/catalog/logs?search=GET',
  '/api/traces/by-request/{id}':
    '/api/traces/by-request/5a2ca1b1-8bb5-9602-a945-717613d12cc8?around=1795226478900&kind=workload&namespace=bookinfo&name=productpage-v1',
  '/api/workloads/{namespace}/{name}/logs': '/api/workloads/bookinfo/productpage-v1/logs',
};

const routes = new Map<string, { data: z.ZodType }>(Object.entries(apiRoutes));

describe('every route', () => {
  for (const [path, address] of Object.entries(samples)) {
    test(`${path} answers what its contract says`, async () => {
      const route = routes.get(path);
      if (route === undefined) throw new Error(`${path} is not in the contract`);
      const response = await get(address);
      expect(response.status).toBe(200);
      const answer = z.strictObject({ data: route.data, warnings: z.array(warningSchema) });
      expect(answer.safeParse(await response.json()).error).toBeUndefined();
    });

    test(`${path} refuses a parameter it does not know, and names it`, async () => {
      const problem = await problemOf(`${new URL(address, 'http://any').pathname}?colour=red`);
      expect(problem).toMatchObject({ status: 400, code: 'bad_parameter', parameter: 'colour' });
      expect(problem.detail).toContain('colour');
    });
  }

  test('stands in the OpenAPI document, and every route file is one of them', async () => {
    const document = z
      .object({ paths: z.record(z.string(), z.unknown()) })
      .parse(await (await get('/api/openapi.json')).json());
    const described = [
      ...new Set([apiRoutes, apiStreams, apiFiles, apiPosts].flatMap((routes) => Object.keys(routes))),
    ].sort();
    expect(Object.keys(document.paths).sort()).toEqual(described);
    const files = readdirSync('app/api', { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('route.ts') && !name.startsWith('[...') && !name.startsWith('openapi'))
      .map((name) => `/api/${name.replace('/route.ts', '').replace(/\[(\w+)\]/g, '{$1}')}`);
    expect(files.sort()).toEqual(described);
  });
});

describe('a wrong parameter is named', () => {
  const wrong: readonly [query: string, parameter: string, code: string][] = [
    ['range=5x', 'range', 'bad_parameter'],
    ['range=1s', 'range', 'bad_parameter'],
    ['range=400d', 'range', 'bad_parameter'],
    ['at=yesterday', 'at', 'bad_parameter'],
    ['type=pods', 'type', 'bad_parameter'],
    ['include=latency,colour', 'include', 'bad_parameter'],
    ['depth=0', 'depth', 'bad_parameter'],
    ['idle=maybe', 'idle', 'bad_parameter'],
    ['namespaces=No_Name', 'namespaces', 'bad_parameter'],
    ['namespaces=nowhere', 'namespaces', 'unknown_namespace'],
    ['focus=workload:nothing', 'focus', 'bad_parameter'],
    ['range=5m&range=6m', 'range', 'bad_parameter'],
  ];
  for (const [query, parameter, code] of wrong) {
    test(`/api/graph?${query}`, async () => {
      expect(await problemOf(`/api/graph?${query}`)).toMatchObject({ status: 400, code, parameter });
    });
  }
});

test('a path that is no route is a problem, not a page', async () => {
  expect(await problemOf('/api/pods')).toMatchObject({ status: 404, code: 'not_found' });
});

test('an unchanged answer is a 304 without a body', async () => {
  const path = `/api/graph?at=${new Date(Math.floor(Date.now() / 60_000) * 60_000).toISOString()}`;
  const first = await get(path);
  const etag = first.headers.get('etag') ?? '';
  expect(etag).toMatch(/^"[\w-]+"$/);
  await first.arrayBuffer();
  const second = await get(path, { 'if-none-match': etag });
  expect(second.status).toBe(304);
  expect((await second.arrayBuffer()).byteLength).toBe(0);
});

test('the same question about a past moment gets the same answer', async () => {
  const at = new Date(Math.floor(Date.now() / 60_000) * 60_000 - 3_600_000).toISOString();
  const [one, two] = await Promise.all([get(`/api/graph?at=${at}`), get(`/api/graph?at=${at}`)]);
  expect(await one.text()).toBe(await two.text());
});

test('probes and own metrics answer', async () => {
  expect((await get('/healthz')).status).toBe(200);
  expect((await get('/readyz')).status).toBe(200);
  const metrics = await (await get('/metrics')).text();
  expect(metrics).toContain('vigla_');
  expect(await (await get('/demo/metrics')).text()).toContain('istio_requests_total{');
});

test('a page carries a strict policy: scripts only by nonce', async () => {
  const policy = (await get('/graph')).headers.get('content-security-policy') ?? '';
  const scripts = policy.split('; ').find((part) => part.startsWith('script-src')) ?? '';
  expect(scripts).toMatch(/'nonce-[\w+/=]+'/);
  expect(scripts).not.toContain('unsafe');
});

test('a large answer travels compressed', async () => {
  const response = await get('/api/graph', { 'accept-encoding': 'gzip' });
  expect(response.headers.get('content-encoding')).toBe('gzip');
  expect(response.headers.get('content-type')).toBe('application/json');
  await response.arrayBuffer();
});
