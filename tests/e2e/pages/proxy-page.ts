import type { Locator, Page } from 'playwright-core';
import { baseUrl } from '#tests/support/base-url.ts';

/** The page of one proxy, as a reader sees it. */
export class ProxyPageObject {
  readonly page: Page;
  readonly head: Locator;
  readonly heading: Locator;
  readonly filter: Locator;

  constructor(page: Page) {
    this.page = page;
    this.head = page.locator('#page header').first();
    this.heading = page.getByRole('heading', { level: 1 });
    this.filter = page.getByRole('searchbox', { name: /^Filter / });
  }

  /** `proxy` is `<namespace>/<pod>`. */
  async open(proxy: string, parameters: Record<string, string> = {}): Promise<void> {
    const query = new URLSearchParams(parameters);
    await this.page.goto(`${baseUrl()}/proxies/${proxy}?${query}`, { waitUntil: 'domcontentloaded' });
  }

  /** The proxies of a workload, `<namespace>/<name>`, on its own page. */
  async openOfWorkload(workload: string, parameters: Record<string, string>): Promise<void> {
    const query = new URLSearchParams({ tab: 'proxy', ...parameters });
    await this.page.goto(`${baseUrl()}/workloads/${workload}?${query}`, { waitUntil: 'domcontentloaded' });
  }

  async openTab(title: string): Promise<void> {
    await this.page.getByRole('tab', { name: new RegExp(`^${title}`) }).click();
  }

  /** The rows of the table, without its head and what unfolds below one. */
  rows(text?: string | RegExp): Locator {
    const rows = this.page.getByRole('tabpanel').locator('tbody tr[data-index]');
    return text === undefined ? rows : rows.filter({ hasText: text });
  }

  /** Opens a row beside its links. */
  async openRow(text: string | RegExp): Promise<void> {
    await this.rows(text)
      .first()
      .click({ position: { x: 6, y: 6 } });
  }

  section(title: string): Locator {
    return this.page.getByRole('region', { name: title, exact: true });
  }

  async choose(facet: string, value: string): Promise<void> {
    await this.page.getByRole('button', { name: new RegExp(`^${facet}: `) }).click();
    await this.page.getByRole('dialog', { name: facet }).getByLabel(value).click();
    await this.page.keyboard.press('Escape');
  }

  parameter(name: string): string | null {
    return new URL(this.page.url()).searchParams.get(name);
  }

  async waitForParameter(name: string, value: string | null): Promise<void> {
    await this.page.waitForURL((url) => url.searchParams.get(name) === value);
  }
}
