import { afterAll, afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type Complaints, TestBrowser } from './pages/browser.ts';
import { DetailsTabsObject } from './pages/details-tabs.ts';

const browser = new TestBrowser();
let tabs: DetailsTabsObject;
let complaints: Complaints;

beforeEach(async () => {
  const opened = await browser.open();
  tabs = new DetailsTabsObject(opened.page);
  complaints = opened.complaints;
});

afterEach(async () => {
  await tabs.page.context().close();
  expect(complaints.texts).toEqual([]);
});

afterAll(() => browser.close());

describe('what does an uninjected caller hit', () => {
  test('its own page tells, out of the logs of those it called', async () => {
    await tabs.open('/workloads/legacy/batch', { tab: 'traffic' });
    const logged = tabs.section('Only in access logs');
    await logged.getByText('Without a proxy of its own').waitFor({ timeout: 60_000 });
    const refused = logged.getByRole('row').filter({ hasText: 'filter_chain_not_found' }).first();
    await refused.getByText('Failed').waitFor();
    await refused.getByText('in none').waitFor();
    await refused.getByRole('button', { name: 'Why this outcome' }).click();
    await tabs.page
      .getByRole('dialog', { name: 'Why this outcome' })
      .getByText(/STRICT/)
      .first()
      .waitFor();
    const answered = logged.getByRole('row').filter({ hasText: 'crawler' }).filter({ hasText: 'Passed' });
    await answered.first().getByText('counted').waitFor();
  });

  test('the page of who refused it names the caller, once somebody looks into the logs', async () => {
    await tabs.open('/workloads/shop/wordpress-v1', { tab: 'traffic' });
    await tabs.section('Only in access logs').getByRole('button', { name: 'Look into the logs' }).click();
    await tabs.row('Only in access logs', 'batch').first().waitFor({ timeout: 60_000 });
    expect(tabs.parameter('logPeers')).toBe('true');
  });
});

describe('traffic', () => {
  test('a row opens into codes, curve and reporters, and leads to the edge in the graph', async () => {
    await tabs.open('/workloads/shop/wordpress-v1', { tab: 'traffic' });
    await tabs.row('Outbound', 'catalog-v1').click();
    await tabs.section('Codes and flags').getByText('200').first().waitFor();
    await tabs.section('Both reporters').waitFor();
    expect(tabs.parameter('edge')).toBe(
      'workload:Kubernetes/shop/wordpress-v1|workload:Kubernetes/shop/catalog-v1|http',
    );
    await tabs.page.getByRole('link', { name: 'Graph edge' }).click();
    await tabs.page.waitForURL((url) => url.pathname === '/graph');
    await tabs.page.getByRole('complementary', { name: 'Details' }).getByText('catalog-v1').first().waitFor();
  });

  test('hosts that nobody declared, and hosts that are refused, say why', async () => {
    await tabs.open('/workloads/external/crawler', { tab: 'traffic' });
    const blackHole = tabs.row('Outbound', 'unknown.example.com');
    await blackHole.getByText('Failing').waitFor();
    await blackHole.getByRole('button', { name: /Why BlackHoleCluster/ }).click();
    await tabs.page
      .getByRole('dialog', { name: /Why BlackHoleCluster/ })
      .getByText('REGISTRY_ONLY')
      .first()
      .waitFor();
  });

  test('a peer’s name leads to its own page', async () => {
    await tabs.open('/services/shop/catalog', { tab: 'traffic' });
    await tabs.section('Callers').getByRole('link', { name: 'checkout' }).click();
    await tabs.page.waitForURL((url) => url.pathname === '/workloads/shop/checkout');
  });
});

describe('routing', () => {
  test('answers where a request goes, with the split and what stands behind it', async () => {
    await tabs.open('/services/bookinfo/reviews', { tab: 'routing' });
    await tabs
      .section('Where a request goes')
      .getByText(/25 % to reviews v1, 25 % to reviews v2, 50 % to reviews v3/)
      .waitFor();
    await tabs.section('Routes').getByText('header end-user is jason').waitFor();
    await tabs.row('Subsets', 'reviews-v3').getByText('2 / 2').waitFor();
  });

  test('a route to a subset that nobody defines says so', async () => {
    await tabs.open('/services/broken/alpha', { tab: 'routing' });
    await tabs
      .section('Routes')
      .getByText('no DestinationRule of broken/alpha defines subset v7')
      .first()
      .waitFor();
    await tabs.section('Routes').getByText('not in force').first().waitFor();
  });
});

test('config says what applies and why, with the manifest', async () => {
  await tabs.open('/workloads/bookinfo/reviews-v2', { tab: 'config' });
  await tabs.page.getByRole('row').filter({ hasText: 'reviews-viewer' }).click();
  await tabs.page.getByText('Its selector app=reviews matches the pods.').waitFor();
  await tabs.page.getByRole('grid', { name: 'Manifest' }).getByText('AuthorizationPolicy').waitFor();
  expect(tabs.parameter('object')).toBe('AuthorizationPolicy/bookinfo/reviews-viewer');
});
