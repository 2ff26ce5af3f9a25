import { afterAll, afterEach, beforeEach, expect, test } from 'vitest';
import { type Complaints, TestBrowser } from './pages/browser.ts';
import { ProxyPageObject } from './pages/proxy-page.ts';

const browser = new TestBrowser();
let proxy: ProxyPageObject;
let complaints: Complaints;

const productpage = 'bookinfo/productpage-v1-28plfps84f-nlf6t';
const rejected = 'broken/rejected-sq7gxhrjzn-pccgw';

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

test('a proxy says what it is, and each useful number what it means', async () => {
  await proxy.open(productpage, { tab: 'stats' });
  await proxy.section('The proxy itself').getByText('1.40.0 (9e558093').waitFor();
  await proxy.filter.fill('memory_allocated');
  await proxy.rows('envoy_server_memory_allocated').click();
  await proxy.page.getByText('It grows with clusters, endpoints and statistics').last().waitFor();
});

test('what istiod sent and Envoy refused needs attention', async () => {
  await proxy.open(rejected, { tab: 'stats' });
  await proxy.page.getByRole('button', { name: /^Needs attention/ }).click();
  await proxy.waitForParameter('attention', 'true');
  await proxy.rows(/envoy_listener_manager_lds_update_rejected.*above 0/).waitFor();
});

test('the levels of loggers can be searched, and say why they cannot be changed here', async () => {
  await proxy.open(productpage, { tab: 'logging' });
  await proxy.filter.fill('rbac');
  await proxy.rows(/rbac.*warning.*the policy that matched/).waitFor();
  expect(await proxy.page.getByRole('button', { name: 'Set the level of all loggers' }).isDisabled()).toBe(
    true,
  );
  await proxy.page.getByText('VIGLA_WRITES=true').waitFor();
  await proxy.page.getByText('istioctl proxy-config log productpage-v1-28plfps84f-nlf6t.bookinfo').waitFor();
});
