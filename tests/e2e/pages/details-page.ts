import type { Locator, Page } from 'playwright-core';
import { baseUrl } from '#tests/support/base-url.ts';

/** The page of one workload, service or application, as a reader sees it. */
export class DetailsPageObject {
  readonly page: Page;
  readonly heading: Locator;
  readonly head: Locator;
  readonly aside: Locator;

  constructor(page: Page) {
    this.page = page;
    this.heading = page.getByRole('heading', { level: 1 });
    this.head = page.locator('#page header').first();
    this.aside = page.getByRole('complementary');
  }

  async open(path: string, parameters: Record<string, string> = {}): Promise<void> {
    const query = new URLSearchParams(parameters);
    await this.page.goto(`${baseUrl()}${path}?${query}`, { waitUntil: 'domcontentloaded' });
  }

  section(title: string): Locator {
    return this.page.getByRole('region', { name: title, exact: true });
  }

  async onPage(path: string): Promise<void> {
    await this.page.waitForURL((url) => url.pathname === path, { timeout: 60_000 });
  }

  parameter(name: string): string | null {
    return new URL(this.page.url()).searchParams.get(name);
  }
}
