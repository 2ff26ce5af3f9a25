import type { Locator, Page } from 'playwright-core';
import { compareServerUrl } from '#tests/support/base-url.ts';

/** The page that compares, as a reader sees it. */
export class ComparePageObject {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  async open(parameters: Record<string, string> = {}): Promise<void> {
    const query = new URLSearchParams({ namespaces: '*', ...parameters });
    await this.page.goto(`${compareServerUrl()}/compare?${query}`, { waitUntil: 'domcontentloaded' });
    await this.page.getByRole('tab', { name: 'Graph' }).waitFor({ timeout: 60_000 });
  }

  tab(name: string): Locator {
    return this.page.getByRole('tab', { name });
  }

  row(text: string): Locator {
    return this.page.locator('tbody tr[data-index]').filter({ hasText: text });
  }

  /** What unfolds below a row, or stands below the drawing. */
  detail(name: string): Locator {
    return this.page.getByRole('region', { name, exact: true });
  }

  async choose(facet: string, value: string): Promise<void> {
    await this.page.getByRole('button', { name: new RegExp(`^${facet}:`) }).click();
    await this.page.getByRole('menuitemcheckbox', { name: new RegExp(`^${value}`) }).click();
    await this.page.keyboard.press('Escape');
  }
}
