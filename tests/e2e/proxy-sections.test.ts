import { afterAll, afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type Complaints, TestBrowser } from './pages/browser.ts';
import { ProxyPageObject } from './pages/proxy-page.ts';

const browser = new TestBrowser();
let proxy: ProxyPageObject;
let complaints: Complaints;

const productpage = 'bookinfo/productpage-v1-28plfps84f-nlf6t';
const gateway = 'istio-system/istio-ingressgateway-rz5k26nnz7-bspdl';
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

// Only rows in view are drawn.
const filterFor: Readonly<Record<string, string>> = { Bootstrap: 'CLUSTER_ID' };

/** A row that each section of each proxy must have; an empty section says why. */
const shown: readonly [proxy: string, rows: Record<string, RegExp>][] = [
  [
    productpage,
    {
      Clusters: /reviews.*9080.*v3.*outbound.*EDS.*reviews\.bookinfo/,
      Listeners: /0\.0\.0\.0.*9080.*Route 9080/,
      Routes: /details:9080.*x-break is "details".*broken-by-wish.*v1 details/,
      Endpoints: /10\.244\.1\.8:9080.*healthy.*in use.*v3 reviews/,
      Secrets: /default.*Cert Chain.*active.*valid.*left/,
      Bootstrap: /CLUSTER_ID.*Kubernetes/,
    },
  ],
  [
    gateway,
    {
      Clusters: /productpage\.bookinfo.*9080/,
      Listeners: /0\.0\.0\.0.*8080.*Route http\.8080/,
      Routes: /http\.8080/,
      Endpoints: /healthy/,
      Secrets: /missing-credential.*warming/,
      Bootstrap: /CLUSTER_ID/,
    },
  ],
  [
    rejected,
    {
      Clusters: /alpha.*8080/,
      Listeners: /0\.0\.0\.0.*80.*Route 80.*rejected/,
      Routes: /./,
      Endpoints: /healthy/,
      Secrets: /ROOTCA/,
      Bootstrap: /CLUSTER_ID/,
    },
  ],
  [
    checkout,
    {
      Clusters: /catalog-v1.*8080/,
      Listeners: /15006/,
      Routes: /catalog:8080.*catalog-v1\s*1\s*catalog-v2\s*1/,
      Endpoints: /healthy/,
      Secrets: /default/,
      Bootstrap: /CLUSTER_ID/,
    },
  ],
];

describe.each(shown)('%s', (address, rows) => {
  test('shows rows in every section', async () => {
    await proxy.open(address);
    for (const [title, text] of Object.entries(rows)) {
      await proxy.openTab(title);
      await proxy.filter.waitFor();
      await proxy.filter.fill(filterFor[title] ?? '');
      await proxy.rows(text).first().waitFor({ timeout: 60_000 });
      await proxy.filter.fill('');
    }
    await proxy.openTab('Filters');
    await proxy.page.getByText('No filters are fetched by name').waitFor();
    for (const title of ['Statistics', 'Logging', 'Raw', 'Drift', 'Compare']) {
      await proxy.openTab(title);
      await proxy.page.getByRole('tabpanel', { name: title }).waitFor();
    }
  });
});
