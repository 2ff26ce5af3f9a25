import { gzipSync } from 'node:zlib';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { subPathAddresses } from '#tests/support/base-url.ts';
import { type OpenIdProvider, startOpenIdProvider } from '#tests/support/openid-provider.ts';
import { type SubPathProxy, startSubPathProxy } from '#tests/support/sub-path-proxy.ts';
import { type Complaints, TestBrowser } from './pages/browser.ts';
import { DetailsPageObject } from './pages/details-page.ts';
import { GraphPageObject } from './pages/graph-page.ts';
import { LogsTabObject } from './pages/logs-tab.ts';
import { ProxyPageObject } from './pages/proxy-page.ts';
import { ShellObject } from './pages/shell.ts';
import { TrafficWatch } from './pages/traffic-watch.ts';

const browser = new TestBrowser();
const { url, server, issuer } = subPathAddresses();
const { pathname: basePath } = new URL(url);
const workload = '/workloads/bookinfo/productpage-v1';
let provider: OpenIdProvider;
let proxy: SubPathProxy;
let page: Page;
let complaints: Complaints;
let watch: TrafficWatch;

beforeAll(async () => {
  // What opens a page opens it behind the proxy.
  process.env.VIGLA_E2E_URL = url;
  provider = await startOpenIdProvider(url, { issuer, isPublic: true });
  provider.accounts.set('alice', { preferred_username: 'alice.archer', groups: ['team-shop'] });
  proxy = await startSubPathProxy(url, server);
  ({ page, complaints } = await browser.open());
  watch = new TrafficWatch(page, url);
  await signIn();
});
afterAll(async () => {
  await browser.close();
  await Promise.all([provider.stop(), proxy.stop()]);
  console.log(`${watch.count} requests of a browser below ${basePath}`);
});
afterEach(() => {
  proxy.setStrips(false);
  expect(proxy.outside.splice(0)).toEqual([]);
  expect(watch.taken()).toEqual([]);
  expect(complaints.texts.splice(0)).toEqual([]);
});

async function signIn(): Promise<void> {
  await page.goto(`${url}/services?range=1h`);
  expect(new URL(page.url()).pathname).toBe(`${basePath}/auth/sign-in`);
  await page.getByRole('link', { name: /^Sign in at/ }).click();
  await page.locator('input[name=login]').fill('alice');
  await page.locator('input[name=password]').fill('any');
  await page.locator('button[type=submit]').click();
  await page.getByRole('button', { name: 'Continue' }).click();
  await page.waitForURL((address) => address.href.startsWith(url));
  // The provider's pages are not ours to judge.
  complaints.texts.splice(0);
}

/** A page that was not loaded anew still has what was left in it. */
async function mark(): Promise<() => Promise<boolean>> {
  await page.evaluate(() => Object.assign(window, { isMarked: true }));
  return () => page.evaluate(() => 'isMarked' in window);
}

async function path(): Promise<string> {
  return page.evaluate(() => window.location.pathname);
}

test('signing in leads back to the page, and its cookies are for this path alone', async () => {
  expect(await path()).toBe(`${basePath}/services`);
  await page.getByRole('button', { name: 'User: alice.archer' }).waitFor();
  const cookies = (await page.context().cookies(url)).filter(({ name }) => name.startsWith('vigla-'));
  expect(cookies.map((cookie) => [cookie.path, cookie.httpOnly])).toEqual([[basePath, true]]);
});

test('the first page asks for everything below the path, fonts and scripts among it', async () => {
  await page.goto(`${url}/overview`);
  await page.getByRole('heading', { level: 1 }).waitFor();
  await page.evaluate(() => document.fonts.ready.then(() => undefined));
  const asked = () =>
    page.evaluate(() => performance.getEntriesByType('resource').map(({ name }) => new URL(name).pathname));
  for (const kind of [/\.js$/, /\.css$/, /\.woff2$/, /\/api\/status$/])
    await expect
      .poll(async () => (await asked()).some((name) => kind.test(name)), { message: String(kind) })
      .toBe(true);
  expect((await asked()).filter((name) => !name.startsWith(`${basePath}/`))).toEqual([]);
});

test('links lead on and back within one page, and the graph is drawn', async () => {
  const graph = new GraphPageObject(page);
  await page.goto(`${url}/services?range=1h`);
  await page.getByRole('link', { name: 'catalog' }).first().waitFor();
  const isSamePage = await mark();
  await page.getByRole('link', { name: 'Graph', exact: true }).click();
  await graph.arranged();
  expect((await graph.counts()).nodes).toBeGreaterThan(5);
  expect(await path()).toBe(`${basePath}/graph`);
  await graph.chooseType('Workload');
  expect(await path()).toBe(`${basePath}/graph`);
  await page.getByRole('link', { name: 'Workloads', exact: true }).click();
  await page.waitForURL((address) => address.pathname === `${basePath}/workloads`);
  await page.goBack();
  await graph.arranged();
  await page.goBack();
  await page.goBack();
  await page.getByRole('heading', { name: 'Services', level: 1 }).waitFor();
  expect(await path()).toBe(`${basePath}/services`);
  expect(await isSamePage()).toBe(true);
});

