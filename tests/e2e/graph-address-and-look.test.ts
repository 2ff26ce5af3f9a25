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

describe('an address', () => {
  test('brings everything back in another browser', async () => {
    await graph.open();
    await graph.chooseType('Workload');
    await graph.toggle('Boxes', 'app');
    await graph.toggle('Labels', 'p95');
    await graph.find.fill('degraded OR failing');
    await graph.show('Table');
    await graph.edgeRow('reviews-v2', 'ratings').click();
    await expect.poll(() => graph.parameter('selected')).toMatch(/^edge:/);
    await expect.poll(() => graph.title()).toMatch(/→/);
    const title = await graph.title();
    const address = new URL(graph.page.url()).search;

    const other = await browser.open();
    const copy = new GraphPageObject(other.page);
    await copy.open(address);
    await expect.poll(() => copy.title()).toBe(title);
    await copy.page.getByRole('button', { name: 'Graph type: Workload' }).waitFor();
    expect(await copy.page.getByRole('button', { name: /^Boxes:/ }).innerText()).toContain('app');
    expect(await copy.page.getByRole('button', { name: /^Labels:/ }).innerText()).toContain('p95');
    expect(await copy.find.inputValue()).toBe('degraded OR failing');
    expect(new URL(copy.page.url()).search).toBe(address);
    expect(other.complaints.texts).toEqual([]);
    await other.page.context().close();
  });

  test('with nonsense still opens the graph', async () => {
    await graph.open('?type=pods&depth=99&selected=edge:gone&find=errors+%3E');
    expect((await graph.counts()).nodes).toBeGreaterThan(20);
  });
});

describe('a reader who looks at time', () => {
  test('compares with an hour before and steps through a replay', async () => {
    await graph.open('?compare=1h');
    await graph.panel.getByRole('heading', { name: 'Compared with 1 hour earlier' }).waitFor();
    await graph.page.getByRole('button', { name: 'Replay' }).click();
    const bar = graph.page.getByRole('region', { name: 'Replay' });
    await bar.getByText('1 of 10').waitFor();
    await bar.getByRole('button', { name: 'Next frame' }).click();
    await bar.getByText('2 of 10').waitFor();
    await bar.getByRole('button', { name: 'End replay' }).click();
    await expect.poll(() => graph.parameter('replay')).toBeNull();
  });

  test('focuses on what a node calls', async () => {
    await graph.open('?view=table&tab=nodes');
    const before = await graph.counts();
    await graph.page.getByRole('cell', { name: 'productpage', exact: true }).first().click();
    await graph.panel.getByRole('button', { name: 'Downstream' }).click();
    const bar = graph.page.getByRole('region', { name: 'Focus' });
    await bar.getByLabel('Only this path').click();
    await expect.poll(async () => (await graph.counts()).nodes).toBeLessThan(before.nodes);
    await bar.getByRole('button', { name: 'End focus' }).click();
    await expect.poll(async () => (await graph.counts()).nodes).toBe(before.nodes);
  });
});

describe('the look', () => {
  test('is there in dark', async () => {
    const dark = await browser.open({ colorScheme: 'dark' });
    const page = new GraphPageObject(dark.page);
    await page.open();
    const background = await dark.page.evaluate(() => getComputedStyle(document.body).backgroundColor);
    expect(background).not.toBe('rgb(255, 255, 255)');
    await page.arranged();
    await page.picture('graph-dark');
    expect(dark.complaints.texts).toEqual([]);
    await dark.page.context().close();
  });

  test('fits a phone, with the panel below the drawing', async () => {
    const phone = await browser.open({ isNarrow: true });
    const page = new GraphPageObject(phone.page);
    await page.open('?view=table');
    await page.edgeRow('reviews v2', 'ratings').click();
    await expect.poll(() => page.title()).toMatch(/reviews v2 → ratings/);
    await page.show('Graph');
    await page.expectNoSidewaysScroll();
    await page.arranged();
    await page.picture('graph-narrow');
    expect(phone.complaints.texts).toEqual([]);
    await phone.page.context().close();
  });
});
