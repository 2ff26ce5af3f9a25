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

/** What the filter of a section says, since only rows in view are drawn, and a row that must be left. */
const shown: readonly [proxy: string, sections: readonly [title: string, filter: string, row: RegExp][]][] = [
  [
    productpage,
    [
      ['Clusters', 'reviews', /reviews.*9080.*v3.*outbound.*EDS.*reviews\.bookinfo/],
      ['Listeners', '9080', /0\.0\.0\.0.*9080.*Route 9080/],
      ['Routes', 'broken-by-wish', /details:9080.*x-break is "details".*broken-by-wish.*v1 details/],
      ['Endpoints', '10.244.1.8', /10\.244\.1\.8:9080.*healthy.*in use.*v3 reviews/],
      ['Secrets', '', /default.*Cert Chain.*active.*valid.*left/],
      ['Bootstrap', 'CLUSTER_ID', /CLUSTER_ID.*Kubernetes/],
    ],
  ],
  [
    gateway,
    [
      ['Clusters', 'productpage', /productpage\.bookinfo.*9080/],
      ['Listeners', '8080', /0\.0\.0\.0.*8080.*Route http\.8080/],
      ['Routes', 'http.8080', /http\.8080/],
      ['Endpoints', 'productpage', /healthy/],
      ['Secrets', 'missing', /missing-credential.*warming/],
      ['Bootstrap', 'CLUSTER_ID', /CLUSTER_ID/],
    ],
  ],
  [
    rejected,
    [
      ['Clusters', 'alpha', /alpha.*8080/],
      ['Listeners', 'rejected', /Route 80.*rejected/],
      ['Routes', '', /./],
      ['Endpoints', 'alpha', /healthy/],
      ['Secrets', '', /ROOTCA/],
      ['Bootstrap', 'CLUSTER_ID', /CLUSTER_ID/],
    ],
  ],
  [
    checkout,
    [
      ['Clusters', 'catalog-v1', /catalog-v1.*8080/],
      ['Listeners', '15006', /15006/],
      ['Routes', 'catalog', /shop\.catalog-mesh\.1.*catalog-v1\s*1\s*catalog-v2\s*1/],
      ['Endpoints', 'catalog', /healthy/],
      ['Secrets', '', /default/],
      ['Bootstrap', 'CLUSTER_ID', /CLUSTER_ID/],
    ],
  ],
];

describe.each(shown)('%s', (address, sections) => {
  test('shows rows in every section', async () => {
    for (const [title, filter, row] of sections) {
      await proxy.open(address, { tab: title.toLowerCase(), q: filter });
      await proxy.rows(row).first().waitFor({ timeout: 15_000 });
    }
  });

  test('has what is no table, too', async () => {
    await proxy.open(address, { tab: 'ecds' });
    await proxy.page.getByText('No filters are fetched by name').waitFor();
    for (const title of ['Statistics', 'Logging', 'Raw', 'Drift', 'Compare']) {
      await proxy.openTab(title);
      await proxy.page.getByRole('tabpanel', { name: title }).waitFor();
    }
  });
});
