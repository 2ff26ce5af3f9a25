import type { Locator, Page } from 'playwright-core';
import { baseUrl } from '#tests/support/base-url.ts';

/** The page of one Istio or Gateway API object, as a reader sees it. */
export class ObjectPageObject {
  readonly page: Page;
  readonly heading: Locator;
  readonly manifest: Locator;

  constructor(page: Page) {
    this.page = page;
    this.heading = page.getByRole('heading', { level: 1 });
    this.manifest = page.getByRole('grid', { name: 'Manifest' });
  }

  async open(path: string, parameters: Record<string, string> = {}): Promise<void> {
    const query = new URLSearchParams(parameters);
    await this.page.goto(`${baseUrl()}${path}?${query}`, { waitUntil: 'domcontentloaded' });
    await this.manifest.getByRole('row').first().waitFor({ timeout: 60_000 });
  }

  section(title: string): Locator {
    return this.page.getByRole('region', { name: title, exact: true });
  }

  /** The lines that are highlighted, from top to bottom. */
  async highlighted(): Promise<string[]> {
    const rows = await this.manifest.locator('[role=row][aria-selected=true]').all();
    const texts = await Promise.all(rows.map((row) => row.getByRole('gridcell').last().innerText()));
    return texts.map((text) => text.trim());
  }

  line(number: number): Locator {
    return this.manifest.locator(`[role=row][aria-rowindex="${number}"]`);
  }

  async onPage(path: string): Promise<void> {
    await this.page.waitForURL((url) => url.pathname === path, { timeout: 60_000 });
  }

  parameter(name: string): string | null {
    return new URL(this.page.url()).searchParams.get(name);
  }
}
