import type { Locator, Page } from 'playwright-core';
import { baseUrl } from '#tests/support/base-url.ts';

/** The mesh page as a reader sees it: tabs by their titles, sections by theirs. */
export class MeshPageObject {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  async open(query = ''): Promise<void> {
    await this.page.goto(`${baseUrl()}/mesh${query}`, { waitUntil: 'domcontentloaded' });
    await this.page.getByRole('heading', { name: 'Mesh', exact: true }).waitFor();
  }

  async choose(tab: string): Promise<void> {
    await this.page.getByRole('tab', { name: tab, exact: true }).click();
  }

  section(title: string): Locator {
    return this.page.getByRole('region', { name: title, exact: true });
  }

  /** A row of a table by a text in it. */
  row(text: string | RegExp): Locator {
    return this.page.getByRole('row').filter({ hasText: text });
  }

  parameter(name: string): string | null {
    return new URL(this.page.url()).searchParams.get(name);
  }
}
