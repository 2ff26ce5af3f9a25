import { type Browser, chromium, type Page } from 'playwright-core';
import { baseUrl } from '#tests/support/base-url.ts';

export type OpenOptions = { colorScheme?: 'light' | 'dark'; isNarrow?: boolean };

/** What a page must never do: log an error, throw, or ask another origin. */
export type Complaints = { texts: string[] };

/** One browser for a test file; every story gets a fresh page of its own. */
export class TestBrowser {
  #browser: Browser | undefined;

  async open({
    colorScheme = 'light',
    isNarrow = false,
  }: OpenOptions = {}): Promise<{ page: Page; complaints: Complaints }> {
    this.#browser ??= await chromium.launch({
      executablePath: process.env.VIGLA_CHROMIUM || '/usr/bin/chromium',
      args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
    });
    const context = await this.#browser.newContext({
      colorScheme,
      reducedMotion: 'reduce',
      viewport: isNarrow ? { width: 390, height: 844 } : { width: 1440, height: 900 },
      permissions: ['clipboard-read', 'clipboard-write'],
    });
    const page = await context.newPage();
    return { page, complaints: watch(page) };
  }

  async close(): Promise<void> {
    await this.#browser?.close();
  }
}

function watch(page: Page): Complaints {
  const complaints: Complaints = { texts: [] };
  const origins = [
    process.env.VIGLA_E2E_AMBIENT_URL,
    process.env.VIGLA_E2E_COMPARE_URL,
    process.env.VIGLA_E2E_SIGN_IN_URL,
    baseUrl(),
  ]
    .filter((url) => url !== undefined)
    .map((url) => new URL(url).origin);
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.texts.push(`console: ${message.text()}`);
  });
  page.on('pageerror', (error) => complaints.texts.push(`thrown: ${error.message}`));
  page.on('request', (request) => {
    const url = new URL(request.url());
    const isOwn = origins.includes(url.origin) || ['data:', 'blob:'].includes(url.protocol);
    if (!isOwn) complaints.texts.push(`foreign request: ${request.url()}`);
  });
  return complaints;
}
