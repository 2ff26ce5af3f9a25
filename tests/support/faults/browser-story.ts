import type { Page } from 'playwright-core';
import type { BrowserCase } from './browser-cases.ts';

type Shown = { page: Page; address: string };

/** The page's own code failed: its frame shows this. */
const crash = 'This part of the page failed';
const sentencePatienceMs = 60_000;
/** Half a minute for the sources, and a refresh of the page. */
const healPatienceMs = 90_000;

/** Waits until a page says in a sentence who failed. */
export async function expectSentence({ page, address }: Shown, says: RegExp): Promise<void> {
  await page.goto(address, { waitUntil: 'domcontentloaded' });
  await sentenceOn(page, says).first().waitFor({ timeout: sentencePatienceMs });
}

/** Waits until a page shows again what it shows without the fault, without being loaded again. */
export async function expectHealed(
  { page }: Shown,
  { says, shows }: BrowserCase['pages'][number],
): Promise<void> {
  await page.getByText(shows).filter({ visible: true }).first().waitFor({ timeout: healPatienceMs });
  await sentenceOn(page, says).first().waitFor({ state: 'detached', timeout: healPatienceMs });
}

/** How often the frame stands in for a page that crashed. */
export function crashCount(page: Page): Promise<number> {
  return page.getByText(crash).count();
}

/** In the page, or in the mark of sources in its head. */
function sentenceOn(page: Page, says: RegExp) {
  return page.getByText(says).or(page.getByTitle(says)).filter({ visible: true });
}
