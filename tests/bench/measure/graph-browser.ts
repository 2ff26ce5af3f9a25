import { type Browser, chromium, type Page } from 'playwright-core';
import { bareCanvasFramesPerSecond } from './bare-canvas.ts';
import { framesPerSecond, longestTaskMs } from './page-timing.ts';

export type GraphBrowserFigures = {
  drawnMs: number;
  longestTaskMs: number;
  panFps: number;
  zoomFps: number;
  bareFps: number;
  refreshMs: number;
  movedPx: number;
};

const viewport = { width: 1440, height: 900 };
const canvasPoint = { x: 480, y: 480 };

async function openGraph(page: Page, url: string): Promise<number> {
  await page.goto(url);
  await page.waitForFunction(() => performance.getEntriesByName('vigla:graph-drawn').length > 0, undefined, {
    timeout: 120_000,
  });
  return page.evaluate(() => performance.getEntriesByName('vigla:graph-drawn')[0]?.startTime ?? Number.NaN);
}

async function pan(page: Page): Promise<void> {
  await page.mouse.move(canvasPoint.x, canvasPoint.y);
  await page.mouse.down();
  for (let step = 0; step < 60; step += 1) {
    await page.mouse.move(canvasPoint.x + 3 * step, canvasPoint.y + step, { steps: 1 });
  }
  await page.mouse.up();
}

async function zoom(page: Page): Promise<void> {
  await page.mouse.move(canvasPoint.x, canvasPoint.y);
  for (let step = 0; step < 40; step += 1) await page.mouse.wheel(0, step < 20 ? -60 : 60);
}

/** Positions of the nodes as drawn, from the handle that the page keeps for tests. */
function positionsOf(page: Page): Promise<Record<string, { x: number; y: number }>> {
  return page.evaluate(() => window.viglaGraph?.positions() ?? {});
}

async function refresh(page: Page) {
  const before = await positionsOf(page);
  const longest = await longestTaskMs(page, async () => {
    const drawn = page.waitForResponse((response) => response.url().includes('/api/graph?'));
    await page.getByRole('button', { name: /refresh now/i }).click();
    await drawn;
    await page.waitForTimeout(1500);
  });
  const after = await positionsOf(page);
  const moves = Object.entries(before).map(([id, { x, y }]) => {
    const now = after[id];
    return now === undefined ? Number.POSITIVE_INFINITY : Math.hypot(now.x - x, now.y - y);
  });
  return { refreshMs: longest, movedPx: Math.max(...moves) };
}

async function measurePage(browser: Browser, url: string): Promise<GraphBrowserFigures> {
  const context = await browser.newContext({ viewport });
  const page = await context.newPage();
  await page.addInitScript(() => {
    new PerformanceObserver(() => undefined).observe({ type: 'longtask', buffered: true });
  });
  const drawnMs = await openGraph(page, url);
  const { nodes, edges } = await page.evaluate(() => window.viglaGraph?.counts() ?? { nodes: 0, edges: 0 });
  const loading = await page.evaluate(() =>
    Math.max(0, ...performance.getEntriesByType('longtask').map(({ duration }) => duration)),
  );
  await page.waitForTimeout(1000);
  const panFps = await framesPerSecond(page, () => pan(page));
  const zoomFps = await framesPerSecond(page, () => zoom(page));
  const refreshed = await refresh(page);
  await page.close();
  const bareFps = await bareCanvasFramesPerSecond(context, { nodes, edges });
  await context.close();
  return { drawnMs, longestTaskMs: loading, panFps, zoomFps, bareFps, ...refreshed };
}

/** The graph page in a cold Chromium without GPU, workload graph with service nodes off. */
export async function measureGraphInBrowser(options: {
  viglaUrl: string;
  endSeconds: number;
}): Promise<GraphBrowserFigures> {
  const { viglaUrl, endSeconds } = options;
  const from = new Date((endSeconds - 600) * 1000).toISOString();
  const to = new Date(endSeconds * 1000).toISOString();
  const parameters = new URLSearchParams({ from, to, type: 'workload', services: 'false', namespaces: '*' });
  const browser = await chromium.launch({
    executablePath: '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
  });
  try {
    return await measurePage(browser, `${viglaUrl}/graph?${parameters}`);
  } finally {
    await browser.close();
  }
}
