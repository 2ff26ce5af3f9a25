import { afterAll, afterEach, beforeEach, describe, expect, test } from 'vitest';
import { z } from 'zod';
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

describe('a reader without a pointer', () => {
  test('walks along the calls and hides what a menu offers to hide', async () => {
    await graph.open();
    const before = await graph.counts();
    await graph.arranged();
    await graph.drawing.focus();
    await graph.page.keyboard.press('ArrowRight');
    await expect.poll(() => graph.parameter('selected')).toMatch(/^node:/);
    const first = graph.parameter('selected');
    await expect.poll(() => graph.title()).not.toBe('Current graph');
    await graph.page.keyboard.press('ArrowRight');
    await expect.poll(() => graph.parameter('selected')).not.toBe(first);
    await graph.page.keyboard.press('Shift+F10');
    await graph.page.getByRole('menuitem', { name: 'Hide' }).press('Enter');
    await expect.poll(() => graph.parameter('hide')).not.toBeNull();
    await expect
      .poll(async () => (await graph.counts()).nodes + (await graph.counts()).edges)
      .toBeLessThan(before.nodes + before.edges);
  });

  test('gets as far with quick keys as with slow ones', async () => {
    await graph.open();
    await graph.arranged();
    await graph.drawing.focus();
    const steps = ['ArrowRight', 'ArrowRight', 'ArrowRight', 'ArrowLeft'];
    for (const step of steps) {
      const before = graph.parameter('selected');
      await graph.page.keyboard.press(step);
      await expect.poll(() => graph.parameter('selected')).not.toBe(before);
      await expect.poll(() => graph.title()).not.toBe('Current graph');
    }
    const slow = graph.parameter('selected');
    await graph.page.keyboard.press('Escape');
    await expect.poll(() => graph.title()).toBe('Current graph');
    await Promise.all(steps.map((step) => graph.page.keyboard.press(step)));
    await expect.poll(() => graph.parameter('selected')).toBe(slow);
  });

  test('focuses on a path from the panel', async () => {
    await graph.open();
    await graph.arranged();
    await graph.drawing.focus();
    await graph.page.keyboard.press('ArrowRight');
    await graph.panel.getByRole('button', { name: 'Actions' }).press('Enter');
    await graph.page.getByRole('menuitem', { name: 'Focus: downstream' }).press('Enter');
    await graph.page.getByRole('region', { name: 'Focus' }).waitFor();
    expect(graph.parameter('way')).toBe('downstream');
    await graph.picture('graph-focus');
  });
});

describe('a reader with a pointer', () => {
  test('clicks an edge and reads about it, and opens its menu', async () => {
    await graph.open();
    await graph.arranged();
    const place = await graph.clickAnEdge();
    await expect.poll(() => graph.title()).toMatch(/ → /);
    await graph.panel.getByText(/edge$/).first().waitFor();
    await graph.page.mouse.click(place.x, place.y, { button: 'right' });
    await graph.page.getByRole('menuitem', { name: 'Open in table' }).click();
    await expect.poll(() => graph.parameter('view')).toBe('table');
  });
});

const drawn = z.object({
  nodes: z.array(z.object({ id: z.string(), position: z.object({ x: z.number(), y: z.number() }) })),
  edges: z.array(z.object({ id: z.string() })),
});

describe('a drawing', () => {
  test('stays where it is when its numbers are asked for again', async () => {
    await graph.open();
    await graph.arranged();
    const before = drawn.parse(JSON.parse(await graph.exported(/^JSON/)));
    const answered = graph.page.waitForResponse((response) => response.url().includes('/api/graph?'));
    await graph.page.keyboard.press('Escape');
    await graph.page.keyboard.press('r');
    await answered;
    const after = drawn.parse(JSON.parse(await graph.exported(/^JSON/)));
    const placeById = new Map(after.nodes.map((node) => [node.id, node.position]));
    const stayed = before.nodes.filter((node) => placeById.has(node.id));
    expect(stayed.length).toBeGreaterThan(20);
    for (const node of stayed) expect(placeById.get(node.id)).toEqual(node.position);
  });

  test('leaves the page as SVG, DOT and JSON that tell the same edges', async () => {
    await graph.open();
    await graph.arranged();
    const { edges } = await graph.counts();
    expect(drawn.parse(JSON.parse(await graph.exported(/^JSON/))).edges).toHaveLength(edges);
    expect((await graph.exported(/^DOT/)).match(/ -> /g)).toHaveLength(edges);
    const svg = await graph.exported(/^SVG/);
    expect(svg).toMatch(/^(<\?xml[^>]*>\s*)?<svg/);
    expect(svg).toContain('productpage');
  });
});
