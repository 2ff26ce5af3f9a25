import type { Locator, Page } from 'playwright-core';
import { baseUrl } from '#tests/support/base-url.ts';

/** The overview as a reader sees it: cards by their titles. */
export class OverviewPageObject {
  readonly page: Page;
  readonly health: Locator;

  constructor(page: Page) {
    this.page = page;
    this.health = this.card('Health by namespace');
  }

  async open(query = ''): Promise<void> {
    await this.page.goto(`${baseUrl()}/overview${query}`, { waitUntil: 'domcontentloaded' });
    await this.health.getByRole('table').waitFor();
  }

  card(title: string): Locator {
    return this.page.getByRole('region', { name: title, exact: true });
  }

  /** Namespaces from top to bottom, each with the word for its state. */
  async namespaces(): Promise<{ name: string; health: string }[]> {
    const rows = await this.health
      .getByRole('row')
      .filter({ has: this.page.getByRole('link') })
      .all();
    return Promise.all(
      rows.map(async (row) => ({
        name: await row.getByRole('link').innerText(),
        health: await row.getByRole('cell').nth(1).innerText(),
      })),
    );
  }

  parameter(name: string): string | null {
    return new URL(this.page.url()).searchParams.get(name);
  }

  async onGraphPage(): Promise<void> {
    await this.page.waitForURL((url) => url.pathname === '/graph');
  }
}
