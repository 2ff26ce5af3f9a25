import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import { problemSchema } from '#lib/contract/envelope.ts';
import { logsFollowQuery } from '#lib/contract/logs.ts';
import { eventStream } from '#server/http/event-stream.ts';
import { followLogs } from '#server/mesh/logs/load-log-follow.ts';
import { bookinfoFolder, type Kubeapi, startKubeapi, writeKubeconfig } from '#tests/support/kubeapi.ts';
import { SignInBrowser } from '#tests/support/sign-in-browser.ts';

const home = 'http://vigla.test';
const address = '/api/workloads/bookinfo/productpage-v1/logs/follow';
const params = Promise.resolve({ namespace: 'bookinfo', name: 'productpage-v1' });
const often = eventStream(logsFollowQuery, followLogs('workload'), { lookAgainMs: 50 });
const seldom = eventStream(logsFollowQuery, followLogs('workload'), { lookAgainMs: 3_600_000 });
const routes = {
  [`GET ${address}`]: (request: Request) => often(request, { params }),
  // As seen by whoever asks so: the same, but that rights are not looked at again.
  [`GET ${address}/seldom`]: (request: Request) => seldom(request, { params }),
};
let api: Kubeapi;

const apiVersion = 'rbac.authorization.k8s.io/v1';
const apiGroup = 'rbac.authorization.k8s.io';
const binding = (name: string) => ({
  apiVersion,
  kind: 'RoleBinding',
  metadata: { name, namespace: 'bookinfo' },
  roleRef: { apiGroup, kind: 'Role', name: 'look' },
  subjects: [{ apiGroup, kind: 'User', name }],
});

beforeAll(async () => {
  const folder = mkdtempSync(join(tmpdir(), 'vigla-streams-'));
  const [users, rights] = [join(folder, 'users.yaml'), join(folder, 'rights.json')];
  writeFileSync(
    users,
    'alice-token: {username: alice, groups: []}\nbob-token: {username: bob, groups: []}\ncarol-token: {username: carol, groups: []}\n',
  );
  const metadata = { name: 'look', namespace: 'bookinfo' };
  const role = {
    apiVersion,
    kind: 'Role',
    metadata,
    rules: [{ apiGroups: [''], resources: ['pods'], verbs: ['list'] }],
  };
  const items = [role, ...['alice', 'bob', 'carol'].map(binding)];
  writeFileSync(rights, JSON.stringify({ apiVersion: 'v1', kind: 'List', items }));
  api = await startKubeapi({
    load: [join(bookinfoFolder, 'kubernetes'), rights],
    flags: ['-rbac', '-users', users],
  });
  Object.assign(process.env, {
    VIGLA_MODE: 'cluster',
    VIGLA_AUTH: 'token',
    KUBECONFIG: writeKubeconfig(api.url, { token: 'admin' }),
    PROMETHEUS_URL: 'http://127.0.0.1:9',
  });
});
afterEach(() => vi.useRealTimers());
afterAll(() => api.stop());

async function signIn(user: string): Promise<SignInBrowser> {
  const browser = new SignInBrowser(home, { routes });
  await browser.open('/auth/token', { token: `${user}-token` });
  return browser;
}

/** A stream that has begun, and the problem with which it ends. */
async function open(browser: SignInBrowser, path = address) {
  const { response } = await browser.open(path);
  expect(response.status).toBe(200);
  const whole = response.text();
  return async () => {
    const data = /\n\nevent: problem\ndata: (.*)\n\n$/.exec(await whole)?.[1] ?? 'nothing';
    const { code, status, detail } = problemSchema.parse(JSON.parse(data));
    return [code, status, detail];
  };
}

/** The clocks of sessions and of kept rights; timers go on as they are. */
function setClock(milliseconds: number): void {
  vi.useFakeTimers({ toFake: ['Date'], now: milliseconds });
}

test('signing out ends the streams of that session, and those of nobody else', async () => {
  const [alice, again, bob] = [await signIn('alice'), await signIn('alice'), await signIn('bob')];
  const ends = [await open(alice), await open(alice)];
  const others = [await open(again), await open(bob)];
  await alice.open('/auth/sign-out', {});
  for (const end of ends)
    expect(await end()).toEqual(['unauthenticated', 401, expect.stringContaining('signed out')]);
  const isOver = await Promise.race([
    ...others.map((end) => end()),
    new Promise((done) => setTimeout(done, 200)),
  ]);
  expect(isOver).toBeUndefined();
  await again.open('/auth/sign-out', {});
  await bob.open('/auth/sign-out', {});
  for (const end of others) expect((await end())[0]).toBe('unauthenticated');
});

test('a session that is over ends its stream when it is, without anybody looking', async () => {
  const startMs = Date.now();
  const lifetimeMs = 8 * 3_600_000;
  // Hers alone: what is known of her rights is fresh until tomorrow.
  const carol = await signIn('carol');
  setClock(startMs + lifetimeMs - 1_500);
  const end = await open(carol, `${address}/seldom`);
  setClock(startMs + lifetimeMs + 10_000);
  expect(await end()).toEqual(['unauthenticated', 401, expect.any(String)]);
});

test('rights that are taken away end a stream as soon as they are asked for anew', async () => {
  const [alice, bob] = [await signIn('alice'), await signIn('bob')];
  const [end, other] = [await open(alice), await open(bob)];
  const place = `${api.url}/apis/${apiVersion}/namespaces/bookinfo/rolebindings/alice`;
  const gone = await fetch(place, { method: 'DELETE', headers: { authorization: 'Bearer admin' } });
  expect(gone.status).toBe(200);
  setClock(Date.now() + 31_000);
  expect(await end()).toEqual(['rights_changed', 403, expect.stringContaining('less')]);
  const { response } = await alice.open(address);
  expect(response.status).toBe(404);
  await bob.open('/auth/sign-out', {});
  expect((await other())[0]).toBe('unauthenticated');
});