test('every page of the navigation opens from the one before', async () => {
  await page.goto(`${url}/overview?range=1h`);
  const isSamePage = await mark();
  const navigation = page.getByRole('navigation', { name: 'Pages' });
  const titles = await navigation.getByRole('link').allInnerTexts();
  expect(titles.length).toBeGreaterThan(8);
  for (const title of titles) {
    await navigation.getByRole('link', { name: title, exact: true }).click();
    await expect.poll(() => page.title()).toBe(`${title} · Vigla`);
    expect(await path()).toMatch(new RegExp(`^${basePath}/\\w+$`));
  }
  expect(await isSamePage()).toBe(true);
});

test('a deep link opens, changes its address, and is the same after loading it again', async () => {
  const details = new DetailsPageObject(page);
  await details.open(workload, { tab: 'traffic' });
  await page.getByRole('tab', { name: 'Logs' }).click();
  await page.waitForURL((address) => address.searchParams.get('tab') === 'logs');
  expect(await path()).toBe(basePath + workload);
  await page.reload();
  await new LogsTabObject(page).lines.first().waitFor();
  expect(await details.heading.innerText()).toContain('productpage-v1');
  // The root of the site leads to the graph.
  await page.goto(url);
  expect(await path()).toBe(`${basePath}/graph`);
});

test('log lines are followed as they come', async () => {
  const logs = new LogsTabObject(page);
  await logs.open(workload, { follow: 'true' });
  await logs.button('Following').waitFor({ timeout: 30_000 });
  const before = await logs.count();
  await expect.poll(() => logs.count()).toBeGreaterThan(before);
  await logs.button('Following').click();
  await logs.button('Follow').waitFor();
});

test('a dump is downloaded, and its file is read again by the server and by a thread of the page', async () => {
  const proxyPage = new ProxyPageObject(page);
  await proxyPage.open('bookinfo/productpage-v1-28plfps84f-nlf6t', { tab: 'raw' });
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: 'Download' }).click(),
  ]);
  expect(new URL(download.url()).pathname.startsWith(`${basePath}/api/proxies/`)).toBe(true);
  const chunks: Buffer[] = [];
  for await (const chunk of await download.createReadStream()) chunks.push(Buffer.from(chunk));
  await page.goto(`${url}/proxies/file`);
  await page.getByText('recorded mesh').first().waitFor();
  const file = {
    name: 'kept.json.gz',
    mimeType: 'application/json',
    buffer: gzipSync(Buffer.concat(chunks)),
  };
  await page.locator('input[type=file]').setInputFiles(file);
  await proxyPage.filter.fill('reviews');
  await proxyPage.rows(/reviews\.bookinfo.*9080.*v3/).waitFor();
  await proxyPage.openTab('Raw');
  await page.getByRole('treeitem').first().waitFor();
});

test('the palette leads to pages and things', async () => {
  const shell = new ShellObject(page);
  await shell.open('/overview');
  const isSamePage = await mark();
  await shell.choose('reviews-v3', /reviews-v3/);
  await page.waitForURL((address) => address.pathname === `${basePath}/workloads/bookinfo/reviews-v3`);
  await shell.choose('traces', /^Traces/);
  await page.waitForURL((address) => address.pathname === `${basePath}/traces`);
  expect(await isSamePage()).toBe(true);
});

test('a saved view of the graph leads back to it', async () => {
  const graph = new GraphPageObject(page);
  await graph.open('?type=workload');
  await page.getByRole('button', { name: 'Views', exact: true }).click();
  await page.getByRole('textbox', { name: 'Name of the view' }).fill('mine');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await graph.open();
  await page.getByRole('button', { name: 'Views', exact: true }).click();
  await page.getByRole('button', { name: 'mine', exact: true }).click();
  await page.waitForURL((address) => address.search.includes('type=workload'));
  expect(await path()).toBe(`${basePath}/graph`);
});

test('the theme is remembered for this path alone', async () => {
  const shell = new ShellObject(page);
  await shell.open('/overview');
  await shell.choose('dark', /Theme: dark/);
  const theme = (await page.context().cookies(`${url}/`)).find(({ name }) => name === 'vigla-theme');
  expect(theme).toMatchObject({ value: 'dark', path: `${basePath}/` });
  await page.reload();
  expect(await page.evaluate(() => document.documentElement.dataset.theme)).toBe('dark');
});

test('behind a proxy that takes the path off it is the same', async () => {
  proxy.setStrips(true);
  const graph = new GraphPageObject(page);
  await graph.open();
  await graph.arranged();
  const isSamePage = await mark();
  await page.getByRole('link', { name: 'Overview', exact: true }).click();
  await page.waitForURL((address) => address.pathname === `${basePath}/overview`);
  await page.goto(url);
  expect(await path()).toBe(`${basePath}/graph`);
  expect(await isSamePage()).toBe(false);
});

test('a session that vanished leads to the sign-in page and back to where it was', async () => {
  await page.goto(`${url}${workload}`);
  await page.getByRole('button', { name: 'User: alice.archer' }).waitFor();
  // What is under way still has the cookie, and is not asked twice at the same time.
  await page.waitForLoadState('networkidle');
  await page.context().clearCookies();
  await page.getByRole('button', { name: 'Refresh now' }).click();
  await page.getByText('Your session has ended.').waitFor();
  expect(await path()).toBe(`${basePath}/auth/sign-in`);
  expect(new URL(page.url()).searchParams.get('return')).toMatch(new RegExp(`^${workload}`));
  const isRefusal = (text: string) => /\b401\b/.test(text);
  expect(watch.taken().filter((text) => !isRefusal(text))).toEqual([]);
  complaints.texts = complaints.texts.filter((text) => !isRefusal(text));
});
