import type { Locator, Page } from 'playwright-core';
import { baseUrl } from '#tests/support/base-url.ts';

/** The page of one weighted rule, as a reader sees it. */
export class CanaryPageObject {
  readonly page: Page;
  readonly heading: Locator;
  readonly sources: Locator;
  readonly versions: Locator;
  readonly compared: Locator;

  constructor(page: Page) {
    this.page = page;
    this.heading = page.getByRole('heading', { level: 1 });
    this.sources = page.getByRole('table', { name: 'By source' });
    this.versions = page.getByRole('group', { name: 'Version', exact: true });
    this.compared = page.getByRole('table', { name: 'Versions compared' });
  }

  /** `path` as in `httproute/shop/catalog-mesh/1`. An hour is long enough for each split to be decided. */
  async open(path: string, parameters: Record<string, string> = {}): Promise<void> {
    const query = new URLSearchParams({ from: 'now-1h', to: 'now', ...parameters });
    await this.page.goto(`${baseUrl()}/canaries/${path}?${query}`, { waitUntil: 'domcontentloaded' });
  }

  /** The verdict beside the name of the rule. */
  async hasVerdict(word: string): Promise<void> {
    const head = this.page.locator('header').filter({ has: this.heading });
    await head.getByText(word, { exact: true }).waitFor({ timeout: 60_000 });
  }

  opener(source: string): Locator {
    return this.page.getByRole('button', { name: `Details of ${source}`, exact: true });
  }

  source(source: string): Locator {
    return this.sources.getByRole('row').filter({ has: this.opener(source) });
  }

  details(name: string): Locator {
    return this.page.getByRole('region', { name: `Details of ${name}`, exact: true });
  }

  /** What stands beside a source's three bars: `75 / 25`. */
  async bars(source: string): Promise<string[]> {
    const lines = (await this.source(source).locator('.grid').innerText()).split('\n');
    return lines.map((line) => line.replaceAll(/\s+/g, ' ').trim()).filter((line) => line !== '');
  }

  section(title: string): Locator {
    return this.page.getByRole('region', { name: title, exact: true });
  }

  parameter(name: string): string | null {
    return new URL(this.page.url()).searchParams.get(name);
  }
}
