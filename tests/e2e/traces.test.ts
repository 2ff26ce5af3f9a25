import { afterAll, afterEach, beforeEach, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { findOfTrace } from '#components/traces/find-of-trace.ts';
import { graphSchema } from '#lib/contract/graph.ts';
import { traceSchema, tracesSchema } from '#lib/contract/traces.ts';
import { findInGraph } from '#lib/find/find-in-graph.ts';
import { parseFind } from '#lib/find/parse-find.ts';
import { baseUrl } from '#tests/support/base-url.ts';
import { type Complaints, TestBrowser } from './pages/browser.ts';
import { TracesPageObject } from './pages/traces-page.ts';

const browser = new TestBrowser();
let traces: TracesPageObject;
let complaints: Complaints;

beforeEach(async () => {
  const opened = await browser.open();
  traces = new TracesPageObject(opened.page);
  complaints = opened.complaints;
});

afterEach(async () => {
  await traces.page.context().close();
  // Chromium itself logs every answer that is no success; the page must add nothing to that.
  expect(complaints.texts.filter((text) => !text.includes('Failed to load resource'))).toEqual([]);
});

afterAll(() => browser.close());

const envelope = z.object({ data: z.unknown() });

async function ask<Schema extends z.ZodType>(path: string, schema: Schema): Promise<z.output<Schema>> {
  const response = await fetch(`${baseUrl()}${path}`);
  expect(response.status).toBe(200);
  return schema.parse(envelope.parse(await response.json()).data);
}

/** Ids of the traces that a search finds, newest first. */
async function idsOf(query: string): Promise<string[]> {
  const { traces: found } = await ask(`/api/traces?${query}`, tracesSchema);
  return found.map(({ traceId }) => traceId);
}

describe('a reader who looks for failures of reviews', () => {
  test('finds them, opens one, reads what failed and goes to its workload', async () => {
    await traces.open('/traces?from=now-1h&to=now');
    await traces.rows.first().waitFor();
    await traces.fill('Service', 'reviews.bookinfo');
    await expect.poll(() => traces.parameter('service')).toBe('reviews.bookinfo');
    await traces.page.getByLabel('Errors only').click();
    await expect.poll(() => traces.parameter('errors')).toBe('true');
    // The former answer stands until the next one is there.
    await expect
      .poll(async () => (await traces.errorCounts()).includes('0'), { timeout: 40_000 })
      .toBe(false);
    await traces.picture('traces-light');
    await traces.openFirst();
    await traces.page
      .getByRole('treeitem', { name: /Failed$/ })
      .last()
      .click();
    const story = traces.details.getByRole('region', { name: 'What happened' });
    expect(await story.innerText()).toMatch(/answered|got|no answer|sent|received/);
    await traces.details.getByRole('region', { name: 'Compared with the usual' }).waitFor();
    await traces.picture('trace-light');
    await traces.details.getByRole('link', { name: 'Workload', exact: true }).click();
    await expect.poll(() => traces.pathname()).toMatch(/^\/workloads\/[^/]+\/[^/]+$/);
    expect(traces.parameter('from')).toBe('now-1h');
  });

  test('is told what is wrong with a tag, and nothing is asked until it is right', async () => {
    await traces.open('/traces');
    await traces.rows.first().waitFor();
    await traces.fill('Tags', 'http.status_code');
    await traces.page
      .getByRole('alert')
      .filter({ hasText: '“http.status_code” is no pair: write key=value, such as http.status_code=503.' })
      .waitFor();
    await traces.page.getByText('The search was not asked').waitFor();
    await traces.fill('Tags', 'http.status_code=200');
    await traces.rows.first().waitFor();
    expect(traces.parameter('tags')).toBe('http.status_code=200');
  });

  test('zooms into a time by dragging over the plot', async () => {
    await traces.open('/traces?from=now-10m&to=now&refresh=off');
    await traces.dragOverPlot();
    await expect.poll(() => traces.parameter('to')).toMatch(/^20\d\d-.*Z$/);
    const length = Date.parse(traces.parameter('to') ?? '') - Date.parse(traces.parameter('from') ?? '');
    expect(length).toBeGreaterThan(60_000);
    expect(length).toBeLessThan(300_000);
  });

  test('is told why there is nothing, and can drop the filters', async () => {
    await traces.open('/traces');
    await traces.rows.first().waitFor();
    await traces.fill('At least', '1h');
    await traces.page.getByText('“1h” is no duration: write 200ms, 1.5s or 2min.').waitFor();
    await traces.fill('At least', '20min');
    await traces.page.getByText('No traces in this time range').waitFor();
    await traces.page.getByRole('button', { name: 'Search without filters' }).click();
    await traces.rows.first().waitFor();
    expect(traces.parameter('min')).toBeNull();
  });
});

describe('a trace', () => {
  test('is walked through, folded and opened by keys alone', async () => {
    // A request that failed early has too few spans to fold.
    const { traces: found } = await ask('/api/traces?service=productpage.bookinfo&limit=20', tracesSchema);
    const large = found.find(({ spanCount }) => spanCount > 3);
    await traces.open(`/traces/${large?.traceId}`);
    await traces.spans.nth(3).waitFor();
    const all = await traces.spans.count();
    await traces.spans.first().focus();
    await traces.page.keyboard.press('ArrowDown');
    await expect
      .poll(() => traces.spans.nth(1).evaluate((span) => span === document.activeElement))
      .toBe(true);
    await traces.page.keyboard.press('ArrowLeft');
    await expect.poll(() => traces.spans.count()).toBeLessThan(all);
    await traces.page.keyboard.press('ArrowRight');
    await expect.poll(() => traces.spans.count()).toBe(all);
    await traces.page.keyboard.press('Enter');
    await traces.details.waitFor();
    expect(traces.parameter('span')).not.toBeNull();
  });

  test('is searched, and the first match opens', async () => {
    const [id] = await idsOf('service=reviews.bookinfo&limit=1');
    await traces.open(`/traces/${id}`);
    await traces.spans.first().waitFor();
    const field = traces.page.getByRole('searchbox', { name: 'Search the spans' });
    await field.fill('reviews-v');
    await traces.page.getByText(/^0 of \d+ spans?$/).waitFor();
    await field.press('Enter');
    await traces.details.waitFor();
    await traces.page.getByText(/^1 of \d+ spans?$/).waitFor();
  });

  test('is marked on the graph: its calls and no other', async () => {
    const [id = ''] = await idsOf('service=reviews.bookinfo&limit=1');
    const { spans } = await ask(`/api/traces/${id}`, traceSchema);
    const asked = findOfTrace(spans);
    const answer = parseFind(asked?.find ?? '');
    if (asked === undefined || !answer.isValid || answer.expression === undefined)
      throw new Error('The trace cannot be shown on the graph');
    const graph = await ask(`/api/graph?namespaces=${asked.namespaces.join(',')}`, graphSchema);
    const calls = new Set(spans.flatMap(({ story }) => story.edgeIds ?? []));
    const drawn = graph.edges.map((edge) => edge.id).filter((edge) => calls.has(edge));
    expect(drawn.length).toBeGreaterThan(2);
    expect([...findInGraph(graph, answer.expression).edges].sort()).toEqual(drawn.sort());
    await traces.open(`/traces/${id}`);
    await traces.page.getByRole('link', { name: 'Show on graph' }).click();
    await expect.poll(() => traces.parameter('find')).toBe(asked.find);
    await traces.page.getByRole('application', { name: /^Mesh graph/ }).waitFor();
  });

  test('is compared with another of the same operation', async () => {
    await traces.open('/traces?service=productpage.bookinfo&refresh=off');
    await traces.rows.nth(1).getByRole('checkbox').click();
    await traces.page.getByText('Choose a second one of the same operation.').waitFor();
    await traces.rows.nth(2).getByRole('checkbox').click();
    await traces.page.getByRole('link', { name: 'Compare', exact: true }).click();
    await traces.page.getByText(/^B took|^Both took/).waitFor();
    await traces.page.getByRole('row').nth(2).waitFor();
    expect(traces.pathname()).toBe('/traces/compare');
    await traces.picture('traces-compare-light');
  });

  test('that the store does not have says so', async () => {
    await traces.open('/traces/0000000000000000000000000000beef');
    await traces.page.getByRole('alert').getByText('0000000000000000000000000000beef').waitFor();
  });
});

test.each(['/traces', '/workloads/bookinfo/reviews-v2?tab=traces'])(
  '%s fits a narrow screen',
  async (address) => {
    const narrow = await browser.open({ isNarrow: true, colorScheme: 'dark' });
    const page = new TracesPageObject(narrow.page);
    await page.open(address);
    await page.rows.first().waitFor();
    expect(await page.hasSidewaysScroll()).toBe(false);
    await page.openFirst();
    await page.spans.first().click();
    await page.details.waitFor();
    expect(await page.hasSidewaysScroll()).toBe(false);
    await narrow.page.context().close();
  },
);
