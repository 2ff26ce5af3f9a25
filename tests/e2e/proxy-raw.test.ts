import { afterAll, afterEach, beforeEach, expect, test } from 'vitest';
import { type Complaints, TestBrowser } from './pages/browser.ts';
import { JsonDocument } from './pages/json-document.ts';
import { ProxyPageObject } from './pages/proxy-page.ts';

const browser = new TestBrowser();
let proxy: ProxyPageObject;
let raw: JsonDocument;
let complaints: Complaints;

const productpage = 'bookinfo/productpage-v1-28plfps84f-nlf6t';
const listener = 'configs[3].dynamic_listeners[5].active_state.listener';

beforeEach(async () => {
  const opened = await browser.open();
  proxy = new ProxyPageObject(opened.page);
  raw = new JsonDocument(opened.page);
  complaints = opened.complaints;
});

afterEach(async () => {
  await proxy.page.context().close();
  expect(complaints.texts).toEqual([]);
});

afterAll(() => browser.close());

test('a dump opens entry by entry, and its address leads back to the place', async () => {
  await proxy.open(productpage, { tab: 'raw' });
  await raw.entry('ListenersConfigDump').click();
  await raw.entry('dynamic_listeners').click();
  await raw.entry('10.96.1.33_443').click();
  await proxy.waitForParameter('path', 'configs[3].dynamic_listeners[0]');
  await proxy.page.reload();
  expect(await raw.selected()).toContain('10.96.1.33_443');
});

test('the keyboard walks the tree', async () => {
  await proxy.open(productpage, { tab: 'raw' });
  await raw.entry('BootstrapConfigDump').waitFor();
  await raw.tree.focus();
  for (const key of ['ArrowDown', 'ArrowDown', 'ArrowRight', 'ArrowRight'])
    await proxy.page.keyboard.press(key);
  await raw.entry('version_info').waitFor();
  await proxy.page.keyboard.press('Enter');
  expect(await raw.selected()).toContain('@type');
  await proxy.page.keyboard.press('ArrowLeft');
  await proxy.page.keyboard.press('ArrowLeft');
  await raw.entry('version_info').waitFor({ state: 'detached' });
});

test('a search leads from place to place, and back', async () => {
  await proxy.open(productpage, { tab: 'raw' });
  await raw.entry('ListenersConfigDump').waitFor();
  await raw.search.fill('broken-by-wish');
  await raw.search.press('Enter');
  await proxy.page.getByText(/^1 of \d+$/).waitFor();
  expect(await raw.selected()).toContain('broken-by-wish');
  const first = proxy.parameter('path');
  await raw.search.press('Enter');
  await proxy.page.getByText(/^2 of \d+$/).waitFor();
  expect(proxy.parameter('path')).not.toBe(first);
  await proxy.page.getByRole('button', { name: /^Previous place/ }).click();
  await proxy.waitForParameter('path', first);
});

test('path, jq filter and value of a place can be taken along', async () => {
  await proxy.open(productpage, { tab: 'raw', path: `${listener}.address` });
  expect(await raw.selected()).toContain('address');
  expect(await raw.copied('Path')).toBe(`${listener}.address`);
  expect(await raw.copied('jq')).toBe(`jq '.${listener}.address'`);
  // The value is asked for first, so the clipboard has the former text for a moment.
  await expect.poll(() => raw.copied('Value')).toContain('socket_address');
  expect(JSON.parse(await raw.copied('Value'))).toEqual({
    socket_address: { address: '0.0.0.0', port_value: 8080 },
  });
});

test("istiod's own dump is a button away, and the whole of either is a file", async () => {
  await proxy.open(productpage, { tab: 'raw' });
  await raw.entry('configs').waitFor();
  await proxy.page.getByRole('button', { name: 'istiod', exact: true }).click();
  await proxy.waitForParameter('source', 'istiod');
  await raw.entry('BootstrapConfigDump').waitFor();
  const download = proxy.page.waitForEvent('download');
  await proxy.page.getByRole('link', { name: 'Download' }).click();
  expect((await download).suggestedFilename()).toBe('bookinfo.productpage-v1-28plfps84f-nlf6t.istiod.json');
});

test('a place that is not there is said, with the way on', async () => {
  await proxy.open(productpage, { tab: 'raw', path: 'configs[3].dynamic_listeners[999]' });
  await proxy.page.getByText('configs[3].dynamic_listeners has no entry 999').waitFor();
  await proxy.page.getByRole('button', { name: 'Show the document from its start' }).click();
  await raw.entry('ListenersConfigDump').waitFor();
  // The browser writes the refused request into its console.
  complaints.texts = complaints.texts.filter((text) => !text.includes('404'));
});
