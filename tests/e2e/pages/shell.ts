import type { Locator, Page } from 'playwright-core';
import { baseUrl } from '#tests/support/base-url.ts';

/** The frame round every page: masthead, palette, sheets. */
export class ShellObject {
  readonly page: Page;
  readonly palette: Locator;
  readonly sheet: Locator;
  readonly masthead: Locator;

  constructor(page: Page) {
    this.page = page;
    this.palette = page.getByRole('dialog', { name: 'Go to' });
    this.sheet = page.getByRole('dialog', { name: 'Keyboard shortcuts' });
    this.masthead = page.getByRole('banner');
  }

  async open(address: string): Promise<void> {
    await this.page.goto(`${baseUrl()}${address}`, { waitUntil: 'domcontentloaded' });
    // The range is known only once the page runs.
    await this.page.getByRole('heading', { level: 1 }).waitFor();
    await this.page
      .getByText(/\d+ namespaces?, \d+ workloads?|\d+ nodes?, \d+ edges?/)
      .filter({ visible: true })
      .first()
      .waitFor();
  }

  async openPalette(): Promise<void> {
    await this.page.keyboard.press('Control+k');
    await this.palette.waitFor();
  }

  /** Types into the palette and takes the entry of this name. */
  async choose(text: string, entry: RegExp): Promise<void> {
    await this.openPalette();
    await this.palette.getByRole('combobox').fill(text);
    await this.palette.getByRole('option', { name: entry }).first().click();
  }

  async openTimeRange(): Promise<Locator> {
    await this.masthead.getByRole('group', { name: 'Time range' }).getByRole('button').nth(1).click();
    return this.page.getByRole('dialog', { name: 'Time range' });
  }

  /** What the bell says, after opening it. */
  async warnings(): Promise<string> {
    await this.masthead.getByRole('button', { name: /warnings?$/ }).click();
    return this.page.getByRole('dialog', { name: 'Warnings' }).innerText();
  }

  parameter(name: string): string | null {
    return new URL(this.page.url()).searchParams.get(name);
  }
}
