import { gzipSync } from 'node:zlib';
import { afterAll, afterEach, beforeEach, expect, test } from 'vitest';
import { baseUrl } from '#tests/support/base-url.ts';
import { type Complaints, TestBrowser } from './pages/browser.ts';
import { JsonDocument } from './pages/json-document.ts';
import { ProxyPageObject } from './pages/proxy-page.ts';

const browser = new TestBrowser();
let proxy: ProxyPageObject;
let complaints: Complaints;

const download = '/api/proxies/bookinfo/productpage-v1-28plfps84f-nlf6t/raw/download';

beforeEach(async () => {
  const opened = await browser.open();
  proxy = new ProxyPageObject(opened.page);
  complaints = opened.complaints;
});

afterEach(async () => {
  await proxy.page.context().close();
  expect(complaints.texts).toEqual([]);
});

afterAll(() => browser.close());

async function choose(name: string, buffer: Buffer): Promise<void> {
  // Only a page that lives can take a file; this line is the first that the server is asked for.
  await proxy.page.getByText('recorded mesh').first().waitFor();
  await proxy.page.locator('input[type=file]').setInputFiles({ name, buffer, mimeType: 'application/json' });
}

test('a dump that was kept opens with the same tables and the same raw view', async () => {
  const dump = Buffer.from(await (await fetch(`${baseUrl()}${download}`)).arrayBuffer());
  await proxy.page.goto(`${baseUrl()}/proxies/file`, { waitUntil: 'domcontentloaded' });
  await choose('kept.json.gz', gzipSync(dump));
  // Only rows in view are drawn.
  await proxy.filter.fill('reviews');
  await proxy.rows(/reviews\.bookinfo.*9080.*v3.*outbound.*EDS/).waitFor();
  await proxy.openTab('Routes');
  await proxy
    .rows(/broken-by-wish|details/)
    .first()
    .click();
  await proxy.section('In the dump').first().waitFor();
  await proxy.openTab('Raw');
  const raw = new JsonDocument(proxy.page);
  await raw.search.fill('broken-by-wish');
  await raw.search.press('Enter');
  expect(await raw.selected()).toContain('broken-by-wish');
});

test('a file that is no dump is refused with the reason, and another can be chosen', async () => {
  await proxy.page.goto(`${baseUrl()}/proxies/file`, { waitUntil: 'domcontentloaded' });
  await choose('pod.json', Buffer.from('{"kind":"Pod"}'));
  await proxy.page.getByRole('alert').getByText('it has no list "configs"').waitFor();
  await choose('cut.json', Buffer.from('{"configs":['));
  await proxy.page.getByRole('alert').getByText('cut.json could not be opened').waitFor();
});
