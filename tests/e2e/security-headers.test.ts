import { readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { apiFiles } from '#lib/contract/files.ts';
import { apiPosts } from '#lib/contract/posts.ts';
import { apiRoutes } from '#lib/contract/routes.ts';
import { apiStreams } from '#lib/contract/streams.ts';
import { baseUrl, signInAddresses } from '#tests/support/base-url.ts';

/** What may stand for an open part of an address: the routes need not find anything. */
const fillings: Readonly<Record<string, string>> = { kind: 'VirtualService', namespace: 'bookinfo' };

function filled(route: string): string {
  return route.replaceAll(/[{[](\w+)[\]}]/g, (_, name: string) => fillings[name] ?? 'one');
}

const pages = readdirSync('app', { recursive: true, encoding: 'utf8' })
  .filter((file) => /(^|\/)page\.tsx$/.test(file))
  .map((file) => filled(`/${file.replace(/\/?page\.tsx$/, '')}`));
const gets = [apiRoutes, apiFiles, apiStreams].flatMap(Object.keys);

type Asked = { method: string; path: string; headers: Headers; status: number };

/** The head of an answer; streams and files are left at once. */
async function headOf(method: string, path: string, init: RequestInit = {}): Promise<Asked> {
  const left = new AbortController();
  const response = await fetch(baseUrl() + path, {
    method,
    redirect: 'manual',
    signal: left.signal,
    ...init,
  });
  const { headers, status } = response;
  await response.body?.cancel();
  left.abort();
  return { method, path, headers, status };
}

async function headsOf(method: string, paths: readonly string[], init: RequestInit = {}): Promise<Asked[]> {
  const heads: Asked[] = [];
  for (const path of paths) heads.push(await headOf(method, path, init));
  return heads;
}

/** Of every answer, whatever it is. */
function expectCommon({ method, path, headers, status }: Asked): void {
  const found = Object.fromEntries(
    ['x-content-type-options', 'referrer-policy', 'cross-origin-opener-policy', 'x-powered-by'].map(
      (name) => [name, headers.get(name)],
    ),
  );
  expect(found, `${method} ${path} ${status}`).toEqual({
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'same-origin',
    'cross-origin-opener-policy': 'same-origin',
    'x-powered-by': null,
  });
  // The server speaks plain HTTP here: nothing may be promised.
  expect(headers.get('strict-transport-security')).toBeNull();
}

/** Of all that a browser could show as a page. */
function expectPolicy({ path, headers }: Asked): void {
  const policy = headers.get('content-security-policy') ?? '';
  const directives = new Map(
    policy.split('; ').map((part): [string, string] => {
      const [name = '', ...values] = part.split(' ');
      return [name, values.join(' ')];
    }),
  );
  expect([path, directives.get('script-src')]).toEqual([
    path,
    expect.stringMatching(/^'self' 'nonce-[\w+/=]{20,}' 'strict-dynamic'$/),
  ]);
  expect(directives.get('default-src')).toBe("'self'");
  expect(directives.get('object-src')).toBe("'none'");
  expect(directives.get('base-uri')).toBe("'self'");
  expect(directives.get('frame-ancestors')).toBe("'none'");
  expect(headers.get('x-frame-options')).toBe('DENY');
}

test('every page, found or not, runs scripts by nonce alone and is shown in no frame', async () => {
  const heads = await headsOf('GET', [...pages, '/no-such-page', '/workloads/bookinfo/no-such-workload']);
  for (const head of heads) {
    expectCommon(head);
    expectPolicy(head);
  }
  const nonces = heads.map(({ headers }) => headers.get('content-security-policy'));
  expect(new Set(nonces).size).toBe(heads.length);
  console.log(`${heads.length} pages have the headers`);
  expect(heads.length).toBeGreaterThan(20);
});

test('every route of the API has them, its errors too, and no cache that is shared keeps an answer', async () => {
  const heads = [
    ...(await headsOf('GET', gets.map(filled))),
    ...(await headsOf(
      'GET',
      gets.map((route) => `${filled(route)}?colour=red`),
    )),
    ...(await headsOf('POST', Object.keys(apiPosts).map(filled), { body: '{}' })),
    ...(await headsOf('POST', Object.keys(apiPosts).map(filled), {
      body: '{}',
      headers: { origin: 'https://evil.example' },
    })),
    ...(await headsOf('PUT', ['/api/status', '/api/nothing'], { body: '{}' })),
    ...(await headsOf('GET', ['/api/nothing', '/api/openapi.json', '/api'])),
  ];
  for (const head of heads) {
    const where = `${head.method} ${head.path} ${head.status}`;
    expectCommon(head);
    // Uploads do not pass where the policy is made: their answers are JSON, which no browser shows as a page.
    if (head.headers.has('content-security-policy')) expectPolicy(head);
    else expect(where).toMatch(/^(POST|GET|PUT) \/api\/(dumps\/|proxies\/[^/]+\/[^/]+\/compare)/);
    if (head.status === 405) continue;
    const cache = head.headers.get('cache-control') ?? 'none';
    expect(cache, where).toMatch(head.headers.has('etag') ? /^private, no-cache$/ : /\bno-store\b/);
  }
  const byStatus = Map.groupBy(heads, ({ status }) => status);
  console.log(
    `${heads.length} answers of the API: ${[...byStatus].map(([status, ones]) => `${ones.length} × ${status}`).join(', ')}`,
  );
  for (const status of [200, 400, 403, 404]) expect(byStatus.has(status), String(status)).toBe(true);
});

test('files, probes and metrics have what they can have', async () => {
  const page = await (await fetch(`${baseUrl()}/graph`)).text();
  const files = [...page.matchAll(/(?:src|href)="(\/[^"]+\.(?:js|css|svg|woff2)[^"]*)"/g)].map(
    ([, path = '']) => path,
  );
  const heads = await headsOf('GET', [...new Set(files), '/icon.svg', '/healthz', '/readyz', '/metrics']);
  for (const head of heads) {
    expect([head.path, head.status]).toEqual([head.path, 200]);
    expectCommon(head);
  }
  expect(heads.length).toBeGreaterThan(8);
});

test('HTTPS in front is remembered by browsers, and only then', async () => {
  const secure = await headOf('GET', '/graph', { headers: { 'x-forwarded-proto': 'https' } });
  expect(secure.headers.get('strict-transport-security')).toBe('max-age=31536000');
});

test('who is not signed in gets them as well', async () => {
  const { url } = signInAddresses();
  for (const path of ['/graph', '/api/graph', '/auth/sign-in']) {
    const { headers, status } = await fetch(url + path, { redirect: 'manual' });
    expectCommon({ method: 'GET', path, headers, status });
    expectPolicy({ method: 'GET', path, headers, status });
    expect([path, status]).toEqual([path, path === '/graph' ? 307 : path === '/api/graph' ? 401 : 200]);
  }
});
