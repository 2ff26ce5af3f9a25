import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import { statusQuery, statusSchema } from '#lib/contract/status.ts';
import { endpoint } from '#server/http/endpoint.ts';
import { loadStatus } from '#server/mesh/status/load-status.ts';
import {
  type OpenIdProvider,
  openIdEnvironment,
  startOpenIdProvider,
} from '#tests/support/openid-provider.ts';
import { SignInBrowser, type Visited } from '#tests/support/sign-in-browser.ts';

const home = 'http://vigla.test';
const status = endpoint(statusQuery, loadStatus);
const routes = { 'GET /api/status': (request: Request) => status(request, { params: Promise.resolve({}) }) };
let provider: OpenIdProvider;
let tried = 0;

beforeAll(async () => {
  provider = await startOpenIdProvider(home);
  Object.assign(process.env, openIdEnvironment(provider, home));
});
afterEach(async () => {
  vi.useRealTimers();
  await provider.start();
});
afterAll(async () => {
  await provider.stop();
  console.log(`sign-in at an OpenID provider: ${tried} ways through it tried`);
});

function newBrowser(): SignInBrowser {
  tried += 1;
  return new SignInBrowser(home, { routes, client: `10.0.0.${tried}` });
}

/** Fills in the provider's own pages: who it is, then that Vigla may know. */
async function signIn(browser: SignInBrowser, login: string, page = '/graph?range=1h'): Promise<Visited> {
  const { address } = await browser.open(page);
  expect(address.pathname).toBe('/auth/sign-in');
  const returnTo = address.searchParams.get('return') ?? '/';
  const asked = await browser.open(`/auth/start?${new URLSearchParams({ return: returnTo })}`);
  expect(asked.address.pathname).toMatch(/^\/interaction\//);
  const consent = await browser.open(asked.address.href, { prompt: 'login', login, password: 'any' });
  return browser.open(consent.address.href, { prompt: 'consent' });
}

async function userOf(browser: SignInBrowser) {
  const { response } = await browser.open('/api/status');
  if (response.status !== 200) return response.status;
  const body: unknown = await response.json();
  return statusSchema.parse(Object(body).data).user;
}

test('somebody signs in, is known by name and groups, and comes back to the page that was asked for', async () => {
  provider.accounts.set('alice', { preferred_username: 'alice', groups: ['team-shop', 'system:masters'] });
  const browser = newBrowser();
  expect(await userOf(browser)).toBe(401);
  const { address, response } = await signIn(browser, 'alice');
  expect(response.status).toBe(200);
  expect(address.href).toBe(`${home}/graph?range=1h`);
  expect(await userOf(browser)).toEqual({
    name: 'alice',
    groups: ['team-shop'],
    isAnonymous: false,
    canSignOut: true,
  });
  const toProvider = browser.visited.find((visit) => visit.includes(`${provider.issuer}/auth?`)) ?? '';
  const sent = new URL(toProvider.replace('GET ', '')).searchParams;
  expect(sent.get('code_challenge_method')).toBe('S256');
  expect(
    [sent.get('state'), sent.get('nonce'), sent.get('code_challenge')].every(
      (text) => (text?.length ?? 0) > 30,
    ),
  ).toBe(true);
});

test('a session is renewed once for all requests of a moment, with the groups of then', async () => {
  provider.accounts.set('bob', { preferred_username: 'bob', groups: ['team-a'] });
  const browser = newBrowser();
  await signIn(browser, 'bob');
  const before = browser.jar().get('vigla-session.0');
  const asked = provider.asked.get('/token') ?? 0;
  provider.accounts.set('bob', { preferred_username: 'bob', groups: ['team-b'] });
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 40_000 });
  const users = await Promise.all([userOf(browser), userOf(browser), userOf(browser)]);
  expect(users).toEqual(
    Array(3).fill({ name: 'bob', groups: ['team-b'], isAnonymous: false, canSignOut: true }),
  );
  expect((provider.asked.get('/token') ?? 0) - asked).toBe(1);
  expect(browser.jar().get('vigla-session.0')).not.toBe(before);
  // Rotation goes on: the token of the first renewal is good for a second.
  vi.setSystemTime(Date.now() + 120_000);
  expect(await userOf(browser)).toMatchObject({ name: 'bob' });
  expect((provider.asked.get('/token') ?? 0) - asked).toBe(2);
});

test('while the provider is down its last word counts; then pages say so, and all heals by itself', async () => {
  provider.accounts.set('carol', { preferred_username: 'carol' });
  const browser = newBrowser();
  await signIn(browser, 'carol');
  await provider.stop();
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 40_000 });
  expect(await userOf(browser)).toMatchObject({ name: 'carol' });
  vi.setSystemTime(Date.now() + 30_000);
  expect(await userOf(browser)).toBe(401);
  const away = await browser.open('/graph');
  expect(away.address.href).toBe(`${home}/auth/sign-in?reason=provider-unreachable&return=%2Fgraph`);
  vi.setSystemTime(Date.now() + 10_000);
  const start = await newBrowser().open('/auth/start');
  expect(start.address.searchParams.get('reason')).toBe('provider-unreachable');
  await provider.start();
  vi.setSystemTime(Date.now() + 10_000);
  expect(await userOf(browser)).toMatchObject({ name: 'carol' });
});

test('somebody whom the provider locks out is signed out when its last word is old', async () => {
  provider.accounts.set('dave', { preferred_username: 'dave' });
  const browser = newBrowser();
  await signIn(browser, 'dave');
  await provider.revokeAll();
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 70_000 });
  const { address } = await browser.open('/services');
  expect(address.searchParams.get('reason')).toBe('session-ended');
  expect(browser.jar().has('vigla-session.0')).toBe(false);
  expect(await userOf(browser)).toBe(401);
});

