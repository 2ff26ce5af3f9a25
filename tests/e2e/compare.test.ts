import { afterAll, afterEach, describe, expect, test } from 'vitest';
import { baseUrl } from '#tests/support/base-url.ts';
import { controlsOf, walkByTab } from './pages/accessibility.ts';
import { type Complaints, type OpenOptions, TestBrowser } from './pages/browser.ts';
import { ComparePageObject } from './pages/compare-page.ts';
import { GraphPageObject } from './pages/graph-page.ts';

const browser = new TestBrowser();
let compare: ComparePageObject;
let complaints: Complaints;

async function openBrowser(options: OpenOptions = {}): Promise<void> {
  const opened = await browser.open(options);
  compare = new ComparePageObject(opened.page);
  complaints = opened.complaints;
}

afterEach(async () => {
  await compare.page.context().close();
  expect(complaints.texts).toEqual([]);
});
afterAll(() => browser.close());

const looks: readonly [name: string, options: OpenOptions][] = [
  ['light', { colorScheme: 'light' }],
  ['dark', { colorScheme: 'dark' }],
  ['narrow-light', { colorScheme: 'light', isNarrow: true }],
  ['narrow-dark', { colorScheme: 'dark', isNarrow: true }],
];

describe.each(looks)('an engineer after an incident (%s)', (look, options) => {
  const picture = (name: string) => new GraphPageObject(compare.page).picture(`compare-${name}-${look}`);

  test('reads what changed in the graph, the heaviest change first', async () => {
    await openBrowser(options);
    await compare.open();
    const row = compare.row('storefront v1 → checkout');
    await row.click();
    const detail = compare.detail('storefront v1 → checkout');
    await detail.getByText('Errors: 30.0 % → 0 % of the requests.').waitFor();
    await picture('graph');
    await new GraphPageObject(compare.page).expectNoSidewaysScroll();
  });

  test('sees both graphs drawn as one, with what became of a marked edge', async () => {
    await openBrowser(options);
    await compare.open({ view: 'drawing' });
    await new GraphPageObject(compare.page).arranged();
    await compare.page.getByText('Select a marked node or edge').waitFor();
    await picture('drawing');
    await new GraphPageObject(compare.page).expectNoSidewaysScroll();
  });

  test('finds the object that somebody deleted, and what was written into another', async () => {
    await openBrowser(options);
    await compare.open({ tab: 'objects' });
    await compare.row('old-viewer').waitFor();
    await compare.row('reviews-viewer').click();
    const detail = compare.detail('reviews-viewer');
    await detail.getByText('spec.action').waitFor();
    await detail.getByText('action: DENY').waitFor();
    await picture('objects');
    await new GraphPageObject(compare.page).expectNoSidewaysScroll();
  });

  test('reads which resources of a proxy came and went', async () => {
    await openBrowser(options);
    await compare.open({ tab: 'proxies' });
    await compare.row('productpage-v1').click();
    const detail = compare.detail('productpage-v1');
    await detail.getByText('outbound|1||gone').first().waitFor();
    await detail.getByText('only in the earlier one').first().waitFor();
    await picture('proxies');
    await new GraphPageObject(compare.page).expectNoSidewaysScroll();
  });
});

test('filters stand in the address, and so does the row that is open', async () => {
  await openBrowser();
  await compare.open({ tab: 'objects' });
  await compare.choose('Change', 'Removed');
  await compare.row('ratings-audit').waitFor({ state: 'detached' });
  await compare.row('old-viewer').click();
  await compare.detail('old-viewer').waitFor();
  const { searchParams } = new URL(compare.page.url());
  expect(searchParams.get('change')).toBe('removed');
  expect(searchParams.get('open')).toBe('AuthorizationPolicy/bookinfo/old-viewer');
  await compare.tab('Graph').click();
  await compare.row('storefront v1 → checkout').waitFor();
  expect(new URL(compare.page.url()).searchParams.get('change')).toBeNull();
});

test.each(['graph', 'objects', 'proxies'])(
  'every control of %s has a name and shows its focus',
  async (tab) => {
    await openBrowser({ colorScheme: 'dark' });
    await compare.open({ tab });
    await compare.row('').first().waitFor();
    const controls = await controlsOf(compare.page);
    expect(controls.filter(({ name }) => name === '')).toEqual([]);
    const walked = await walkByTab(compare.page, 30);
    expect(walked.length).toBeGreaterThan(12);
    expect(walked.filter(({ isSeen }) => !isSeen)).toEqual([]);
  },
);

test('the page is offered where an earlier snapshot is open; elsewhere it says how to open one', async () => {
  await openBrowser();
  await compare.open();
  await compare.page.getByRole('link', { name: 'Compare' }).waitFor();
  await compare.page.goto(`${baseUrl()}/compare`, { waitUntil: 'domcontentloaded' });
  await compare.page.getByText('No earlier snapshot is open').waitFor();
  await compare.page.getByRole('link', { name: 'Mesh' }).waitFor();
  expect(await compare.page.getByRole('link', { name: 'Compare' }).count()).toBe(0);
});
