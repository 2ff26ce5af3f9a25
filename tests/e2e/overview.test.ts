import { afterAll, afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type Complaints, TestBrowser } from './pages/browser.ts';
import { GraphPageObject } from './pages/graph-page.ts';
import { OverviewPageObject } from './pages/overview-page.ts';

const browser = new TestBrowser();
let overview: OverviewPageObject;
let complaints: Complaints;

beforeEach(async () => {
  const opened = await browser.open();
  overview = new OverviewPageObject(opened.page);
  complaints = opened.complaints;
});

afterEach(async () => {
  await overview.page.context().close();
  expect(complaints.texts).toEqual([]);
});

afterAll(() => browser.close());

const worstFirst = ['Failing', 'Degraded', 'Unknown', 'Healthy', 'Idle', 'Not in mesh'];

describe('a reader who comes in the morning', () => {
  test('sees every namespace with workloads, the worst first', async () => {
    await overview.open();
    const namespaces = await overview.namespaces();
    expect(namespaces.map(({ name }) => name).sort()).toEqual([
      'bookinfo',
      'broken',
      'external',
      'istio-system',
      'legacy',
      'observability',
      'shop',
    ]);
    const ranks = namespaces.map(({ health }) => worstFirst.indexOf(health));
    expect(ranks).not.toContain(-1);
    expect(ranks).toEqual([...ranks].sort((a, b) => a - b));
    expect(namespaces[0]).toEqual({ name: 'broken', health: 'Failing' });
    const graph = new GraphPageObject(overview.page);
    await graph.picture('overview-light');
  });

  test('reads why a namespace fails, with its proof', async () => {
    await overview.open();
    const row = overview.health.getByRole('row').filter({ hasText: 'broken' });
    await row.getByText(/100\s%\sof requests to alpha fail/).waitFor();
    await row.getByRole('button', { name: 'Why broken is failing' }).click();
    const why = overview.page.getByRole('dialog', { name: 'Why broken is failing' });
    await why
      .getByText(/requests to beta fail/)
      .first()
      .waitFor();
    await why.getByText('Series').first().waitFor();
  });

  test.each(['Top error rates', 'Slowest services', 'Outside the mesh'])(
    'finds rows in the card "%s"',
    async (title) => {
      await overview.open();
      await overview.card(title).getByRole('row').nth(2).waitFor();
    },
  );

  test('sees where the figures come from', async () => {
    await overview.open();
    const card = overview.card('Sources and data quality');
    for (const source of ['Prometheus', 'Kubernetes', 'istiod'])
      await card.getByText(source, { exact: true }).waitFor();
  });
});

describe('a way into the graph', () => {
  test('leads from a namespace to its graph, in the same time range', async () => {
    await overview.open('?from=now-30m&to=now');
    await overview.health.getByRole('link', { name: 'broken' }).click();
    await overview.onGraphPage();
    expect(overview.parameter('namespaces')).toBe('broken');
    expect(overview.parameter('from')).toBe('now-30m');
  });

  test('leads from the failing calls to the graph that marks them', async () => {
    await overview.open();
    await overview.card('Top error rates').getByRole('link', { name: 'Graph' }).click();
    await overview.onGraphPage();
    const graph = new GraphPageObject(overview.page);
    await expect.poll(() => graph.find.inputValue()).toBe('errors > 0');
  });

  test('leads from one failing call to what is known of it', async () => {
    await overview.open();
    const link = overview.card('Top error rates').getByRole('link', { name: /alpha v1 → beta/ });
    await link.click();
    await overview.onGraphPage();
    const graph = new GraphPageObject(overview.page);
    await expect.poll(() => graph.title()).toMatch(/alpha v1 → beta/);
  });
});

test('the overview is there in dark and on a phone', async () => {
  for (const options of [{ colorScheme: 'dark' }, { isNarrow: true }] as const) {
    const opened = await browser.open(options);
    const page = new OverviewPageObject(opened.page);
    await page.open();
    await page.card('Sources and data quality').getByText('Prometheus', { exact: true }).waitFor();
    const graph = new GraphPageObject(opened.page);
    await graph.expectNoSidewaysScroll();
    await graph.picture('isNarrow' in options ? 'overview-narrow' : 'overview-dark');
    expect(opened.complaints.texts).toEqual([]);
    await opened.page.context().close();
  }
});
