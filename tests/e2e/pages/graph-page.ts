import { mkdirSync, readFileSync } from 'node:fs';
import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';
import { baseUrl } from '#tests/support/base-url.ts';

/** The graph page as a reader sees it: by roles and words. */
export class GraphPageObject {
  readonly page: Page;
  readonly panel: Locator;
  readonly find: Locator;
  readonly hide: Locator;
  readonly drawing: Locator;

  constructor(page: Page) {
    this.page = page;
    this.panel = page.getByRole('complementary', { name: 'Details' });
    this.find = page.getByRole('combobox', { name: 'Find' });
    this.drawing = page.getByRole('application', { name: /^Mesh graph/ });
    this.hide = page.getByRole('combobox', { name: 'Hide' });
  }

  async open(query = ''): Promise<void> {
    await this.page.goto(`${baseUrl()}/graph${query}`, { waitUntil: 'domcontentloaded' });
    await this.panel.waitFor();
  }

  /** `26 nodes, 29 edges in 5 namespaces` as numbers. */
  async counts(): Promise<{ nodes: number; edges: number }> {
    const text = await this.page
      .getByText(/\d+ nodes?, \d+ edges? in/)
      .first()
      .innerText();
    const [, nodes = '', edges = ''] = /([\d,]+) nodes?, ([\d,]+) edges?/.exec(text) ?? [];
    return { nodes: Number(nodes.replace(',', '')), edges: Number(edges.replace(',', '')) };
  }

  async show(view: 'Graph' | 'Table' | 'Matrix'): Promise<void> {
    await this.page.getByRole('button', { name: view, exact: true }).click();
  }

  async chooseType(title: string): Promise<void> {
    await this.page.getByRole('button', { name: /^Graph type/ }).click();
    await this.page.getByRole('menuitemradio', { name: new RegExp(`^${title}`) }).click();
    await this.page.getByRole('button', { name: `Graph type: ${title}` }).waitFor();
  }

  async toggle(menu: string, entry: string): Promise<void> {
    await this.page.getByRole('button', { name: new RegExp(`^${menu}:`) }).click();
    await this.page.getByRole('menuitemcheckbox', { name: new RegExp(`^${entry}`) }).click();
    await this.page.keyboard.press('Escape');
  }

  /** A row of the table of edges, by the names at its ends. */
  edgeRow(from: string, to: string): Locator {
    return this.page
      .getByRole('row')
      .filter({ has: this.page.getByRole('cell', { name: from, exact: true }) })
      .filter({ has: this.page.getByRole('cell', { name: to, exact: true }) })
      .first();
  }

  /** Until the nodes have their places. */
  async arranged(): Promise<void> {
    await this.drawing.waitFor();
    await expect.poll(() => this.drawing.getAttribute('data-arranged')).not.toBe('0');
  }

  /** The text of a file out of the export menu. */
  async exported(entry: RegExp): Promise<string> {
    await this.page.getByRole('button', { name: 'Export', exact: true }).first().click();
    const [download] = await Promise.all([
      this.page.waitForEvent('download'),
      this.page.getByRole('menuitem', { name: entry }).click(),
    ]);
    return readFileSync(await download.path(), 'utf8');
  }

  /** Clicks across the drawing until an edge is selected, and answers where that was. */
  async clickAnEdge(): Promise<{ x: number; y: number }> {
    const box = await this.drawing.boundingBox();
    if (box === null) throw new Error('The drawing is not on the page');
    for (let y = box.y + box.height * 0.3; y < box.y + box.height; y += 37) {
      for (let x = box.x + 120; x < box.x + box.width; x += 53) {
        await this.page.mouse.click(x, y);
        // Two clicks within this time are a double click, which would focus instead.
        await this.page.waitForTimeout(300);
        // Asked in the page itself, after a frame: the driver hears of a new address only later.
        const selected = await this.page.evaluate(async () => {
          await new Promise(requestAnimationFrame);
          return new URLSearchParams(window.location.search).get('selected');
        });
        if (selected?.startsWith('edge:')) return { x, y };
      }
    }
    throw new Error('No click met an edge');
  }

  async title(): Promise<string> {
    return this.panel.getByRole('heading', { level: 2 }).first().innerText();
  }

  parameter(name: string): string | null {
    return new URL(this.page.url()).searchParams.get(name);
  }

  /** A picture for the reader of the results; not compared with anything. */
  async picture(name: string): Promise<void> {
    const folder = 'tests/results/screens';
    mkdirSync(folder, { recursive: true });
    await this.page.screenshot({ path: `${folder}/${name}.png` });
  }

  async expectNoSidewaysScroll(): Promise<void> {
    const overflow = await this.page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect(overflow).toBeLessThanOrEqual(0);
  }
}
