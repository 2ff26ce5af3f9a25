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

describe('a reader who opens the demo', () => {
  test('sees the mesh, its size, its worst things and its legend', async () => {
    await graph.open();
    const { nodes, edges } = await graph.counts();
    expect(nodes).toBeGreaterThan(20);
    expect(edges).toBeGreaterThan(20);
    await graph.panel.getByRole('heading', { name: 'Needs a look' }).waitFor();
    await graph.panel.getByRole('heading', { name: 'Data quality' }).waitFor();
    await graph.arranged();
    await graph.picture('graph-light');
  });

  test.each([
    ['Workload', 'workload'],
    ['App', 'app'],
    ['Service', 'service'],
  ])('can look at it by %s, which the address remembers', async (title, type) => {
    await graph.open();
    await graph.chooseType(title);
    expect(graph.parameter('type')).toBe(type);
    await graph.show('Table');
    await graph.page.getByRole('tab', { name: /^Nodes/ }).click();
    await graph.page
      .getByRole('cell', { name: type === 'service' ? 'Service' : title, exact: true })
      .first()
      .waitFor();
    await graph.show('Graph');
    await graph.arranged();
    await graph.picture(`graph-${type}`);
    await graph.chooseType('Versioned app');
    expect(graph.parameter('type')).toBeNull();
  });
});

describe('a reader who wants to know about one call', () => {
  test('reads its codes, what a flag means, and both reporters', async () => {
    // Two or three requests of ten minutes meet the fault: sometimes none does.
    await graph.open('?view=table&from=now-1h&to=now');
    await graph.edgeRow('reviews v2', 'ratings').click();
    await expect.poll(() => graph.title()).toMatch(/reviews v2 → ratings/);
    const codes = graph.panel.getByRole('region', { name: 'Codes and flags' });
    await codes.getByText('200', { exact: true }).first().waitFor();
    await codes.getByRole('button', { name: 'FI' }).focus();
    await graph.page
      .getByRole('tooltip')
      .getByText(/fault that is configured/)
      .waitFor();
    const reporters = graph.panel.getByRole('region', { name: /reporter/i });
    await reporters.getByText('source', { exact: true }).waitFor();
    await reporters.getByText('destination', { exact: true }).waitFor();
    await graph.panel.getByRole('application', { name: /Traffic over the time range/ }).press('ArrowRight');
    await graph.panel.getByRole('status').getByText('Rate').waitFor();
    await graph.show('Graph');
    await graph.arranged();
    await graph.picture('graph-edge');
  });

  test('reads why the two reporters differ', async () => {
    await graph.open('?view=table&find=reportersdiffer');
    await graph.edgeRow('productpage v1', 'ratings').click();
    await graph.panel.getByText(/differ by/).waitFor();
    await graph.panel.getByRole('button', { name: 'Why the reporters differ' }).click();
    await graph.page
      .getByRole('dialog', { name: 'Why the reporters differ' })
      .getByText(/counted/)
      .waitFor();
  });

  test('reads why unknown callers get in', async () => {
    await graph.open('?view=table&tab=nodes');
    await graph.page.getByRole('searchbox', { name: 'Filter nodes' }).fill('unknown');
    await graph.page.getByRole('cell', { name: 'unknown', exact: true }).first().click();
    const why = graph.panel.getByRole('heading', { name: 'What this is' });
    await why.waitFor();
    await graph.panel
      .getByText(/PERMISSIVE/)
      .first()
      .waitFor();
    await graph.panel.getByText('legacy/batch').first().waitFor();
    await graph.show('Graph');
    await graph.arranged();
    await graph.picture('graph-unknown');
  });
});

describe('a reader who looks for something', () => {
  test('finds calls with errors, and reads how many', async () => {
    await graph.open();
    await graph.find.fill('errors > 1%');
    const count = graph.page.getByRole('status', { name: /matches|match$/ });
    await count.waitFor();
    expect(Number(await count.innerText())).toBeGreaterThan(0);
    expect(graph.parameter('find')).toBe('errors > 1%');
  });

  test('is helped to write the expression, and told where it is wrong', async () => {
    await graph.open();
    await graph.find.fill('outof');
    await graph.page.getByRole('option', { name: /^outofmesh/ }).click();
    await expect.poll(() => graph.find.inputValue()).toBe('outofmesh ');
    await graph.find.fill('errors contains 1');
    await graph.page.getByText('"errors" is a number').waitFor();
    await graph.find.press('Escape');
    await graph.find.press('Escape');
    await expect.poll(() => graph.parameter('find')).toBeNull();
  });

  test('hides what does not matter, and the count says so', async () => {
    await graph.open('?show=badges,outOfMesh,idle,foldRoutes');
    const before = await graph.counts();
    await graph.hide.fill('idle');
    await expect.poll(async () => (await graph.counts()).nodes).toBeLessThan(before.nodes);
    await graph.page.getByText(/nodes? hidden/).waitFor();
  });

  test('is told when nothing is left, and gets it back', async () => {
    await graph.open('?hide=rank+%3E+0+OR+idle');
    await graph.page.getByText('Everything is hidden').waitFor();
    await graph.page.getByRole('button', { name: 'Show everything' }).click();
    await expect.poll(async () => (await graph.counts()).nodes).toBeGreaterThan(20);
  });
});

describe('a reader who prefers rows', () => {
  test('sees the same calls in graph, table and matrix', async () => {
    await graph.open();
    const { nodes, edges } = await graph.counts();
    await graph.show('Table');
    await graph.page.getByRole('tab', { name: `Edges ${edges}` }).waitFor();
    await graph.page.getByRole('tab', { name: `Nodes ${nodes}` }).waitFor();
    await graph.show('Matrix');
    await graph.page.getByRole('cell', { name: /productpage v1 to reviews:/ }).click();
    await expect.poll(() => graph.title()).toMatch(/productpage v1 → reviews/);
    await graph.picture('graph-matrix');
  });

  test('walks the whole path by keyboard alone', async () => {
    await graph.open();
    await graph.page.keyboard.press('f');
    await graph.page.keyboard.type('errors > 1%');
    await graph.page.keyboard.press('Enter');
    await expect.poll(() => graph.parameter('find')).toBe('errors > 1%');
    await graph.find.blur();
    await graph.page.keyboard.press('m');
    await graph.page.getByRole('table', { name: /^Matrix/ }).waitFor();
    await graph.page.locator('[data-cell="0-0"]').focus();
    await graph.page.keyboard.press('ArrowDown');
    await graph.page.keyboard.press('ArrowRight');
    await expect
      .poll(() => graph.page.evaluate(() => document.activeElement?.getAttribute('data-cell')))
      .toBe('1-1');
    await graph.page.keyboard.press('t');
    await graph.page.getByRole('tab', { name: /^Edges/ }).waitFor();
    await graph.page.getByRole('row').nth(1).focus();
    await graph.page.keyboard.press('Enter');
    await expect.poll(() => graph.parameter('selected')).toMatch(/^edge:/);
    await graph.page.keyboard.press('Escape');
    await expect.poll(() => graph.parameter('selected')).toBeNull();
    await graph.page.keyboard.press('g');
    await expect.poll(() => graph.parameter('view')).toBeNull();
  });
});
