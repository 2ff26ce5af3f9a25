import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import { problemSchema } from '#lib/contract/envelope.ts';
import { namespacesQuery, namespacesSchema } from '#lib/contract/namespaces.ts';
import { statusQuery, statusSchema } from '#lib/contract/status.ts';
import { endpoint } from '#server/http/endpoint.ts';
import { loadNamespaces } from '#server/mesh/inventory/load-namespaces.ts';
import { loadStatus } from '#server/mesh/status/load-status.ts';
import { type FaultyProxy, startFaultyProxy } from '#tests/support/faulty-proxy.ts';
import { bookinfoFolder, type Kubeapi, startKubeapi, writeKubeconfig } from '#tests/support/kubeapi.ts';
import { SignInBrowser } from '#tests/support/sign-in-browser.ts';

const home = 'http://vigla.test';
const status = endpoint(statusQuery, loadStatus);
const namespaces = endpoint(namespacesQuery, loadNamespaces);
const params = Promise.resolve({});
const routes = {
  'GET /api/status': (request: Request) => status(request, { params }),
  'GET /api/namespaces': (request: Request) => namespaces(request, { params }),
};
let api: Kubeapi;
let proxy: FaultyProxy;
let tried = 0;

beforeAll(async () => {
  const folder = mkdtempSync(join(tmpdir(), 'vigla-users-'));
  const [users, rights] = [join(folder, 'users.yaml'), join(folder, 'rights.yaml')];
  writeFileSync(
    users,
    'alice-token: {username: alice, groups: [team-shop]}\nbob-token: {username: bob, groups: []}\n',
  );
  writeFileSync(rights, stringifyAll([role, binding]));
  api = await startKubeapi({
    load: [join(bookinfoFolder, 'kubernetes'), rights],
    flags: ['-rbac', '-users', users],
  });
  proxy = await startFaultyProxy(api.url);
  Object.assign(process.env, {
    VIGLA_MODE: 'cluster',
    VIGLA_AUTH: 'token',
    KUBECONFIG: writeKubeconfig(proxy.url, { token: 'admin' }),
    PROMETHEUS_URL: 'http://127.0.0.1:9',
  });
});
afterEach(() => proxy.setFault(undefined));
afterAll(async () => {
  await proxy.stop();
  await api.stop();
  console.log(`sign-in with a token of the cluster: ${tried} tokens tried`);
});

const apiVersion = 'rbac.authorization.k8s.io/v1';
const role = {
  apiVersion,
  kind: 'Role',
  metadata: { name: 'look', namespace: 'shop' },
  rules: [{ apiGroups: [''], resources: ['pods'], verbs: ['list'] }],
};
const binding = {
  apiVersion,
  kind: 'RoleBinding',
  metadata: { name: 'look', namespace: 'shop' },
  roleRef: { apiGroup: 'rbac.authorization.k8s.io', kind: 'Role', name: 'look' },
  subjects: [{ apiGroup: 'rbac.authorization.k8s.io', kind: 'Group', name: 'team-shop' }],
};

function stringifyAll(objects: readonly object[]): string {
  return objects.map((object) => JSON.stringify(object)).join('\n---\n');
}

/** Each from a client of its own, so that tries do not count together. */
async function give(token: string, returnTo = '/graph'): Promise<{ browser: SignInBrowser; at: string }> {
  tried += 1;
  const browser = new SignInBrowser(home, { routes, client: `10.0.0.${tried}` });
  const { address } = await browser.open('/auth/token', { token, return: returnTo });
  return { browser, at: address.pathname + address.search };
}

async function userOf(browser: SignInBrowser) {
  const { response } = await browser.open('/api/status');
  const body: unknown = await response.json();
  return response.status === 200
    ? statusSchema.parse(Object(body).data).user
    : problemSchema.parse(body).code;
}

test('somebody signs in with a token, and sees the namespaces whose pods it may list', async () => {
  const { browser, at } = await give('alice-token', '/graph?range=1h');
  expect(at).toBe('/graph?range=1h');
  expect(await userOf(browser)).toEqual({
    name: 'alice',
    groups: expect.arrayContaining(['team-shop']),
    isAnonymous: false,
    canSignOut: true,
  });
  const { response } = await browser.open('/api/namespaces');
  const body: unknown = await response.json();
  const { items } = namespacesSchema.parse(Object(body).data);
  expect(items.map(({ name }) => name)).toEqual(['shop']);
  expect([...browser.jar().values()].join()).not.toContain('alice-token');
});

