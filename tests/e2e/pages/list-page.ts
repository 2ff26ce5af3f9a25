import type { Locator, Page } from 'playwright-core';
import { baseUrl } from '#tests/support/base-url.ts';

/** A list of workloads, services, applications or namespaces, as a reader sees it. */
export class ListPageObject {
  readonly page: Page;
  readonly filter: Locator;
  readonly labels: Locator;

  constructor(page: Page) {
    this.page = page;
    this.filter = page.getByRole('searchbox');
    this.labels = page.getByRole('textbox', { name: /^Labels/ });
  }

  async open(path: string, parameters: Record<string, string> = {}): Promise<void> {
    const query = new URLSearchParams({ namespaces: '*', ...parameters });
    await this.page.goto(`${baseUrl()}${path}?${query}`, { waitUntil: 'domcontentloaded' });
    await this.page.getByRole('columnheader', { name: 'Name', exact: true }).waitFor({ timeout: 60_000 });
  }

  row(name: string): Locator {
    return this.page.getByRole('row').filter({ has: this.page.getByRole('link', { name, exact: true }) });
  }

  /** The names in view, from top to bottom. */
  async names(): Promise<string[]> {
    const texts = await this.page
      .locator('tbody tr[data-index]')
      .evaluateAll((rows) => rows.flatMap((row) => row.querySelector('a')?.innerText ?? []));
    return texts.map((text) => text.trim());
  }

  async choose(facet: string, value: string): Promise<void> {
    await this.page.getByRole('button', { name: new RegExp(`^${facet}:`) }).click();
    await this.page.getByRole('menuitemcheckbox', { name: new RegExp(`^${value}`) }).click();
    await this.page.keyboard.press('Escape');
  }

  async sortBy(column: string): Promise<void> {
    await this.page.getByRole('columnheader', { name: column }).getByRole('button').click();
  }

  parameter(name: string): string | null {
    return new URL(this.page.url()).searchParams.get(name);
  }
}
