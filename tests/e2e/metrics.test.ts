import { afterAll, afterEach, beforeEach, describe, expect, test } from 'vitest';
import { baseUrl } from '#tests/support/base-url.ts';
import { type Complaints, TestBrowser } from './pages/browser.ts';
import { GraphPageObject } from './pages/graph-page.ts';
import { MetricsPageObject } from './pages/metrics-page.ts';

const browser = new TestBrowser();
let metrics: MetricsPageObject;
let complaints: Complaints;

const reviews = '/workloads/bookinfo/reviews-v2?tab=inbound&from=now-30m&to=now&refresh=off';

beforeEach(async () => {
  const opened = await browser.open();
  metrics = new MetricsPageObject(opened.page);
  complaints = opened.complaints;
});

afterEach(async () => {
  await metrics.page.context().close();
  expect(complaints.texts).toEqual([]);
});

afterAll(() => browser.close());

describe('a reader of the inbound metrics of reviews-v2', () => {
  test('groups them by answer, and has a line for each', async () => {
    await metrics.open(reviews);
    expect(await metrics.lines('Request volume')).toBe(1);
    await metrics.groupBy('response_code');
    await metrics.page.getByRole('button', { name: 'Show 200', exact: true }).waitFor();
    expect(metrics.parameter('groupBy')).toBe('response_code');
    await expect.poll(() => metrics.lines('Request volume')).toBeGreaterThan(1);
    const before = await metrics.lines('Request volume');
    await metrics.page.getByRole('button', { name: 'Show 200', exact: true }).click();
    await expect.poll(() => metrics.lines('Request volume')).toBe(before - 1);
  });

  test('drags across a chart, and the page looks at that time', async () => {
    await metrics.open(reviews);
    await metrics.brush('Request volume', { from: 0.4, to: 0.6 });
    await metrics.page.waitForURL((url) => url.searchParams.get('to') !== 'now');
    const [from, to] = ['from', 'to'].map((end) => Date.parse(metrics.parameter(end) ?? ''));
    const minutes = ((to ?? 0) - (from ?? 0)) / 60_000;
    expect(minutes).toBeGreaterThan(5);
    expect(minutes).toBeLessThan(9);
    await metrics.page.goBack();
    expect(metrics.parameter('to')).toBe('now');
  });

  test('copies the PromQL of a quantile', async () => {
    await metrics.open(reviews);
    const queries = await metrics.openQueries('Duration');
    await queries.getByRole('button', { name: 'Copy PromQL of p95' }).click();
    const copied = await metrics.page.evaluate(() => navigator.clipboard.readText());
    expect(copied).toMatch(
      /^histogram_quantile\(0\.95, sum by \(reporter, le\) \(rate\(istio_request_duration/,
    );
    expect(copied).toContain('destination_workload="reviews-v2"');
  });

  test('reads the figures of one moment, and only of the chart under the pointer', async () => {
    await metrics.open(reviews);
    await metrics.chart('Duration').locator('.recharts-surface').first().hover();
    await expect.poll(() => metrics.chart('Duration').getByRole('status').innerText()).toMatch(/p95/);
    expect(await metrics.chart('Request volume').getByRole('status').count()).toBe(0);
    await expect
      .poll(() => metrics.chart('Request volume').locator('.recharts-tooltip-cursor').count())
      .toBe(1);
  });

  test('expands one chart, asks for that alone, and comes back', async () => {
    await metrics.open(reviews);
    await metrics.page.getByRole('button', { name: 'Expand Duration' }).click();
    await metrics.chart('Duration').getByRole('row', { name: /p99/ }).waitFor();
    expect(metrics.parameter('chart')).toBe('duration');
    expect(await metrics.chart('Request volume').count()).toBe(0);
    await metrics.page.getByRole('button', { name: 'All charts' }).click();
    await metrics.chart('Request volume').waitFor();
  });

  test('goes from a dot over the duration to its trace', async () => {
    await metrics.open('/workloads/bookinfo/reviews-v2?tab=inbound&from=now-5m&to=now&refresh=off');
    const dot = metrics.chart('Duration').locator('[data-kind="trace"]').last();
    await dot.waitFor();
    // Not by its place: dots lie on each other, and move while the newest answers come in.
    await dot.dispatchEvent('click');
    await metrics.page.waitForURL((url) => /^\/traces\/[0-9a-f]+$/.test(url.pathname));
  });

  test('switches the dots off in the address', async () => {
    await metrics.open(reviews);
    await metrics.page.getByRole('button', { name: 'Traces', exact: true }).click();
    await expect.poll(() => metrics.parameter('dots')).toBe('false');
    await expect.poll(() => metrics.chart('Duration').locator('[data-kind]').count()).toBe(0);
  });
});

test('charts of both reporters stand side by side', async () => {
  await metrics.page.goto(`${baseUrl()}/workloads/bookinfo/ratings-v1?tab=inbound&reporter=both`);
  await metrics.chart('Duration, by callers').waitFor();
  await metrics.chart('Duration, by the called side').waitFor();
});

test('what has no HTTP says so, and shows its TCP', async () => {
  await metrics.page.goto(`${baseUrl()}/workloads/shop/mysql?tab=inbound`);
  await metrics.chart('TCP bytes received').locator('.recharts-line').first().waitFor({ state: 'attached' });
  await metrics.page.getByText('No HTTP in this time range').waitFor();
});

test('the charts are there in dark and on a phone', async () => {
  for (const options of [{ colorScheme: 'dark' }, { isNarrow: true }] as const) {
    const opened = await browser.open(options);
    const page = new MetricsPageObject(opened.page);
    await page.open(`${reviews}&groupBy=response_code`);
    const graph = new GraphPageObject(opened.page);
    await graph.expectNoSidewaysScroll();
    await graph.picture('isNarrow' in options ? 'metrics-narrow' : 'metrics-dark');
    expect(opened.complaints.texts).toEqual([]);
    await opened.page.context().close();
  }
});
