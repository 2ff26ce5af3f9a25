import { afterAll, afterEach, beforeEach, describe, expect, test } from 'vitest';
import { baseUrl } from '#tests/support/base-url.ts';
import { controlsOf, walkByTab } from './pages/accessibility.ts';
import { type Complaints, TestBrowser } from './pages/browser.ts';
import { GraphPageObject } from './pages/graph-page.ts';
import { ShellObject } from './pages/shell.ts';

const browser = new TestBrowser();
let shell: ShellObject;
let complaints: Complaints;

beforeEach(async () => {
  const opened = await browser.open();
  shell = new ShellObject(opened.page);
  complaints = opened.complaints;
});

afterEach(async () => {
  await shell.page.context().close();
  expect(complaints.texts).toEqual([]);
});

afterAll(() => browser.close());

describe('the palette', () => {
  test('goes to a page and selects a node of the graph by name', async () => {
    await shell.open('/overview');
    await shell.choose('graph', /^Graph/);
    await expect.poll(() => new URL(shell.page.url()).pathname).toBe('/graph');
    await new GraphPageObject(shell.page).arranged();
    await shell.choose('productpage', /^productpage/);
    await expect.poll(() => shell.parameter('selected')).toMatch(/^node:.*productpage/);
  });

  test('runs an action, and says when nothing has the name', async () => {
    await shell.open('/overview');
    await shell.openPalette();
    await shell.palette.getByRole('combobox').fill('qqqq');
    await shell.palette.getByText('Nothing has this name here.').waitFor();
    await shell.page.keyboard.press('Escape');
    await shell.palette.waitFor({ state: 'hidden' });
    await shell.choose('kiosk', /^Kiosk mode/);
    await expect.poll(() => shell.parameter('kiosk')).toBe('1');
    await shell.masthead.waitFor({ state: 'hidden' });
    await shell.page.getByRole('button', { name: 'Leave kiosk mode' }).click();
    await shell.masthead.waitFor();
    expect(shell.parameter('kiosk')).toBeNull();
  });
});

describe('single keys', () => {
  test('are listed behind the question mark, and can be switched off for good', async () => {
    await shell.open('/graph');
    await shell.page.keyboard.press('?');
    await shell.sheet.getByText('Show the matrix').waitFor();
    await shell.sheet.getByText('Refresh now').waitFor();
    await shell.sheet.getByLabel('Single-key shortcuts').click();
    await shell.page.keyboard.press('Escape');
    await shell.sheet.waitFor({ state: 'hidden' });
    await shell.page.keyboard.press('t');
    await shell.openPalette();
    expect(shell.parameter('view')).toBeNull();
    await shell.page.reload();
    await shell.page
      .getByText(/\d+ nodes?/)
      .first()
      .waitFor();
    await shell.page.keyboard.press('?');
    await shell.openPalette();
    expect(await shell.sheet.isVisible()).toBe(false);
  });
});

describe('the theme', () => {
  test('comes painted from the server after it was chosen, so that nothing flashes', async () => {
    await shell.open('/overview');
    await shell.masthead.getByRole('button', { name: /^Theme:/ }).click();
    await shell.page.getByRole('menuitemradio', { name: 'Dark' }).click();
    const dark = await shell.page.evaluate(() => getComputedStyle(document.body).backgroundColor);
    expect(dark).not.toBe('rgb(255, 255, 255)');
    const answer = await shell.page.request.get(`${baseUrl()}/overview`);
    expect(await answer.text()).toMatch(/<html[^>]* data-theme="dark"/);
    await shell.page.reload();
    await shell.masthead.getByRole('button', { name: 'Theme: Dark' }).waitFor();
  });
});

