import type { Locator, Page } from 'playwright-core';
import { baseUrl } from '#tests/support/base-url.ts';

/** The list of weighted rules, as a reader sees it. */
export class CanariesPageObject {
  readonly page: Page;
  readonly filter: Locator;
  readonly whatIf: Locator;

  constructor(page: Page) {
    this.page = page;
    this.filter = page.getByRole('searchbox', { name: 'Filter canaries' });
    this.whatIf = page.getByRole('region', { name: 'How many requests does it take?' });
  }

  async open(parameters: Record<string, string> = {}): Promise<void> {
    const query = new URLSearchParams({ namespaces: '*', ...parameters });
    await this.page.goto(`${baseUrl()}/canaries?${query}`, { waitUntil: 'domcontentloaded' });
    await this.page.getByRole('columnheader', { name: 'Route', exact: true }).waitFor({ timeout: 60_000 });
  }

  row(object: string): Locator {
    return this.page
      .getByRole('row')
      .filter({ has: this.page.getByRole('link', { name: object, exact: true }) });
  }

  /** Objects from top to bottom. Long names are there a second time, in two halves, for eyes only. */
  async objects(): Promise<string[]> {
    const links = this.page.locator('tbody tr[data-index] a');
    return (await links.allInnerTexts()).map((text) => text.split('\n')[0]?.trim() ?? '');
  }

  async choose(facet: string, value: string): Promise<void> {
    await this.page.getByRole('button', { name: new RegExp(`^${facet}:`) }).click();
    await this.page.getByRole('menuitemcheckbox', { name: new RegExp(`^${value}`) }).click();
    await this.page.keyboard.press('Escape');
  }

  async openWhatIf(): Promise<void> {
    await this.page.getByRole('button', { name: 'How many requests?' }).click();
    await this.whatIf.waitFor();
  }

  /** Figures of the what-if's answer: what, requests, time. */
  async answer(): Promise<string[][]> {
    const rows = await this.whatIf.getByRole('table', { name: 'Answer' }).locator('tbody tr').all();
    return Promise.all(rows.map((row) => row.locator('th, td').allInnerTexts()));
  }

  async onCanary(path: string): Promise<void> {
    await this.page.waitForURL((url) => url.pathname === `/canaries/${path}`, { timeout: 60_000 });
  }

  parameter(name: string): string | null {
    return new URL(this.page.url()).searchParams.get(name);
  }
}
