import { mkdirSync } from 'node:fs';
import type { Locator, Page } from 'playwright-core';
import { baseUrl } from '#tests/support/base-url.ts';

/** The search for traces and the page of one, as a reader sees them. */
export class TracesPageObject {
  readonly page: Page;
  readonly rows: Locator;
  readonly plot: Locator;
  readonly spans: Locator;
  readonly details: Locator;

  constructor(page: Page) {
    this.page = page;
    this.rows = page.getByRole('row').filter({ has: page.getByRole('checkbox') });
    this.plot = page.getByRole('region', { name: /^Duration of/ });
    this.spans = page.getByRole('treeitem');
    this.details = page.getByRole('complementary', { name: 'Span details' });
  }

  async open(address: string): Promise<void> {
    await this.page.goto(`${baseUrl()}${address}`, { waitUntil: 'domcontentloaded' });
  }

  async fill(field: string, text: string): Promise<void> {
    const input = this.page.getByRole('search').getByLabel(field, { exact: true });
    await input.fill(text);
    await input.press('Enter');
  }

  /** Opens the first trace of the list. */
  async openFirst(): Promise<void> {
    await this.rows.first().getByRole('cell').nth(2).click();
    await this.spans.first().waitFor();
  }

  /** What the rows in view say of failed spans. */
  async errorCounts(): Promise<string[]> {
    const rows = await this.rows.all();
    return Promise.all(rows.map((row) => row.getByRole('cell').nth(5).innerText()));
  }

  /** Marks the last quarter of the plot with the mouse. */
  async dragOverPlot(): Promise<void> {
    await this.plot.locator('.recharts-symbols').first().waitFor();
    const box = await this.plot.boundingBox();
    if (box === null) throw new Error('The plot is not on the page');
    const y = box.y + box.height / 2;
    await this.page.mouse.move(box.x + box.width * 0.7, y);
    await this.page.mouse.down();
    await this.page.mouse.move(box.x + box.width * 0.85, y, { steps: 4 });
    await this.page.mouse.move(box.x + box.width * 0.95, y, { steps: 4 });
    await this.page.mouse.up();
  }

  parameter(name: string): string | null {
    return new URL(this.page.url()).searchParams.get(name);
  }

  pathname(): string {
    return new URL(this.page.url()).pathname;
  }

  /** A picture for the reader of the results; not compared with anything. */
  async picture(name: string): Promise<void> {
    const folder = 'tests/results/screens';
    mkdirSync(folder, { recursive: true });
    await this.page.screenshot({ path: `${folder}/${name}.png` });
  }

  async hasSidewaysScroll(): Promise<boolean> {
    return this.page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth);
  }
}
