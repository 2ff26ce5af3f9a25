import { afterAll, afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type Complaints, TestBrowser } from './pages/browser.ts';
import { ProxyPageObject } from './pages/proxy-page.ts';

const browser = new TestBrowser();
let proxy: ProxyPageObject;
let complaints: Complaints;

const productpage = 'bookinfo/productpage-v1-28plfps84f-nlf6t';
const rejected = 'broken/rejected-sq7gxhrjzn-pccgw';
const checkout = 'shop/checkout-99n5fqdxdr-m2n4z';

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

describe('what a reader looks for', () => {
  test('who it is and whether it has what istiod has, with the proof', async () => {
    await proxy.open(checkout, { tab: 'routes' });
    await proxy.heading.getByText('checkout-99n5fqdxdr-m2n4z').waitFor();
    await proxy.head.getByRole('link', { name: 'checkout', exact: true }).waitFor();
    await proxy.head.getByRole('button', { name: /RDS\s*stale/ }).click();
    const why = proxy.page.getByRole('dialog', { name: /Routes \(RDS\)/ });
    await why.getByText('istiod has sent newer configuration').waitFor();
    await why.getByText(/^confirmed 2026-11-21T/).waitFor();
    await proxy.page.keyboard.press('Escape');
    await proxy.head.getByRole('status').getByText('Stale').waitFor();
  });

  test('which row differs from istiod, in which field', async () => {
    await proxy.open(checkout, { tab: 'routes', difference: 'some' });
    const row = proxy.rows(/catalog:8080/);
    await row.getByText('differs').waitFor({ timeout: 60_000 });
    expect(await proxy.rows().count()).toBe(1);
    await proxy.openRow(/catalog:8080/);
    await proxy.section('In this Envoy').getByText('istiod 3, here 1').waitFor();
  });

  test('what Envoy refused, and in which words', async () => {
    await proxy.open(rejected, { tab: 'listeners', state: 'rejected', port: '80' });
    await proxy.openRow(/Route 80/);
    const reason = proxy.page.getByRole('tabpanel').getByRole('status').filter({ hasText: 'Envoy refused' });
    await reason
      .getByRole('code')
      .getByText(/unknown cluster 'outbound\|9411\|\|zipkin/)
      .waitFor();
    await reason.getByRole('button', { name: 'Why was it refused' }).click();
    await proxy.page
      .getByRole('dialog')
      .getByText(/dynamic_listeners\[\d+\]\.error_state$/)
      .waitFor();
  });

  test('the object behind a route, at its lines, beside what Envoy has', async () => {
    await proxy.open(productpage, { tab: 'routes', q: 'split', port: '9080' });
    await proxy.openRow(/split/);
    await proxy.section('In this Envoy').getByText('"weighted_clusters"').waitFor();
    const object = proxy.section('VirtualService reviews');
    await object.getByRole('row', { selected: true }).getByText('split').waitFor();
    await proxy.page.getByRole('button', { name: 'Why this object' }).click();
    await proxy.page
      .getByRole('dialog', { name: 'Why this object' })
      .getByText(/Linked marked/)
      .waitFor();
  });

  test('the way from a route to its cluster and on to the endpoints', async () => {
    await proxy.open(productpage, { tab: 'routes', q: 'broken-by-wish', port: '9080' });
    await proxy
      .rows(/details:9080/)
      .getByRole('link', { name: 'v1 details' })
      .click();
    await proxy.waitForParameter('tab', 'clusters');
    await proxy.section('In this Envoy').getByText('"EDS"').waitFor();
    await proxy.page.getByRole('link', { name: 'its endpoints' }).click();
    await proxy.waitForParameter('tab', 'endpoints');
    await proxy
      .rows(/v1 details/)
      .first()
      .waitFor();
    expect(proxy.parameter('upstream')).toBe('outbound|9080|v1|details.bookinfo.svc.cluster.local');
    expect(await proxy.rows().count()).toBe(1);
  });

  test('a link to what the proxy lacks says so', async () => {
    await proxy.open(productpage, {
      tab: 'clusters',
      row: 'outbound|8080|v7|alpha.broken.svc.cluster.local',
    });
    await proxy.page.getByText('This proxy has no cluster outbound|8080|v7|alpha').waitFor();
  });

  test('how long its certificates last, with the whole chain', async () => {
    await proxy.open(productpage, { tab: 'secrets', row: 'default' });
    const cards = proxy.page.getByRole('article');
    await cards.filter({ hasText: 'spiffe://cluster.local/ns/bookinfo' }).getByText('leaf').waitFor();
    await cards.filter({ hasText: 'O=cluster.local' }).getByText('authority').waitFor();
    await cards.getByRole('button', { name: 'Copy SHA-256' }).first().waitFor();
  });

  test('the same without Vigla', async () => {
    await proxy.open(productpage, { tab: 'routes' });
    await proxy.rows().first().waitFor();
    await proxy.page.getByRole('button', { name: 'istioctl' }).click();
    const menu = proxy.page.getByRole('dialog', { name: 'The same without Vigla' });
    await menu.getByText('istioctl proxy-config routes productpage-v1-28plfps84f-nlf6t.bookinfo').waitFor();
  });
});

describe('filters', () => {
  test('stand in the address and come back from it', async () => {
    await proxy.open(productpage, { tab: 'clusters' });
    await proxy.choose('Subset', 'v3');
    await proxy.waitForParameter('subset', 'v3');
    await proxy.rows(/v3/).first().waitFor();
    expect(await proxy.rows(/reviews/).count()).toBe(1);
    await proxy.page.reload();
    await proxy.rows(/reviews/).waitFor();
    await proxy.openTab('Routes');
    expect(proxy.parameter('subset')).toBeNull();
  });

  test('look into hidden columns, too', async () => {
    await proxy.open(productpage, { tab: 'clusters', q: 'outbound|9080|v3|reviews' });
    await proxy.rows(/reviews/).waitFor();
    expect(await proxy.rows().count()).toBe(1);
  });

  test('by the kind of object, or by one of them', async () => {
    await proxy.open(productpage, { tab: 'routes', object: 'VirtualService/bookinfo/reviews', port: '9080' });
    await proxy.rows(/jason/).waitFor();
    expect(await proxy.rows().count()).toBe(4);
  });
});

describe('places', () => {
  test('an address leads to a row far down the table', async () => {
    await proxy.open(productpage, {
      tab: 'routes',
      row: '9080/reviews.bookinfo.svc.cluster.local:9080/split',
    });
    const row = proxy.page.locator('tr[aria-expanded="true"]');
    await row.waitFor();
    expect(await row.evaluate((element) => element.getBoundingClientRect().top)).toBeLessThan(500);
  });

  test('the workload’s page shows the proxies of its pods, and links stay there', async () => {
    await proxy.openOfWorkload('bookinfo/reviews-v3', { view: 'listeners' });
    await proxy.page.getByText('one of 2 pods with a proxy').waitFor();
    await proxy.page.getByRole('link', { name: '9080', exact: true }).first().click();
    await proxy.waitForParameter('view', 'routes');
    expect(new URL(proxy.page.url()).pathname).toBe('/workloads/bookinfo/reviews-v3');
    await proxy.page.getByText(/routes? in \d+ virtual hosts?/).waitFor();
  });

  test('a pod without a proxy says what to do', async () => {
    await proxy.open('bookinfo/no-such-pod');
    await proxy.page.getByText('No proxy here').waitFor();
    await proxy.page.getByRole('link', { name: 'Workloads of bookinfo' }).waitFor();
    // The browser itself logs the 404.
    complaints.texts = complaints.texts.filter((text) => !text.includes('404'));
  });
});

test('the keyboard reaches tabs, filter and rows', async () => {
  await proxy.open(productpage, { tab: 'clusters' });
  await proxy.rows().first().waitFor();
  await proxy.page.keyboard.press(']');
  await proxy.waitForParameter('tab', 'listeners');
  await proxy.page.keyboard.press('[');
  await proxy.waitForParameter('tab', 'clusters');
  await proxy.rows(/BlackHoleCluster/).waitFor();
  await proxy.page.keyboard.press('/');
  await expect.poll(() => proxy.filter.evaluate((field) => field === document.activeElement)).toBe(true);
  await proxy.page.keyboard.type('reviews');
  await proxy.waitForParameter('q', 'reviews');
  // The rows follow the address.
  await proxy.rows(/BlackHoleCluster/).waitFor({ state: 'detached' });
  const first = proxy.rows().first();
  await first.focus();
  await proxy.page.keyboard.press('ArrowDown');
  await proxy.page.keyboard.press('Enter');
  await proxy.section('In this Envoy').waitFor();
  expect(await proxy.rows().nth(1).getAttribute('aria-expanded')).toBe('true');
  await proxy.page.keyboard.press('Escape');
  await proxy.waitForParameter('row', null);
});
