import { afterAll, afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type Complaints, TestBrowser } from './pages/browser.ts';
import { GraphPageObject } from './pages/graph-page.ts';
import { ListPageObject } from './pages/list-page.ts';

const browser = new TestBrowser();
let list: ListPageObject;
let complaints: Complaints;

beforeEach(async () => {
  const opened = await browser.open();
  list = new ListPageObject(opened.page);
  complaints = opened.complaints;
});

afterEach(async () => {
  await list.page.context().close();
  expect(complaints.texts).toEqual([]);
});

afterAll(() => browser.close());

describe('a list', () => {
  test('has the worst on top and says how many are not well', async () => {
    await list.open('/workloads');
    const states = await list.page.locator('tbody tr td:first-child').allInnerTexts();
    const words = states.map((text) => text.split('\n')[0]?.trim() ?? '');
    const order = ['Failing', 'Degraded', 'Healthy', 'Unknown', 'Idle', 'Not in mesh'];
    const ranks = words.map((word) => order.indexOf(word));
    expect(ranks).not.toContain(-1);
    expect(ranks).toEqual([...ranks].sort((a, b) => a - b));
    const rowCount = await list.page.getByRole('table').getAttribute('aria-rowcount');
    await list.page.getByText(new RegExp(`^${Number(rowCount) - 1} workloads, \\d+ failing`)).waitFor();
  });

  test('says why something fails, with its proof, and stays where it is', async () => {
    await list.open('/workloads');
    await list.row('crawler').getByRole('button', { name: 'Why crawler is failing' }).click();
    const why = list.page.getByRole('dialog', { name: 'Why crawler is failing' });
    await why.getByText('Series').first().waitFor();
    await why.getByText(/requests from crawler fail/).waitFor();
    expect(new URL(list.page.url()).pathname).toBe('/workloads');
  });

  test('says why something is not in the mesh', async () => {
    await list.open('/workloads', { mesh: 'none' });
    await list.row('legacy-cron').getByRole('button', { name: 'Why legacy-cron is not in the mesh' }).click();
    await list.page.getByRole('dialog').getByText('Object').first().waitFor();
  });

  test('keeps filters and sort in its address, which another reader can open', async () => {
    await list.open('/workloads');
    await list.choose('Health', 'Healthy');
    await list.filter.fill('v');
    await list.labels.fill('app in (catalog,reviews)');
    await list.sortBy('Rate');
    await expect.poll(() => list.parameter('labels')).toBe('app in (catalog,reviews)');
    expect(list.parameter('health')).toBe('healthy');
    expect(list.parameter('q')).toBe('v');
    expect(list.parameter('sort')).toBe('-rate');
    const names = await list.names();
    expect(names.length).toBeGreaterThan(1);
    for (const name of names) expect(name).toMatch(/^(catalog|reviews)-v\d$/);

    await list.page.reload({ waitUntil: 'domcontentloaded' });
    await expect.poll(() => list.names()).toEqual(names);
    await list.page.getByRole('button', { name: 'Clear filters' }).click();
    await expect.poll(async () => (await list.names()).length).toBeGreaterThan(names.length);
  });

  test('says so while a label selector is not understood, and hides nothing meanwhile', async () => {
    await list.open('/applications');
    const before = await list.names();
    await list.labels.fill('app in (catalog');
    await list.page.getByText(/is not understood/).waitFor();
    expect(await list.names()).toEqual(before);
  });

  test('hides columns in the address, too', async () => {
    await list.open('/services', { hide: 'ports,inMesh,namespace' });
    await expect.poll(() => list.page.getByRole('columnheader', { name: 'Ports' }).count()).toBe(0);
    await list.page.getByRole('button', { name: 'Columns' }).click();
    await list.page.getByRole('menuitemcheckbox', { name: 'Ports' }).click();
    await list.page.keyboard.press('Escape');
    await list.page.getByRole('columnheader', { name: 'Ports' }).waitFor();
    expect(list.parameter('hide')).toBe('inMesh,namespace');
  });

  test('says that nothing fits, and how to get more', async () => {
    await list.open('/workloads');
    await list.filter.fill('no such name');
    await list.page.getByText('No workload fits the filters').waitFor();
  });

  test('leads to the page of a row, by a click and by keys', async () => {
    await list.open('/services', { q: 'reviews', from: 'now-30m' });
    await list.row('reviews').getByRole('cell', { name: 'ClusterIP' }).click();
    await list.page.waitForURL((url) => url.pathname === '/services/bookinfo/reviews');
    expect(list.parameter('from')).toBe('now-30m');

    await list.open('/workloads', { q: 'batch' });
    await list.page.locator('tbody tr').first().focus();
    await list.page.keyboard.press('Enter');
    await list.page.waitForURL((url) => url.pathname === '/workloads/legacy/batch');
  });
});

test('the namespaces lead to their workloads', async () => {
  await list.open('/namespaces');
  await list.page.getByRole('row').filter({ hasText: 'legacy' }).first().click();
  await list.page.waitForURL((url) => url.pathname === '/workloads');
  expect(list.parameter('namespaces')).toBe('legacy');
  await expect.poll(() => list.names()).toEqual(['batch']);
});

test.each(['workloads', 'services', 'applications', 'namespaces'])('%s fit a phone', async (path) => {
  const opened = await browser.open({ isNarrow: true, colorScheme: 'dark' });
  const narrow = new ListPageObject(opened.page);
  await narrow.open(`/${path}`);
  const graph = new GraphPageObject(opened.page);
  await graph.expectNoSidewaysScroll();
  const table = await opened.page.locator('table').evaluate((element) => ({
    width: element.clientWidth,
    room: element.parentElement?.clientWidth ?? 0,
  }));
  expect(table.width).toBeLessThanOrEqual(table.room);
  await graph.picture(`${path}-narrow`);
  expect(opened.complaints.texts).toEqual([]);
  await opened.page.context().close();
});
