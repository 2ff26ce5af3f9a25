import type { Locator, Page } from 'playwright-core';

/** A JSON document as a tree with its search, as a reader sees it. */
export class JsonDocument {
  readonly page: Page;
  readonly tree: Locator;
  readonly search: Locator;

  constructor(page: Page) {
    this.page = page;
    this.tree = page.getByRole('tree', { name: 'Document' });
    this.search = page.getByRole('searchbox', { name: 'Search in the document' });
  }

  entry(text: string | RegExp): Locator {
    return this.tree.getByRole('treeitem').filter({ hasText: text }).first();
  }

  async selected(): Promise<string> {
    const selected = this.tree.locator('[aria-selected="true"]');
    await selected.waitFor();
    return (await selected.textContent()) ?? '';
  }

  /** What is copied of the selected place. */
  async copied(what: 'Path' | 'jq' | 'Value'): Promise<string> {
    await this.page.getByRole('button', { name: `Copy: ${what}` }).click();
    await this.page.getByText('Copied').first().waitFor();
    return this.page.evaluate(() => navigator.clipboard.readText());
  }
}