test.each([
  ['as kubectl prints it, with spaces round it', ' alice-token\n', '/graph'],
  ['of an HTTP header', 'Bearer alice-token', '/graph'],
  ['that nobody has', 'mallory-token', '/auth/sign-in?reason=token-refused&return=%2Fgraph'],
  [
    'that would break a header',
    'alice-token\r\nImpersonate-User: admin',
    '/auth/sign-in?reason=token-refused&return=%2Fgraph',
  ],
  ['that is none', '  ', '/auth/sign-in?reason=token-missing&return=%2Fgraph'],
])('a token %s', async (_name, token, expected) => {
  const { browser, at } = await give(token);
  expect(at).toBe(expected);
  if (expected !== '/graph')
    expect([browser.jar().size, await userOf(browser)]).toEqual([0, 'unauthenticated']);
});

test('while the cluster does not answer nobody gets in, and the page says why', async () => {
  proxy.setFault({ kind: 'status', status: 500 }, (address) => address.includes('selfsubjectreviews'));
  expect((await give('alice-token')).at).toBe('/auth/sign-in?reason=cluster-unreachable&return=%2Fgraph');
  proxy.setFault(undefined);
  expect((await give('alice-token')).at).toBe('/graph');
});

test('a cluster that cannot say names yet still tells a good token from a wrong one', async () => {
  proxy.setFault({ kind: 'status', status: 404 }, (address) => address.includes('selfsubjectreviews'));
  const { browser, at } = await give('alice-token');
  expect(at).toBe('/graph');
  expect(await userOf(browser)).toMatchObject({ name: 'Kubernetes token', groups: [] });
  expect((await give('mallory-token')).at).toContain('token-refused');
});

test('a session ends with the token of a service account', async () => {
  const answer = await fetch(`${api.url}/api/v1/namespaces/shop/serviceaccounts/default/token`, {
    method: 'POST',
    headers: { authorization: 'Bearer admin', 'content-type': 'application/json' },
    body: JSON.stringify({ spec: { expirationSeconds: 3600 } }),
  });
  const body: unknown = await answer.json();
  const { token } = Object(body).status;
  const { browser } = await give(String(token));
  expect(await userOf(browser)).toMatchObject({ name: 'system:serviceaccount:shop:default' });
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 3_601_000 });
  try {
    const { address } = await browser.open('/graph');
    expect(address.searchParams.get('reason')).toBe('session-ended');
  } finally {
    vi.useRealTimers();
  }
});

test('a token that the cluster takes back is told as such', async () => {
  const { browser } = await give('bob-token');
  expect(await userOf(browser)).toMatchObject({ name: 'bob' });
  proxy.setFault({ kind: 'status', status: 401 }, (address) => address.includes('selfsubjectaccessreviews'));
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 31_000 });
  try {
    expect(await userOf(browser)).toBe('unauthenticated');
  } finally {
    vi.useRealTimers();
  }
});

test('signing out ends the session; another site cannot do it, nor sign anybody in', async () => {
  const { browser } = await give('alice-token');
  const foreign = { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' };
  for (const path of ['/auth/sign-out', '/auth/token']) {
    const { response } = await browser.open(path, { token: 'alice-token' }, foreign);
    expect([path, response.status, response.headers.getSetCookie()]).toEqual([path, 403, []]);
  }
  expect(await userOf(browser)).toMatchObject({ name: 'alice' });
  const { response } = await browser.open('/auth/sign-out', {});
  expect(await response.json()).toEqual({
    data: { location: '/auth/sign-in?reason=signed-out' },
    warnings: [],
  });
  expect([browser.jar().size, await userOf(browser)]).toEqual([0, 'unauthenticated']);
});

test('after ten wrong tokens a client waits, and others do not', async () => {
  const browser = new SignInBrowser(home, { routes, client: '10.9.9.9' });
  const reasons: (string | null)[] = [];
  for (let index = 0; index < 12; index++) {
    tried += 1;
    const { address } = await browser.open('/auth/token', { token: `guess-${index}` });
    reasons.push(address.searchParams.get('reason'));
  }
  expect(reasons).toEqual([...Array(10).fill('token-refused'), 'too-many-tries', 'too-many-tries']);
  expect((await give('alice-token')).at).toBe('/graph');
});

test('a form that is too large is refused before it is read', async () => {
  const browser = new SignInBrowser(home, { routes });
  const { response } = await browser.open('/auth/token', { token: 'x'.repeat(40_000) });
  expect(response.status).toBe(413);
});
