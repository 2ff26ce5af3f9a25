import { afterAll, describe, expect, test } from 'vitest';
import { baseUrl } from '#tests/support/base-url.ts';
import { controlsOf, walkByTab } from './pages/accessibility.ts';
import { type OpenOptions, TestBrowser } from './pages/browser.ts';
import { GraphPageObject } from './pages/graph-page.ts';

const browser = new TestBrowser();
afterAll(() => browser.close());

/** Pages and tabs with a text that stands there once the data does. */
const pages: readonly [address: string, text: RegExp][] = [
  ['/workloads?namespaces=*', /\d+ workloads, /],
  ['/services?namespaces=*', /\d+ services, /],
  ['/applications?namespaces=*', /\d+ applications, /],
  ['/namespaces', /istio-system/],
  ['/workloads/bookinfo/reviews-v2', /No container runs as user 1337/],
  ['/workloads/bookinfo/reviews-v2?tab=traffic', /Only in access logs/],
  ['/workloads/bookinfo/reviews-v2?tab=inbound', /A point every/],
  ['/workloads/bookinfo/reviews-v2?tab=traces', /istio-ingressgateway/],
  ['/workloads/bookinfo/reviews-v2?tab=logs', /lines? of \d+ containers?/],
  ['/workloads/bookinfo/reviews-v2?tab=config', /reviews-viewer/],
  ['/services/bookinfo/reviews?tab=routing', /Where a request goes/],
  ['/config?namespaces=*', /\d+ objects of \d+ kinds/],
  ['/config/bookinfo/VirtualService/bookinfo?path=spec.http[2]', /One of its rules leads|Its rule pages/],
  ['/canaries?namespaces=*', /\d+ weighted rules: /],
  ['/canaries?namespaces=legacy', /No requests are divided by weight here/],
  [
    '/canaries/httproute/shop/catalog-mesh/1?source=shop/checkout&compared=catalog-v2',
    /stale, other weights/,
  ],
  ['/traces', /The store has more/],
  ['/proxies?namespaces=*', /26 proxies/],
  ['/proxies/shop/checkout-99n5fqdxdr-m2n4z?tab=drift', /1 field differs/],
  ['/proxies/shop/checkout-99n5fqdxdr-m2n4z?tab=compare', /Choose what to compare with/],
  ['/proxies/file', /Drop a configuration dump here/],
  ['/proxies/bookinfo/productpage-v1-28plfps84f-nlf6t?tab=clusters&row=agent', /In this Envoy/],
  ['/proxies/broken/rejected-sq7gxhrjzn-pccgw?tab=listeners', /0\.0\.0\.0:?80/],
  ['/proxies/bookinfo/productpage-v1-28plfps84f-nlf6t?tab=secrets&row=default', /Serial number/],
  ['/proxies/bookinfo/productpage-v1-28plfps84f-nlf6t?tab=stats', /1\.40\.0/],
  ['/proxies/bookinfo/productpage-v1-28plfps84f-nlf6t?tab=logging', /VIGLA_WRITES/],
  ['/proxies/bookinfo/productpage-v1-28plfps84f-nlf6t?tab=raw', /ListenersConfigDump/],
  ['/mesh', /proxies in sync/],
  ['/mesh?tab=configuration&all=true', /settings differ/],
  ['/mesh?tab=registry', /every replica holds the same/],
  ['/mesh?tab=problems', /last push only/],
  ['/mesh?tab=metrics', /Convergence, p99/],
];

async function open(address: string, text: RegExp, options: OpenOptions) {
  const opened = await browser.open(options);
  await opened.page.goto(`${baseUrl()}${address}`, { waitUntil: 'domcontentloaded' });
  await opened.page.getByText(text).filter({ visible: true }).first().waitFor();
  return opened;
}

describe.each(pages)('%s', (address, text) => {
  test('gives every control a name and shows where the focus is', async () => {
    const { page, complaints } = await open(address, text, { colorScheme: 'dark' });
    const controls = await controlsOf(page);
    expect(controls.length).toBeGreaterThan(12);
    expect(controls.filter(({ name }) => name === '')).toEqual([]);
    const walked = await walkByTab(page, 30);
    expect(walked.length).toBeGreaterThan(12);
    expect(walked.filter(({ isSeen }) => !isSeen)).toEqual([]);
    expect(complaints.texts).toEqual([]);
    await page.context().close();
  });

  test('fits a phone', async () => {
    const { page, complaints } = await open(address, text, { isNarrow: true });
    await new GraphPageObject(page).expectNoSidewaysScroll();
    expect((await controlsOf(page)).filter(({ name }) => name === '')).toEqual([]);
    expect(complaints.texts).toEqual([]);
    await page.context().close();
  });
});
