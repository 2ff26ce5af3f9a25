import type { Locator, Page } from 'playwright-core';
import { baseUrl } from '#tests/support/base-url.ts';

/** The logs tab of a details page, as a reader sees it. */
export class LogsTabObject {
  readonly page: Page;
  readonly search: Locator;
  readonly lines: Locator;
  readonly list: Locator;
  readonly detail: Locator;

  constructor(page: Page) {
    this.page = page;
    this.search = page.getByRole('searchbox', { name: 'Search logs' });
    this.list = page.getByRole('grid', { name: 'Log lines' });
    // The head is the first row.
    this.lines = this.list.getByRole('row').filter({ has: page.getByRole('gridcell') });
    this.detail = page.getByRole('complementary', { name: 'Log line' });
  }

  async open(path: string, parameters: Record<string, string> = {}): Promise<void> {
    const query = new URLSearchParams({ tab: 'logs', ...parameters });
    await this.page.goto(`${baseUrl()}${path}?${query}`, { waitUntil: 'domcontentloaded' });
    await this.lines.first().waitFor({ timeout: 60_000 });
  }

  async count(): Promise<number> {
    return Number((await this.list.getAttribute('aria-rowcount')) ?? 0) - 1;
  }

  async searchFor(text: string): Promise<void> {
    await this.search.fill(text);
    await this.page.waitForURL((url) => url.searchParams.get('search') === text);
  }

  /** Texts that are marked in the lines in view. */
  async marked(): Promise<string[]> {
    const texts = await this.list.locator('mark').allInnerTexts();
    return [...new Set(texts)];
  }

  parameter(name: string): string | null {
    return new URL(this.page.url()).searchParams.get(name);
  }

  button(name: string | RegExp): Locator {
    return this.page.getByRole('button', { name });
  }
}
