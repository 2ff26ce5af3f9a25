import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { type Complaints, TestBrowser } from '#tests/e2e/pages/browser.ts';
import { ListPageObject } from '#tests/e2e/pages/list-page.ts';
import { type FaultyProxy, startFaultyProxy } from '#tests/support/faulty-proxy.ts';
import { startKubeapi } from '#tests/support/kubeapi.ts';
import { startPrometheus } from '#tests/support/prometheus.ts';
import { startVigla } from '#tests/support/started-vigla.ts';
import { historyOf, homeName, writeContexts } from '#tests/support/two-clusters.ts';
import { writeWestObjects } from '#tests/support/west-objects.ts';

// Two clusters as somebody sees them who chooses one, follows links from one to the other, and loses one.
const browser = new TestBrowser();
const stops: (() => Promise<unknown>)[] = [];
/** A source comes back within half a minute, and the page asks again after that. */
const healPatienceMs = 120_000;
const patience = { timeout: 90_000 };
let west: FaultyProxy;
let page: Page;
let complaints: Complaints;

beforeAll(async () => {
  const nowSeconds = Math.floor(Date.now() / 1000);
  const scrapes = Array.from({ length: 40 }, (_, index) => nowSeconds - 600 + index * 30);
  const [homeApi, westApi, prometheus] = await Promise.all([
    startKubeapi(),
    startKubeapi({ load: [writeWestObjects('west')] }),
    startPrometheus({ backfill: historyOf([homeName, 'west'], scrapes) }),
  ]);
  west = await startFaultyProxy(westApi.url);
  const vigla = await startVigla({
    KUBECONFIG: writeContexts({ home: homeApi, west }),
    KUBE_CONTEXTS: 'west',
    PROMETHEUS_URL: prometheus.url,
    VIGLA_LOG_LEVEL: 'warn',
  });
  process.env.VIGLA_E2E_URL = vigla.url;
  stops.push(async () => {
    vigla.signal('SIGTERM');
    await vigla.ended;
  });
  for (const server of [west, homeApi, westApi, prometheus]) stops.push(() => server.stop());
}, 600_000);
afterAll(async () => {
  await browser.close();
  for (const stop of stops) await stop();
});
afterEach(() => page.context().close());

async function open(path: string, parameters: Record<string, string> = {}): Promise<ListPageObject> {
  ({ page, complaints } = await browser.open());
  const list = new ListPageObject(page);
  await list.open(path, parameters);
  return list;
}

const picker = () => page.getByRole('button', { name: /^Shown cluster:/ });
const chosenIn = (url: string) => new URL(url).searchParams.get('cluster');

async function choose(cluster: string): Promise<void> {
  await picker().click();
  await page.getByRole('menuitemradio', { name: new RegExp(`^${cluster}`) }).click();
}

test('a list has the things of both clusters, each in its own, and the picker leaves those of one', async () => {
  const list = await open('/workloads');
  await page.getByRole('columnheader', { name: 'Cluster' }).waitFor();
  await list.filter.fill('reviews-v2');
  await list.row('reviews-v2').nth(1).waitFor();
  const clusters = await list.row('reviews-v2').locator('td:nth-child(4)').allInnerTexts();
  expect(clusters.sort()).toEqual([homeName, 'west']);
  await list.choose('Cluster', 'west');
  await expect.poll(() => list.row('reviews-v2').count()).toBe(1);
  expect(complaints.texts).toEqual([]);
});

test('a link to what is in another cluster leads there, and the way on stays there until all are chosen again', async () => {
  const list = await open('/workloads', { q: 'reviews-v2', clusters: 'west' });
  await list.row('reviews-v2').getByRole('link', { name: 'reviews-v2' }).click();
  await page.waitForURL(/\/workloads\/bookinfo\/reviews-v2\?.*cluster=west/, patience);
  await page.getByRole('button', { name: 'Shown cluster: west' }).waitFor();
  await page.getByRole('navigation', { name: 'Pages' }).getByRole('link', { name: 'Config' }).click();
  await page.waitForURL(/\/config\?/, patience);
  expect(chosenIn(page.url())).toBe('west');
  await page.getByRole('columnheader', { name: 'Kind' }).waitFor();
  expect(await page.getByRole('columnheader', { name: 'Cluster' }).count()).toBe(0);
  await choose('All clusters');
  await page.getByRole('columnheader', { name: 'Cluster' }).waitFor();
  expect(chosenIn(page.url())).toBeNull();
  expect(complaints.texts).toEqual([]);
});

test('a page about one cluster says which, and leads to the same of the other', async () => {
  ({ page, complaints } = await browser.open());
  await page.goto(`${process.env.VIGLA_E2E_URL}/mesh?tab=injection`);
  await page.getByText(`This page shows the home cluster, ${homeName}.`).waitFor();
  await page.getByRole('note').getByRole('link', { name: 'west' }).click();
  await page.getByRole('button', { name: 'Shown cluster: west' }).waitFor();
  expect(new URL(page.url()).searchParams.get('tab')).toBe('injection');
  expect(await page.getByText('This page shows the home cluster').count()).toBe(0);
  expect(complaints.texts).toEqual([]);
});

test('an address that names no cluster is told so, with the way back in the picker', async () => {
  ({ page, complaints } = await browser.open());
  await page.goto(`${process.env.VIGLA_E2E_URL}/services?namespaces=*&cluster=nowhere`);
  await page.getByText(`cluster must be one of ${homeName}, west`).first().waitFor();
  await page.getByRole('button', { name: 'Shown cluster: nowhere, which Vigla does not read' }).waitFor();
  await choose('All clusters');
  await page.getByRole('columnheader', { name: 'Cluster' }).waitFor();
});

test('a cluster that goes down is named, the other goes on, and all heals', async () => {
  const list = await open('/workloads', { refresh: '5s', q: 'reviews-v2' });
  await list.row('reviews-v2').nth(1).waitFor();
  await west.refuse();
  await page.getByRole('button', { name: /west (down|degraded)/ }).waitFor({ timeout: healPatienceMs });
  await page.getByRole('button', { name: /west (down|degraded)/ }).click();
  await page
    .getByRole('dialog', { name: 'Sources' })
    .getByText(/connection was refused/)
    .first()
    .waitFor();
  await page.keyboard.press('Escape');
  expect(await list.row('reviews-v2').count()).toBeGreaterThan(0);
  await west.listen();
  await page
    .getByRole('button', { name: /west (down|degraded)/ })
    .waitFor({ state: 'detached', timeout: healPatienceMs });
  await list.row('reviews-v2').nth(1).waitFor({ timeout: healPatienceMs });
});