describe('the scope', () => {
  test('of one namespace narrows the graph, and the address says so', async () => {
    const graph = new GraphPageObject(shell.page);
    await graph.open();
    const all = await graph.counts();
    await shell.masthead.getByRole('button', { name: /^Namespaces:/ }).click();
    const list = shell.page.getByRole('dialog', { name: 'Namespaces' });
    await list.getByRole('combobox').fill('broken');
    await list.getByRole('option', { name: /broken/ }).hover();
    await list.getByText('only', { exact: true }).click();
    await shell.page.keyboard.press('Escape');
    await expect.poll(() => shell.parameter('namespaces')).toBe('broken');
    await expect.poll(async () => (await graph.counts()).nodes).toBeLessThan(all.nodes);
    await shell.masthead.getByRole('button', { name: 'Namespaces: broken' }).waitFor();
  });

  test('moves in time: a quick range, a fixed one, a step back and on to now', async () => {
    await shell.open('/overview');
    await (await shell.openTimeRange()).getByRole('button', { name: /^Last 1\sh$/ }).click();
    await expect.poll(() => shell.parameter('from')).toBe('now-1h');
    const range = await shell.openTimeRange();
    await range.getByLabel('From').fill('yesterday');
    await range.getByRole('button', { name: 'Apply' }).click();
    await range.getByRole('alert').getByText('"yesterday" (from) is not a time').waitFor();
    const nowMs = Date.now();
    const hourAgo = new Date(nowMs - 3_600_000).toISOString();
    const halfHourAgo = new Date(nowMs - 1_800_000).toISOString();
    await range.getByLabel('From').fill(hourAgo);
    await range.getByLabel('To').fill(halfHourAgo);
    await range.getByRole('button', { name: 'Apply' }).click();
    await expect.poll(() => shell.parameter('to')).toBe(halfHourAgo);
    await shell.masthead.getByRole('button', { name: 'Step back' }).click();
    await expect.poll(() => shell.parameter('to')).toBe(hourAgo);
    await shell.masthead.getByRole('button', { name: 'Step forward' }).click();
    await expect.poll(() => shell.parameter('to')).toBe(halfHourAgo);
  });

  test('is copied as a link that shows the same tomorrow', async () => {
    await shell.open('/overview');
    await (await shell.openTimeRange()).getByRole('button', { name: 'Copy absolute link' }).click();
    await shell.page.getByText('Link copied').waitFor();
    const link = new URL(await shell.page.evaluate(() => navigator.clipboard.readText()));
    const seconds = ['from', 'to'].map((end) => Date.parse(link.searchParams.get(end) ?? '') / 1000);
    expect((seconds[1] ?? 0) - (seconds[0] ?? 0)).toBeCloseTo(600, 0);
    expect(link.searchParams.get('namespaces')).toContain('bookinfo');
  });
});

describe('the masthead', () => {
  test('names every source and how it is', async () => {
    await shell.open('/overview');
    await shell.masthead.getByRole('button', { name: '4 sources' }).click();
    const sources = shell.page.getByRole('dialog', { name: 'Sources' });
    const text = (await sources.innerText()).replaceAll(/\s+/g, ' ');
    expect(text).toBe(
      'Sources Prometheus answers Kubernetes answers istiod answers Traces answers The recorded mesh traces one in 10 of the requests that come in through the gateways, and every request of the programs that call on a timer. Grafana not in use The demo has no Grafana, so nothing links there.',
    );
  });

  test('names what it did not understand of the address', async () => {
    await shell.open('/graph?refresh=7s&type=pods&from=soon');
    const warnings = await shell.warnings();
    expect(warnings).toContain('"refresh" in the address was ignored: "7s" is none of');
    expect(warnings).toContain('"soon" (from) is not a time');
    await shell.page.getByText('"type" in the address was ignored: "pods" is none of').waitFor();
  });
});

describe.each(['/overview', '/graph', '/graph?view=table', '/graph?view=matrix'])('%s', (address) => {
  test('gives every control a name', async () => {
    await shell.open(address);
    const controls = await controlsOf(shell.page);
    expect(controls.length).toBeGreaterThan(15);
    expect(controls.filter(({ name }) => name === '')).toEqual([]);
  });

  test('shows where the focus is', async () => {
    await shell.open(address);
    const walked = await walkByTab(shell.page, 30);
    expect(walked.length).toBeGreaterThan(20);
    expect(walked.filter(({ isSeen }) => !isSeen)).toEqual([]);
  });
});

test.each(['/overview', '/graph', '/graph?view=table'])('%s fits a phone', async (address) => {
  const phone = await browser.open({ isNarrow: true });
  const narrow = new ShellObject(phone.page);
  await narrow.open(address);
  await new GraphPageObject(phone.page).expectNoSidewaysScroll();
  expect((await controlsOf(phone.page)).filter(({ name }) => name === '')).toEqual([]);
  await narrow.masthead.getByRole('button', { name: 'Menu' }).click();
  await phone.page.getByRole('dialog').getByText('Prometheus').waitFor();
  expect(phone.complaints.texts).toEqual([]);
  await phone.page.context().close();
});

test('a phone reaches find, hide, display, times, files and views behind "More"', async () => {
  const phone = await browser.open({ isNarrow: true });
  const graph = new GraphPageObject(phone.page);
  await graph.open();
  await phone.page.getByRole('button', { name: 'More' }).click();
  const more = phone.page.getByRole('dialog', { name: 'More' });
  await graph.find.fill('errors > 0');
  await expect.poll(() => graph.parameter('find')).toBe('errors > 0');
  await graph.find.press('Enter');
  for (const name of [/^Boxes:/, /^Labels:/, /^Show:/, 'Compare', 'Replay', 'Export', 'Views'])
    await more.getByRole('button', { name }).waitFor();
  await graph.toggle('Labels', 'p95');
  await expect.poll(() => graph.parameter('labels')).toContain('p95');
  await graph.expectNoSidewaysScroll();
  expect(phone.complaints.texts).toEqual([]);
  await phone.page.context().close();
});
