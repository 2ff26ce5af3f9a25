import { afterAll, afterEach, beforeEach, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { logsSchema } from '#lib/contract/logs.ts';
import { baseUrl } from '#tests/support/base-url.ts';
import { type Complaints, TestBrowser } from './pages/browser.ts';
import { LogsTabObject } from './pages/logs-tab.ts';

const browser = new TestBrowser();
let logs: LogsTabObject;
let complaints: Complaints;

beforeEach(async () => {
  const opened = await browser.open();
  logs = new LogsTabObject(opened.page);
  complaints = opened.complaints;
});

afterEach(async () => {
  await logs.page.context().close();
  expect(complaints.texts).toEqual([]);
});

afterAll(() => browser.close());

const productpage = '/workloads/bookinfo/productpage-v1';

/** The newest line whose request has a span, as the API tells. */
async function sampledRequest(): Promise<string> {
  const response = await fetch(`${baseUrl()}/api${productpage}/logs?tail=1000`);
  const { data } = z.object({ data: logsSchema }).parse(await response.json());
  const line = data.lines.findLast(
    ({ spans, access }) => spans.length > 0 && access?.requestId !== undefined,
  );
  if (line?.access?.requestId === undefined) throw new Error('no line is joined with a span');
  return line.access.requestId;
}

describe('somebody who reads the logs of a workload', () => {
  test('sees app and proxy in one timeline that ends with the newest line', async () => {
    await logs.open(productpage);
    expect(await logs.count()).toBeGreaterThan(500);
    const newest = logs.lines.last();
    await newest.waitFor();
    await expect.poll(() => logs.list.getByText('istio-proxy').count()).toBeGreaterThan(0);
    await expect.poll(() => logs.list.getByText('productpage', { exact: true }).count()).toBeGreaterThan(0);
    await logs.page.getByText(/shown as if they were just written/).waitFor();
  });

  test('searches with the keyboard, sees what was found marked, and can share it', async () => {
    await logs.open(productpage);
    await logs.page.locator('body').press('/');
    await logs.page.keyboard.type('details');
    await expect.poll(() => logs.marked()).toContain('details');
    expect(logs.parameter('search')).toBe('details');
    await logs.page.reload();
    await expect.poll(() => logs.marked()).toContain('details');
  });

  test('reads what is wrong with a regular expression, and keeps the lines meanwhile', async () => {
    await logs.open(productpage);
    await logs.button('Regular expression').click();
    await logs.searchFor('(details|reviews');
    await logs.page.getByText(/Not a regular expression: a "\(" stands without its "\)"/).waitFor();
    expect(await logs.count()).toBeGreaterThan(500);
    await logs.searchFor('(details|reviews)/\\d');
    await expect.poll(() => logs.marked()).toContain('details/0');
  });

  test('reads which search found nothing, and takes it back', async () => {
    await logs.open(productpage);
    await logs.searchFor('no such text anywhere');
    await logs.page.getByText('No line has what is searched for').waitFor();
    await logs.button('Clear the search').click();
    await logs.lines.first().waitFor();
  });

  test('takes a container away and gets the other alone', async () => {
    await logs.open(productpage);
    await logs.button(/^Containers/).click();
    await logs.page.getByRole('checkbox', { name: /^istio-proxy/ }).click();
    await logs.page.keyboard.press('Escape');
    await expect.poll(() => logs.list.getByText('istio-proxy').count()).toBe(0);
    expect(logs.parameter('containers')).toMatch(/^productpage-v1-[^,]*\/productpage$/);
  });

  test('follows new lines, scrolls up to read in peace, and comes back to the newest', async () => {
    await logs.open(productpage, { follow: 'true' });
    await logs.button('Following').waitFor({ timeout: 30_000 });
    const before = await logs.count();
    await expect.poll(() => logs.count()).toBeGreaterThan(before);
    await logs.lines.first().hover();
    await logs.page.mouse.wheel(0, -600);
    const newer = logs.button(/new lines?$/);
    await newer.waitFor();
    const held = await logs.count();
    await expect.poll(async () => Number.parseInt(await newer.innerText(), 10)).toBeGreaterThan(2);
    expect(await logs.count()).toBe(held);
    await newer.click();
    await expect.poll(() => logs.count()).toBeGreaterThan(held);
  });
});

describe('somebody who looks for the reason of a failure', () => {
  test('opens a failing line with the keyboard and reads why, its flags and its fields', async () => {
    await logs.open(productpage, { search: 'filter_chain_not_found', from: 'now-30m', tail: '2500' });
    await logs.lines.last().getByText('Error').waitFor();
    await logs.lines.last().focus();
    await logs.page.keyboard.press('Enter');
    await logs.detail
      .getByText(/STRICT/)
      .first()
      .waitFor();
    await logs.detail.getByText('RESPONSE_CODE_DETAILS').waitFor();
    await logs.detail.getByText(/^kubectl logs -n bookinfo productpage-v1/).waitFor();
    expect(logs.parameter('line')).toContain('/istio-proxy/');
    await logs.page.keyboard.press('Escape');
    await logs.detail.waitFor({ state: 'detached' });
  });

  test('follows one request from its line to its trace, and back to the same line', async () => {
    const requestId = await sampledRequest();
    await logs.open(productpage, { search: requestId });
    const line = logs.lines.filter({ hasText: 'istio-proxy' }).last();
    await line.click();
    await logs.detail.getByText('Joined by its request id').first().waitFor();
    await logs.detail.getByRole('link', { name: 'productpage.bookinfo' }).first().click();
    await logs.page.waitForURL(/\/traces\/[0-9a-f]+/);
    await logs.page.getByRole('treeitem').first().waitFor();
    await logs.page.goBack();
    await logs.detail.getByText('Joined by its request id').first().waitFor();
  });
});

test('on a telephone the page does not scroll sideways', async () => {
  const { page, complaints: narrow } = await browser.open({ isNarrow: true, colorScheme: 'dark' });
  const tab = new LogsTabObject(page);
  await tab.open('/services/bookinfo/reviews');
  const { scrollWidth, clientWidth } = await page.evaluate(() => document.documentElement);
  expect(scrollWidth).toBe(clientWidth);
  await page.context().close();
  expect(narrow.texts).toEqual([]);
});
