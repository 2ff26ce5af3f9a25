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
