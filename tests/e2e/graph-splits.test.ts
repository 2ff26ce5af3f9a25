import { afterAll, afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type Complaints, TestBrowser } from './pages/browser.ts';
import { GraphPageObject } from './pages/graph-page.ts';

const browser = new TestBrowser();
let graph: GraphPageObject;
let complaints: Complaints;

beforeEach(async () => {
  const opened = await browser.open();
  graph = new GraphPageObject(opened.page);
  complaints = opened.complaints;
});

afterEach(async () => {
  await graph.page.context().close();
  expect(complaints.texts).toEqual([]);
});

afterAll(() => browser.close());

/** Verdicts come from logs, after the graph itself. */
const verdictMs = 60_000;

describe('which caller ignores the split?', () => {
  test('the graph names checkout, its edge says how far it is off, and the canary has the proof', async () => {
    await graph.open('?namespaces=bookinfo,shop&services=false');
    const splits = graph.panel.getByRole('region', { name: 'Splits not as configured' });
    await splits.waitFor({ timeout: verdictMs });
    const rows = await splits.getByRole('button').allInnerTexts();
    expect(rows.map((row) => row.replaceAll(/\s+/g, ' ').trim()).sort()).toEqual([
      'checkout → catalog v1 checkout',
      'checkout → catalog v2 checkout',
    ]);
    await graph.arranged();
    await graph.page.getByRole('region', { name: 'Legend' }).getByText('split mismatch').waitFor();
    await graph.picture('graph-split-mismatch');

    await splits.getByRole('button', { name: /catalog v2/ }).click();
    const split = graph.panel.getByRole('region', { name: 'Split', exact: true });
    await split.getByText('25 %', { exact: true }).waitFor();
    await split.getByText('Mismatch', { exact: true }).waitFor();
    await split.getByText(/checkout splits/).waitFor();
    await graph.page
      .getByRole('status')
      .getByText(/split not as configured by checkout/)
      .waitFor();
    await split.getByRole('link').click();
    const isCanary = (url: URL) => url.pathname === '/canaries/httproute/shop/catalog-mesh/1';
    await graph.page.waitForURL(isCanary, { waitUntil: 'commit', timeout: verdictMs });
  });

  test('its row in the table and its cell in the matrix say the same in words', async () => {
    await graph.open('?namespaces=bookinfo,shop&services=false&view=table');
    const row = graph.edgeRow('checkout', 'catalog v2');
    await row.getByText('Mismatch').waitFor({ timeout: verdictMs });
    await row.getByText('25.0', { exact: true }).waitFor();
    await graph.edgeRow('wordpress v1', 'catalog v2').getByText('Consistent').waitFor();
    await graph.open('?namespaces=shop&services=false&view=matrix');
    await graph.page
      .getByRole('cell', { name: /^checkout to catalog v2: .*not as configured by checkout/ })
      .waitFor();
  });

  test('behind a service the caller is named, and a split that is kept says that, too', async () => {
    await graph.open('?namespaces=bookinfo,shop&view=table');
    await graph.edgeRow('catalog', 'catalog v2').getByText('checkout').waitFor({ timeout: verdictMs });
    await graph.edgeRow('reviews', 'reviews v1').click();
    const split = graph.panel.getByRole('region', { name: 'Split', exact: true });
    await split.getByText('Consistent', { exact: true }).waitFor();
  });
});

test('without an answer about canaries the graph stands, and a line says what it lacks', async () => {
  await graph.page.route('**/api/canaries?**', (route) => route.abort());
  await graph.open('?namespaces=shop');
  await graph.arranged();
  await graph.page
    .getByText(/^Whether splits are as configured is not known/)
    .waitFor({ timeout: verdictMs });
  complaints.texts.length = 0;
});
