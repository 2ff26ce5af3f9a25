import { afterAll, afterEach, beforeEach, describe, expect, test } from 'vitest';
import { baseUrl } from '#tests/support/base-url.ts';
import { type Complaints, TestBrowser } from './pages/browser.ts';
import { ListPageObject } from './pages/list-page.ts';
import { ObjectPageObject } from './pages/object-page.ts';
import { ShellObject } from './pages/shell.ts';

const browser = new TestBrowser();
let object: ObjectPageObject;
let complaints: Complaints;

beforeEach(async () => {
  const opened = await browser.open({ colorScheme: 'dark' });
  object = new ObjectPageObject(opened.page);
  complaints = opened.complaints;
});

afterEach(async () => {
  await object.page.context().close();
  expect(complaints.texts).toEqual([]);
});

afterAll(() => browser.close());

const virtualService = '/config/bookinfo/VirtualService/bookinfo';

describe('from object to object', () => {
  test('the list leads to one, that to a related one and to its service, and back', async () => {
    const list = new ListPageObject(object.page);
    await list.open('/config');
    await list.choose('Kind', 'VirtualService');
    await list.filter.fill('bookinfo');
    await expect.poll(() => list.parameter('kind')).toBe('VirtualService');
    await list.row('bookinfo').getByRole('link').click();
    await object.onPage(virtualService);
    await object.section('Related objects').getByRole('link', { name: 'bookinfo-gateway' }).click();
    await object.onPage('/config/bookinfo/IstioGateway/bookinfo-gateway');
    await object.section('Applies to').getByRole('link', { name: 'istio-ingressgateway' }).waitFor();
    await object.section('Related objects').getByText('Its routes are served at this gateway.').click();
    await object.onPage(virtualService);
    await expect.poll(() => object.parameter('path')).toBe('spec.gateways[0]');
    await expect.poll(() => object.highlighted()).toEqual(['- bookinfo-gateway']);
    await object.section('Related objects').getByRole('link', { name: 'productpage' }).click();
    await object.onPage('/services/bookinfo/productpage');
    await object.page.goBack();
    await object.onPage(virtualService);
    expect(object.parameter('namespaces')).toBe('*');
  });

  test('the workload’s configuration, a chip of the list and a route lead to the object', async () => {
    const { page } = object;
    await page.goto(`${baseUrl()}/workloads/bookinfo/reviews-v2?tab=config`, {
      waitUntil: 'domcontentloaded',
    });
    await page.getByRole('table').getByRole('link', { name: 'reviews-dry-run' }).click();
    await object.onPage('/config/bookinfo/AuthorizationPolicy/reviews-dry-run');
    await object
      .section('Says')
      .getByText(/dry run/)
      .waitFor();

    await page.goto(`${baseUrl()}/services/bookinfo/reviews?tab=routing`, { waitUntil: 'domcontentloaded' });
    await page.getByRole('link', { name: 'spec.http[1]' }).first().click();
    await object.onPage('/config/bookinfo/VirtualService/reviews');
    await expect.poll(async () => (await object.highlighted()).at(-1)).toBe('subset: v3');
  });

  test('the palette finds objects and proxies by name', async () => {
    const shell = new ShellObject(object.page);
    await object.open(virtualService);
    await shell.choose('productpage-jwt', /productpage-jwt RequestAuthentication/);
    await object.onPage('/config/bookinfo/RequestAuthentication/productpage-jwt');
    await shell.openPalette();
    await shell.palette.getByRole('combobox').fill('proxy ratings-v2');
    await shell.palette.getByRole('option', { name: /^ratings-v2-\S+ proxy in bookinfo/ }).waitFor();
  });
});

