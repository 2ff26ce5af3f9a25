import type { Locator, Page } from 'playwright-core';
import { baseUrl } from '#tests/support/base-url.ts';

/** A metrics tab as a reader sees it: charts by their titles. */
export class MetricsPageObject {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  async open(address: string): Promise<void> {
    await this.page.goto(`${baseUrl()}${address}`, { waitUntil: 'domcontentloaded' });
    await this.chart('Request volume').locator('.recharts-line').first().waitFor({ state: 'attached' });
  }

  chart(title: string): Locator {
    return this.page.getByRole('region', { name: title, exact: true });
  }

  /** How many lines a chart draws. */
  lines(title: string): Promise<number> {
    return this.chart(title).locator('.recharts-line').count();
  }

  async groupBy(label: string): Promise<void> {
    await this.page.getByRole('button', { name: /^Group by:/ }).click();
    await this.page.getByRole('menuitemcheckbox', { name: label }).click();
    await this.page.keyboard.press('Escape');
  }

  /** Drags over a part of a chart, given as shares of its width. */
  async brush(title: string, { from, to }: { from: number; to: number }): Promise<void> {
    const chart = this.chart(title).locator('.recharts-surface').first();
    await chart.scrollIntoViewIfNeeded();
    const box = await chart.boundingBox();
    if (box === null) throw new Error(`${title} is not drawn`);
    const y = box.y + box.height / 2;
    await this.page.mouse.move(box.x + box.width * from, y);
    await this.page.mouse.down();
    await this.page.mouse.move(box.x + box.width * ((from + to) / 2), y, { steps: 4 });
    await this.page.mouse.move(box.x + box.width * to, y, { steps: 4 });
    await this.page.mouse.up();
  }

  /** The queries that a chart shows, after opening them. */
  async openQueries(title: string): Promise<Locator> {
    await this.chart(title)
      .getByRole('button', { name: `PromQL of ${title}` })
      .click();
    return this.page.getByRole('dialog', { name: `PromQL of ${title}` });
  }

  parameter(name: string): string | null {
    return new URL(this.page.url()).searchParams.get(name);
  }
}
