import { afterAll, afterEach, beforeEach, describe, expect, test } from 'vitest';
import { gateVerdictSchema } from '#lib/contract/canary-gate.ts';
import { baseUrl } from '#tests/support/base-url.ts';
import { type Complaints, TestBrowser } from './pages/browser.ts';
import { CanaryPageObject } from './pages/canary-page.ts';
import { GraphPageObject } from './pages/graph-page.ts';

const browser = new TestBrowser();
let canary: CanaryPageObject;
let complaints: Complaints;

const catalog = 'httproute/shop/catalog-mesh/1';
const checkout = 'shop/checkout';

beforeEach(async () => {
  const opened = await browser.open({ colorScheme: 'dark' });
  canary = new CanaryPageObject(opened.page);
  complaints = opened.complaints;
});

afterEach(async () => {
  await canary.page.context().close();
  expect(complaints.texts).toEqual([]);
});

afterAll(() => browser.close());

describe('which caller ignores the split?', () => {
  test('one of catalog’s does: its proxy is stale, and the page proves it', async () => {
    await canary.open(catalog);
    await canary.hasVerdict('Mismatch');
    await canary.source(checkout).getByText('Mismatch', { exact: true }).waitFor();
    for (const other of ['shop/wordpress-v1', 'bookinfo/productpage-v1'])
      await canary.source(other).getByText('Consistent', { exact: true }).waitFor();

    const cause = canary.section('Likely cause').getByRole('article').first();
    await cause.getByText('proven', { exact: true }).waitFor();
    await cause.getByText(/stale/i).first().waitFor();
    await cause
      .getByText(/checkout-99n5fqdxdr-m2n4z/)
      .first()
      .waitFor();
    await cause.getByRole('link', { name: /catalog-v1 1, catalog-v2 1/ }).click();
    await canary.page.waitForURL((url) => url.pathname === '/proxies/shop/checkout-99n5fqdxdr-m2n4z');
    expect(canary.parameter('tab')).toBe('routes');
  });

  test('its three bars differ, those of the others agree', async () => {
    await canary.open(catalog);
    await canary.hasVerdict('Mismatch');
    const bars = await canary.bars(checkout);
    expect(bars.slice(0, 4)).toEqual(['configured', '75 / 25', 'in Envoy', '50 / 50']);
    expect(bars[5]).toMatch(/^(4\d|5\d)\.\d \/ (4\d|5\d)\.\d$/);
    const others = await canary.bars('shop/wordpress-v1');
    expect(others.slice(0, 4)).toEqual(['configured', '75 / 25', 'in Envoy', '75 / 25']);
    expect(others[5]).toMatch(/^7\d\.\d \/ 2\d\.\d$/);
  });

  test('its row opens by keys and shows the proxy, and the address keeps it open', async () => {
    await canary.open(catalog);
    await canary.opener(checkout).focus();
    await canary.page.keyboard.press('Enter');
    const proxies = canary.details(checkout).getByRole('table', { name: 'Its proxies' });
    await proxies.getByText(/stale/).waitFor();
    await proxies.getByRole('link', { name: 'shop/checkout-99n5fqdxdr-m2n4z' }).waitFor();
    await expect.poll(() => canary.parameter('source')).toBe(checkout);
    await canary.page.reload({ waitUntil: 'domcontentloaded' });
    await canary.details(checkout).waitFor({ timeout: 60_000 });
    await canary.opener(checkout).focus();
    await canary.page.keyboard.press('Space');
    await canary.details(checkout).waitFor({ state: 'detached' });
    await expect.poll(() => canary.parameter('source')).toBeNull();
  });
});

describe('is my 10 % ten?', () => {
  test.each([
    ['httproute/shop/storefront/1', 'storefront-v2 should get', '10 %'],
    ['virtualservice/bookinfo/reviews/split', 'v2 should get', '25 %'],
  ])('%s is: its one caller keeps to it', async (path, term, share) => {
    await canary.open(path);
    await canary.hasVerdict('Consistent');
    const figure = canary.page.getByRole('term').filter({ hasText: term });
    await figure.waitFor();
    await canary.page.getByRole('definition').filter({ hasText: share }).first().waitFor();
    await canary.sources.getByText('Consistent', { exact: true }).waitFor();
    expect(await canary.section('Likely cause').count()).toBe(0);
  });

  test('of any version, as the reader chooses it', async () => {
    await canary.open('virtualservice/bookinfo/reviews/split');
    await canary.versions.getByRole('button', { name: 'v3' }).click();
    await canary.page.getByText('v3 should get').waitFor();
    await canary.section('Share of v3').waitFor();
    expect(canary.parameter('version')).toBe('v3');
    await canary.compared.getByRole('button', { name: 'v1', exact: true }).click();
    await canary.section('Share of v1').waitFor();
    expect(canary.parameter('version')).toBe('v1');
  });
});

test('a version’s row opens to its quantiles, which are intervals', async () => {
  await canary.open(catalog);
  await canary.compared.getByRole('button', { name: 'Details of catalog-v2' }).click();
  const details = canary.details('catalog-v2');
  await details.getByText('p99', { exact: true }).waitFor();
  expect(await details.innerText()).toMatch(/p50\s+\d+(\.\d)? – \d+(\.\d)?\sms/);
});

test('the verdict is there as JSON, and says the same', async () => {
  await canary.open(catalog);
  const link = canary.page.getByRole('link', { name: 'Verdict as JSON' });
  const response = await canary.page.request.get(`${baseUrl()}${await link.getAttribute('href')}`);
  const { data } = await response.json();
  expect(gateVerdictSchema.parse(data)).toMatchObject({ verdict: 'mismatch', exitCode: 1 });
});

test('the graph shows the service whose requests are split', async () => {
  await canary.open(catalog);
  const link = canary.page.getByRole('link', { name: 'In the graph' });
  await expect.poll(() => link.getAttribute('href')).toContain('shop/catalog&');
  await link.click();
  await canary.page.waitForURL((url) => url.pathname === '/graph');
  expect(canary.parameter('focus')).toBe('service:Kubernetes/shop/catalog');
});

test('a rule that does not exist says so and leads to the list', async () => {
  await canary.open('httproute/shop/catalog-mesh/7');
  await canary.page.getByText('No such weighted rule').waitFor({ timeout: 60_000 });
  await canary.page.getByRole('link', { name: 'All weighted rules' }).click();
  await canary.page.waitForURL((url) => url.pathname === '/canaries');
  complaints.texts = complaints.texts.filter((text) => !text.includes('404'));
});

test('a phone has all of it, without sideways scrolling', async () => {
  const { page, complaints: ofPhone } = await browser.open({ isNarrow: true });
  const phone = new CanaryPageObject(page);
  await phone.open(catalog, { source: checkout, compared: 'catalog-v2' });
  await phone.hasVerdict('Mismatch');
  expect((await phone.bars(checkout))[3]).toBe('50 / 50');
  await phone.details(checkout).waitFor();
  await phone.details('catalog-v2').getByText('response times', { exact: false }).waitFor();
  await phone.section('For gates').scrollIntoViewIfNeeded();
  await new GraphPageObject(page).expectNoSidewaysScroll();
  expect(ofPhone.texts).toEqual([]);
  await page.context().close();
});
