import { afterAll, afterEach, beforeEach, describe, expect, test } from 'vitest';
import { baseUrl } from '#tests/support/base-url.ts';
import { type Complaints, TestBrowser } from './pages/browser.ts';
import { CanariesPageObject } from './pages/canaries-page.ts';
import { DetailsPageObject } from './pages/details-page.ts';
import { GraphPageObject } from './pages/graph-page.ts';
import { ObjectPageObject } from './pages/object-page.ts';
import { OverviewPageObject } from './pages/overview-page.ts';
import { ShellObject } from './pages/shell.ts';

const browser = new TestBrowser();
let canaries: CanariesPageObject;
let complaints: Complaints;

/** Long enough for each split of the recorded mesh to be decided. */
const range = { from: 'now-1h', to: 'now' };
const catalog = 'httproute/shop/catalog-mesh/1';

beforeEach(async () => {
  const opened = await browser.open();
  canaries = new CanariesPageObject(opened.page);
  complaints = opened.complaints;
});

afterEach(async () => {
  await canaries.page.context().close();
  expect(complaints.texts).toEqual([]);
});

afterAll(() => browser.close());

describe('the list of canaries', () => {
  test('has the mismatch on top and names the caller that causes it', async () => {
    await canaries.open(range);
    await canaries.page.getByText(/^4 weighted rules: 1 mismatch, 2 consistent/).waitFor();
    expect((await canaries.objects())[0]).toBe('shop/catalog-mesh');
    const row = canaries.row('shop/catalog-mesh');
    await row.getByText('Mismatch', { exact: true }).waitFor();
    await row.getByText(/^\d of \d agree$/).waitFor();
    await row.getByText('checkout', { exact: true }).waitFor();
    for (const object of ['bookinfo/reviews', 'shop/storefront'])
      await canaries.row(object).getByText('Consistent', { exact: true }).waitFor();
  });

  test('says what is odd about a rule that nobody calls', async () => {
    await canaries.open(range);
    const row = canaries.row('broken/too-much-weight');
    await row.getByText('Too few', { exact: true }).waitFor();
    await row.getByText('no requests').first().waitFor();
    await row.getByRole('button', { name: /^What stands out about/ }).click();
    await canaries.page
      .getByRole('dialog', { name: /too-much-weight/ })
      .getByText(/110/)
      .waitFor();
  });

  test('keeps its filters in the address, which another reader can open', async () => {
    await canaries.open(range);
    await canaries.choose('Kind', 'HTTPRoute');
    await canaries.choose('Verdict', 'Consistent');
    await expect.poll(() => canaries.objects()).toEqual(['shop/storefront']);
    expect([canaries.parameter('kind'), canaries.parameter('status')]).toEqual(['HTTPRoute', 'consistent']);
    await canaries.page.reload({ waitUntil: 'domcontentloaded' });
    await expect.poll(() => canaries.objects(), { timeout: 30_000 }).toEqual(['shop/storefront']);
    await canaries.page.getByRole('button', { name: 'Clear filters' }).click();
    await canaries.filter.fill('reviews');
    await expect.poll(() => canaries.objects()).toEqual(['bookinfo/reviews']);
    await canaries.filter.fill('no such rule');
    await canaries.page.getByText('No canary fits the filters').waitFor();
  });

  test('leads to the page of a rule by keys', async () => {
    await canaries.open({ ...range, from: 'now-30m' });
    await canaries.page.locator('tbody tr').first().focus();
    await canaries.page.keyboard.press('ArrowDown');
    await canaries.page.keyboard.press('ArrowUp');
    await canaries.page.keyboard.press('Enter');
    await canaries.onCanary(catalog);
    expect(canaries.parameter('from')).toBe('now-30m');
  });

  test('explains what a canary is where there is none', async () => {
    await canaries.page.goto(`${baseUrl()}/canaries?namespaces=legacy`, { waitUntil: 'domcontentloaded' });
    await canaries.page.getByText('No requests are divided by weight here').waitFor({ timeout: 60_000 });
    await canaries.page.getByText(/^A VirtualService with a weight/).waitFor();
    await canaries.page.getByText(/^An HTTPRoute or GRPCRoute with a weight/).waitFor();
  });

  test('is readable on a phone and in the dark', async () => {
    const opened = await browser.open({ isNarrow: true, colorScheme: 'dark' });
    const narrow = new CanariesPageObject(opened.page);
    await narrow.open(range);
    await narrow.row('shop/catalog-mesh').getByText('Mismatch', { exact: true }).waitFor();
    await narrow
      .row('shop/catalog-mesh')
      .getByText(/^75 \/ 25 → /)
      .waitFor();
    const graph = new GraphPageObject(opened.page);
    await graph.expectNoSidewaysScroll();
    await graph.picture('canaries-narrow');
    expect(opened.complaints.texts).toEqual([]);
    await opened.page.context().close();
  });
});