describe('the manifest', () => {
  test('a path in the address highlights exactly its lines and brings them into view', async () => {
    await object.open(virtualService, { path: 'spec.http[7].route[0]' });
    await expect
      .poll(() => object.highlighted())
      .toEqual(['- destination:', 'host: ratings', 'port:', 'number: 9080', 'subset: v9']);
    expect(await object.manifest.getByText('subset: v9').isVisible()).toBe(true);
  });

  test('an item by its name and a path below spec are understood', async () => {
    await object.open('/config/bookinfo/DestinationRule/reviews', { path: 'subsets[v2]' });
    await expect.poll(() => object.highlighted()).toEqual(['- labels:', 'version: v2', 'name: v2']);
  });

  test('a path that is gone shows the nearest, and says so', async () => {
    await object.open(virtualService, { path: 'spec.http[2].mirror' });
    await object.page
      .getByText(
        'spec.http[2].mirror is not in this object (any more); shown is spec.http[2], the nearest that holds it.',
      )
      .waitFor();
    await expect.poll(async () => (await object.highlighted())[0]).toBe('- headers:');
  });

  test('a line number is a link; words light up their lines and lead there', async () => {
    await object.open(virtualService);
    await object
      .line(8)
      .getByRole('button', { name: /^Link to/ })
      .click();
    await expect.poll(() => object.parameter('path')).toBe('spec.gateways');
    await object
      .section('Says')
      .getByRole('button', { name: /^teapot/ })
      .click();
    await expect.poll(() => object.parameter('path')).toBe('spec.http[1]');
    await expect.poll(async () => (await object.highlighted()).at(-1)).toBe('name: teapot');
    await object.page.goBack();
    await expect.poll(() => object.parameter('path')).toBe('spec.gateways');
  });

  test('finds a text, steps from match to match, and folds', async () => {
    await object.open(virtualService);
    const search = object.page.getByRole('searchbox', { name: 'Find in the manifest' });
    await search.fill('prefix');
    await object.page.getByText(/^1 of \d+$/).waitFor();
    await search.press('Enter');
    await object.page.getByText(/^2 of \d+$/).waitFor();
    await search.press('Escape');
    await object.page.getByRole('button', { name: 'Fold all' }).click();
    await object.manifest
      .getByText(/^… \d+ lines?$/)
      .first()
      .waitFor();
    expect(await object.manifest.getByRole('row').count()).toBeLessThan(15);
    await object.page.getByRole('button', { name: 'Unfold all' }).click();
    await expect.poll(() => object.manifest.getByRole('row').count()).toBeGreaterThan(30);
  });

  test('the keyboard walks the lines, folds them and takes their links', async () => {
    await object.open(virtualService);
    await object.manifest.focus();
    for (let step = 0; step < 7; step += 1) await object.page.keyboard.press('ArrowDown');
    const active = await object.manifest.getAttribute('aria-activedescendant');
    expect(await object.line(8).getAttribute('id')).toBe(active);
    await object.page.keyboard.press('ArrowLeft');
    await object.line(8).getByText('… 1 line').waitFor();
    await object.page.keyboard.press('ArrowRight');
    await object.page.keyboard.press('Enter');
    await expect.poll(() => object.parameter('path')).toBe('spec.gateways');
  });

  test('says what is named and does not exist', async () => {
    await object.open('/config/broken/VirtualService/no-such-gateway');
    await object.section('Related objects').getByText('Gateway (Istio), does not exist in broken').waitFor();
    await object.page.getByText('Not in force').waitFor();
  });
});

describe('addresses', () => {
  test('an object that is not there says so and leads to those that are', async () => {
    await object.page.goto(`${baseUrl()}/config/shop/VirtualService/nothing`, {
      waitUntil: 'domcontentloaded',
    });
    await object.page.getByText('No such VirtualService').waitFor();
    await object.page.getByRole('link', { name: 'All of kind VirtualService' }).click();
    await object.onPage('/config');
    await expect.poll(() => object.parameter('kind')).toBe('VirtualService');
    complaints.texts = complaints.texts.filter((text) => !text.includes('404'));
  });

  test('a Service goes to its own page', async () => {
    await object.page.goto(`${baseUrl()}/config/bookinfo/Service/reviews`, { waitUntil: 'domcontentloaded' });
    await object.onPage('/services/bookinfo/reviews');
  });

  test('an object of no namespace has its page', async () => {
    await object.open('/config/_cluster/GatewayClass/istio');
    await object.section('Status conditions').getByText('Handled by Istio controller').waitFor();
  });
});

test('where in Envoy it became real stands in a tab of its own', async () => {
  await object.open('/config/bookinfo/VirtualService/reviews');
  await object.page.getByRole('tab', { name: 'In Envoy' }).click();
  await object.page
    .getByText(/\d+ of \d+ prox/)
    .first()
    .waitFor({ timeout: 60_000 });
  expect(object.parameter('tab')).toBe('envoy');
});
