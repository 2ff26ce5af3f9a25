import { afterAll, afterEach, beforeEach, describe, expect, test } from 'vitest';
import { baseUrl } from '#tests/support/base-url.ts';
import { type Complaints, TestBrowser } from './pages/browser.ts';
import { GraphPageObject } from './pages/graph-page.ts';
import { ObjectPageObject } from './pages/object-page.ts';
import { ProxyPageObject } from './pages/proxy-page.ts';

const browser = new TestBrowser();
let graph: GraphPageObject;
let proxy: ProxyPageObject;
let object: ObjectPageObject;
let complaints: Complaints;

beforeEach(async () => {
  const { page, complaints: heard } = await browser.open();
  graph = new GraphPageObject(page);
  proxy = new ProxyPageObject(page);
  object = new ObjectPageObject(page);
  complaints = heard;
});

afterEach(async () => {
  await graph.page.context().close();
  expect(complaints.texts).toEqual([]);
});

afterAll(() => browser.close());

const caller = 'productpage-v1-28plfps84f-nlf6t';
const reviews = '/config/bookinfo/VirtualService/reviews';

describe('from a call to what decides it', () => {
  test('a graph edge leads to the Envoy route, that to the VirtualService’s lines, and these back', async () => {
    const { page } = graph;
    await graph.open('?view=table&namespaces=bookinfo');
    await graph.edgeRow('productpage v1', 'reviews').click();
    const inEnvoy = graph.panel.getByRole('region', { name: 'In the caller’s Envoy' });
    await inEnvoy.getByText('reviews.bookinfo.svc.cluster.local').waitFor();
    await inEnvoy.getByRole('link', { name: caller }).click();

    await object.onPage(`/proxies/bookinfo/${caller}`);
    expect([proxy.parameter('tab'), proxy.parameter('q')]).toEqual([
      'routes',
      'reviews.bookinfo.svc.cluster.local',
    ]);
    const split = proxy.rows('split').last();
    await split.waitFor();
    await split.getByText('split', { exact: true }).click();
    await proxy.waitForParameter('row', '9080/reviews.bookinfo.svc.cluster.local:9080/split');
    await split.getByRole('link', { name: 'reviews' }).first().click();

    await object.onPage(reviews);
    expect(object.parameter('path')).toBe('spec.http[2]');
    await expect.poll(async () => (await object.highlighted())[0]).toBe('- name: split');
    expect((await object.highlighted()).join(' ')).toContain('weight: 25');

    await page.getByRole('tab', { name: 'In Envoy' }).click();
    await page.getByText(/of 12 proxies have it; 23 may\./).waitFor({ timeout: 60_000 });
    const items = page.getByRole('region', { name: 'In Envoy' });
    await items.getByRole('button', { name: 'Read more proxies' }).click();
    await page.getByText(/of 23 proxies have it\./).waitFor({ timeout: 60_000 });
    await items.getByRole('searchbox').fill(caller);
    await items
      .getByRole('row')
      .filter({ hasText: 'http[2]' })
      .filter({ hasText: '9080 / reviews' })
      .getByRole('link', { name: /split$/ })
      .click();

    await object.onPage(`/proxies/bookinfo/${caller}`);
    expect([proxy.parameter('tab'), proxy.parameter('row')]).toEqual([
      'routes',
      '9080/reviews.bookinfo.svc.cluster.local:9080/split',
    ]);
    await expect.poll(() => object.highlighted()).toContain('- name: split');
  }, 180_000);

  test('a route of the Gateway API leads to its HTTPRoute, not to what Istio made of it', async () => {
    await proxy.open('shop/checkout-99n5fqdxdr-m2n4z', { tab: 'routes', q: 'catalog-mesh' });
    const route = proxy.rows('shop.catalog-mesh.1').first();
    await route.getByRole('link', { name: 'catalog-mesh' }).click();
    await object.onPage('/config/shop/HTTPRoute/catalog-mesh');
    expect(object.parameter('path')).toBe('spec.rules[1]');
    await expect.poll(async () => (await object.highlighted()).join(' ')).toContain('name: catalog-v1');
  });

  test('the routing of a service leads to the routes of those that may call it', async () => {
    const { page } = proxy;
    await page.goto(`${baseUrl()}/services/bookinfo/reviews?tab=routing`, { waitUntil: 'domcontentloaded' });
    const callers = page.getByRole('region', { name: 'In the caller’s Envoy' });
    await callers.getByRole('link').first().click();
    await page.waitForURL(/\/proxies\//);
    expect(proxy.parameter('q')).toBe('reviews.bookinfo.svc.cluster.local');
  });

  test('a policy without a mark in Envoy lists the chains that it shapes', async () => {
    const { page } = object;
    await page.goto(`${baseUrl()}/config/bookinfo/PeerAuthentication/default?tab=envoy`, {
      waitUntil: 'domcontentloaded',
    });
    const items = page.getByRole('region', { name: 'In Envoy' });
    const first = items.getByRole('row').filter({ hasText: 'virtualInbound' }).first();
    await first.getByText('inferred').waitFor({ timeout: 60_000 });
    await first.getByText('shaped by it').waitFor();
    await first.getByRole('link', { name: 'mtls.mode' }).click();
    await object.onPage('/config/bookinfo/PeerAuthentication/default');
    await expect.poll(() => object.highlighted()).toEqual(['mode: STRICT']);
  });
});