test('signing out ends the session here and at the provider', async () => {
  provider.accounts.set('erin', { preferred_username: 'erin' });
  const browser = newBrowser();
  await signIn(browser, 'erin');
  const { response } = await browser.open('/auth/sign-out', {});
  const body: unknown = await response.json();
  const { location } = Object(body).data;
  expect(browser.jar().has('vigla-session.0')).toBe(false);
  expect(await userOf(browser)).toBe(401);
  const end = new URL(String(location));
  expect(end.origin).toBe(provider.issuer);
  expect(end.searchParams.get('id_token_hint')).not.toBeNull();
  const asked = await browser.open(end.href);
  const page = await asked.response.text();
  const [, xsrf = ''] = /name="xsrf" value="([^"]+)"/.exec(page) ?? [];
  const done = await browser.open(`${provider.issuer}/session/end/confirm`, { xsrf, logout: 'yes' });
  expect(done.address.href).toBe(`${home}/auth/sign-in?reason=signed-out`);
});

test('a provider that is down when somebody signs out: signed out here, and the page says so', async () => {
  provider.accounts.set('frank', { preferred_username: 'frank' });
  const browser = newBrowser();
  await signIn(browser, 'frank');
  // What is known of the provider lasts an hour.
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 3_700_000 });
  await provider.stop();
  const { response } = await browser.open('/auth/sign-out', {});
  const body: unknown = await response.json();
  expect(Object(body).data.location).toBe('/auth/sign-in?reason=signed-out-here');
  expect(browser.jar().has('vigla-session.0')).toBe(false);
});

test.each([
  ['nobody was on the way', (jar: Map<string, string>) => jar.clear(), 'interrupted'],
  ['the cookie of the way is spoilt', (jar: Map<string, string>) => spoil(jar), 'interrupted'],
])('coming back when %s is no sign-in', async (_name, change, reason) => {
  provider.accounts.set('grace', { preferred_username: 'grace' });
  const browser = newBrowser();
  const asked = await browser.open('/auth/start');
  change(browser.jar());
  const consent = await browser.open(asked.address.href, {
    prompt: 'login',
    login: 'grace',
    password: 'any',
  });
  const { address } = await browser.open(consent.address.href, { prompt: 'consent' });
  expect(address.searchParams.get('reason')).toBe(reason);
  expect(await userOf(browser)).toBe(401);
});

function spoil(jar: Map<string, string>): void {
  const value = jar.get('vigla-signing-in') ?? '';
  jar.set('vigla-signing-in', `${value.slice(0, -8)}AAAAAAAA`);
}

test('a way that somebody else began cannot be ended here', async () => {
  provider.accounts.set('mallory', { preferred_username: 'mallory' });
  const [attacker, victim] = [newBrowser(), newBrowser()];
  await victim.open('/auth/start');
  const asked = await attacker.open('/auth/start');
  const state = [...attacker.visited].join(' ').match(/state=([\w-]+)/)?.[1] ?? '';
  expect(asked.address.pathname).toMatch(/^\/interaction\//);
  const { address } = await victim.open(`/auth/callback?code=stolen&state=${state}`);
  expect(address.searchParams.get('reason')).toBe('interrupted');
  expect(await userOf(victim)).toBe(401);
});

test.each([
  ['without the claim that names people', {}, 'name-missing'],
  ['with a name that the cluster keeps for itself', { preferred_username: 'system:admin' }, 'name-missing'],
])('an account %s is not let in', async (_name, account, reason) => {
  provider.accounts.set('heidi', account);
  const browser = newBrowser();
  const { address } = await signIn(browser, 'heidi');
  expect(address.searchParams.get('reason')).toBe(reason);
  expect(await userOf(browser)).toBe(401);
});

test('somebody who says no at the provider is told so', async () => {
  const browser = newBrowser();
  const asked = await browser.open('/auth/start');
  const { address } = await browser.open(`${asked.address.href}/abort`);
  expect(address.searchParams.get('reason')).toBe('denied');
});

test('very many groups still make a session, in several cookies', async () => {
  const groups = Array.from(
    { length: 150 },
    (_, index) => `organisation-unit-with-a-long-name-${index}`,
  ).sort();
  provider.accounts.set('ivan', { preferred_username: 'ivan', groups });
  const browser = newBrowser();
  await signIn(browser, 'ivan');
  expect(await userOf(browser)).toMatchObject({ name: 'ivan', groups });
  expect([...browser.jar().keys()].filter((name) => name.startsWith('vigla-session')).length).toBeGreaterThan(
    1,
  );
});

test('more groups than fit into cookies are said to be the reason', async () => {
  const groups = Array.from({ length: 1500 }, (_, index) => `organisation-unit-with-a-long-name-${index}`);
  provider.accounts.set('judy', { preferred_username: 'judy', groups });
  const { address } = await signIn(newBrowser(), 'judy');
  expect(address.searchParams.get('reason')).toBe('too-large');
});

test('somebody whose groups have become too many is told so when the session is renewed', async () => {
  provider.accounts.set('kim', { preferred_username: 'kim' });
  const browser = newBrowser();
  await signIn(browser, 'kim');
  const groups = Array.from({ length: 1500 }, (_, index) => `organisation-unit-with-a-long-name-${index}`);
  provider.accounts.set('kim', { preferred_username: 'kim', groups });
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 40_000 });
  const { address } = await browser.open('/graph');
  expect(address.searchParams.get('reason')).toBe('too-large');
  expect(browser.jar().has('vigla-session.0')).toBe(false);
});
