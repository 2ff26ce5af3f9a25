import type { Locator, Page } from 'playwright-core';
import { baseUrl } from '#tests/support/base-url.ts';

/** The traffic, routing and config tabs of a details page, as a reader sees them. */
export class DetailsTabsObject {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  /** `path` is that of a details page, e.g. `/workloads/shop/wordpress-v1`. */
  async open(path: string, parameters: Record<string, string>): Promise<void> {
    const query = new URLSearchParams({ from: 'now-15m', to: 'now', ...parameters });
    await this.page.goto(`${baseUrl()}${path}?${query}`, { waitUntil: 'domcontentloaded' });
  }

  section(title: string): Locator {
    return this.page.getByRole('region', { name: title, exact: true });
  }

  row(section: string, text: string | RegExp): Locator {
    return this.section(section).getByRole('row').filter({ hasText: text });
  }

  async tab(title: string): Promise<void> {
    await this.page.getByRole('tab', { name: title }).click();
  }

  parameter(name: string): string | null {
    return new URL(this.page.url()).searchParams.get(name);
  }
}