describe('before a canary starts', () => {
  test('a reader learns how many requests tell two shares apart, and how long that lasts', async () => {
    await canaries.open();
    await canaries.openWhatIf();
    await expect.poll(async () => (await canaries.answer()).map((row) => row.length)).toEqual([2, 2, 2]);
    await canaries.whatIf.getByRole('textbox', { name: 'Requests/s' }).fill('20');
    await expect.poll(async () => (await canaries.answer()).map((row) => row.length)).toEqual([3, 3, 3]);
    const [half = [], most = []] = await canaries.answer();
    expect(countIn(half)).toBeGreaterThan(100);
    expect(countIn(most)).toBeGreaterThan(countIn(half));
    expect(half[2]).toMatch(/min|h/);

    await canaries.whatIf.getByRole('textbox', { name: 'In truth %' }).fill('20');
    await expect.poll(async () => countIn((await canaries.answer())[0])).toBeLessThan(countIn(half));
    await canaries.whatIf.getByRole('textbox', { name: 'In truth %' }).fill('10');
    await canaries.whatIf.getByText('never', { exact: true }).first().waitFor();
    await canaries.whatIf.getByRole('textbox', { name: 'In truth %' }).fill('much');
    await canaries.whatIf.getByText('Between 0 and 100.').waitFor();
  });
});

describe('the way to a canary', () => {
  test('begins at the overview, which counts verdicts', async () => {
    const overview = new OverviewPageObject(canaries.page);
    await overview.open('?namespaces=*&from=now-1h&to=now');
    const card = overview.card('Canaries');
    await card.getByRole('link', { name: '1 mismatch' }).waitFor({ timeout: 60_000 });
    await card.getByRole('link', { name: '1 mismatch' }).click();
    await canaries.page.waitForURL((url) => url.pathname === '/canaries');
    expect(canaries.parameter('status')).toBe('mismatch');
    await expect.poll(() => canaries.objects()).toEqual(['shop/catalog-mesh']);
    await canaries.page.goBack();
    await card.getByRole('listitem').first().getByRole('link', { name: 'catalog-mesh' }).click();
    await canaries.onCanary(catalog);
  });

  test('begins where a service is routed', async () => {
    const details = new DetailsPageObject(canaries.page);
    await details.open('/services/bookinfo/reviews', { tab: 'routing', ...range });
    const link = details.page.getByRole('link', { name: 'Is the split kept?' });
    await link.waitFor({ timeout: 60_000 });
    expect(await link.count()).toBe(1);
    await link.click();
    await canaries.onCanary('virtualservice/bookinfo/reviews/split');
  });

  test('begins at the route object', async () => {
    const object = new ObjectPageObject(canaries.page);
    await object.open('/config/shop/HTTPRoute/catalog-mesh', range);
    const section = object.section('Canaries');
    await section.getByText('Mismatch', { exact: true }).waitFor({ timeout: 60_000 });
    await section.getByRole('link', { name: 'rule 1' }).click();
    await canaries.onCanary(catalog);
  });

  test('begins in the palette', async () => {
    const shell = new ShellObject(canaries.page);
    await shell.open('/overview?namespaces=*');
    await shell.choose('too-much', /too-much-weight rule 0 of VirtualService in broken/);
    await canaries.onCanary('virtualservice/broken/too-much-weight/0');
  });
});

/** The requests of a row of the what-if's answer. */
function countIn(row: readonly string[] = []): number {
  return Number((row[1] ?? '').replaceAll(',', ''));
}
