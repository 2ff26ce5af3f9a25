import type { Locator, Page } from 'playwright-core';
import { baseUrl } from '#tests/support/base-url.ts';

/** The list of proxies and what drift a proxy's page tells of, as a reader sees them. */
export class FleetPageObject {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  async open(parameters: Record<string, string> = {}): Promise<void> {
    const query = new URLSearchParams({ namespaces: '*', ...parameters });
    await this.page.goto(`${baseUrl()}/proxies?${query}`, { waitUntil: 'domcontentloaded' });
    await this.page.getByRole('columnheader', { name: 'Proxy', exact: true }).waitFor({ timeout: 60_000 });
  }

  async openTab(proxy: string, tab: string, parameters: Record<string, string> = {}): Promise<void> {
    const query = new URLSearchParams({ tab, ...parameters });
    await this.page.goto(`${baseUrl()}/proxies/${proxy}?${query}`, { waitUntil: 'domcontentloaded' });
    await this.page
      .getByRole('tab', { name: new RegExp(tab, 'i'), selected: true })
      .waitFor({ timeout: 60_000 });
    // Facts in the head come by the browser's own question: from then on the page listens.
    await this.page.getByText('Sidecar', { exact: true }).waitFor({ timeout: 60_000 });
  }

  row(pod: string): Locator {
    return this.page
      .getByRole('row')
      .filter({ has: this.page.getByRole('link', { name: pod, exact: true }) });
  }

  async choose(facet: string, value: string): Promise<void> {
    await this.page.getByRole('button', { name: new RegExp(`^${facet}:`) }).click();
    await this.page.getByRole('menuitemcheckbox', { name: new RegExp(`^${value}`) }).click();
    await this.page.keyboard.press('Escape');
  }

  /** The block of a resource that differs. */
  difference(name: string): Locator {
    return this.page.getByRole('region', { name });
  }

  parameter(name: string): string | null {
    return new URL(this.page.url()).searchParams.get(name);
  }
}
