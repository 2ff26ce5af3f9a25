import { chromium } from 'playwright-core';

export type DetailsBrowserFigure = { page: string; openedMs: number };

/** Cold Chromium, one page each: from the navigation to the moment at which the text stands on the page. */
export async function measureDetailsInBrowser(viglaUrl: string): Promise<DetailsBrowserFigure[]> {
  const pages: readonly { path: string; text: RegExp }[] = [
    { path: '/services/ns-0/svc-0', text: /200 of 200|200 \/ 200/ },
    { path: '/services/ns-0/svc-0?tab=traffic', text: /svc-0-v1/ },
    { path: '/workloads/ns-0/svc-0-v1', text: /100 of 100|100 \/ 100/ },
    { path: '/workloads?namespaces=*', text: /1,000 workloads/ },
  ];
  const browser = await chromium.launch({
    executablePath: '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
  });
  try {
    const figures: DetailsBrowserFigure[] = [];
    for (const { path, text } of pages) {
      const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
      const page = await context.newPage();
      const startedMs = performance.now();
      await page.goto(`${viglaUrl}${path}`);
      await page.getByText(text).first().waitFor({ timeout: 60_000 });
      figures.push({ page: path, openedMs: performance.now() - startedMs });
      await context.close();
    }
    return figures;
  } finally {
    await browser.close();
  }
}
