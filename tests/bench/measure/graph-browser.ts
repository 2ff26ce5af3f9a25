import { readFileSync } from 'node:fs';
import { type Browser, chromium, type Page } from 'playwright-core';
import { z } from 'zod';
import { bareCanvasFramesPerSecond } from './bare-canvas.ts';
import { framesPerSecond, longestTaskMs, pastLongestTaskMs } from './page-timing.ts';

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
  await page.addInitScript(noteWhenDrawn);
  await page.goto(url);
  await page.waitForFunction(() => performance.getEntriesByName('bench:drawn').length > 0, undefined, {
    timeout: 120_000,
  });
  return page.evaluate(() => performance.getEntriesByName('bench:drawn')[0]?.startTime ?? Number.NaN);
}

/** Runs in the page: marks the frame after the drawing first says that its nodes have their places. */
function noteWhenDrawn(): void {
  const watcher = new MutationObserver(() => {
    const arranged = document.querySelector('[data-arranged]')?.getAttribute('data-arranged') ?? '0';
    if (arranged === '0') return;
    watcher.disconnect();
    requestAnimationFrame(() => requestAnimationFrame(() => performance.mark('bench:drawn')));
  });
  watcher.observe(document, {
    subtree: true,
    childList: true,
    attributes: true,
    attributeFilter: ['data-arranged'],
  });
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

const drawing = z.object({
  nodes: z.array(z.object({ id: z.string(), position: z.object({ x: z.number(), y: z.number() }) })),
});

/** Where the nodes stand, out of the file that the page itself writes. */
async function positionsOf(page: Page): Promise<Map<string, { x: number; y: number }>> {
  await page.getByRole('button', { name: 'Export', exact: true }).first().click();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('menuitem', { name: /^JSON/ }).click(),
  ]);
  const { nodes } = drawing.parse(JSON.parse(readFileSync(await download.path(), 'utf8')));
  return new Map(nodes.map(({ id, position }) => [id, position]));
}

async function refresh(page: Page) {
  const before = await positionsOf(page);
  // Found beforehand and clicked from within: looking for a button by its name keeps the page itself busy for 100 ms.
  const button = await page.getByRole('button', { name: /refresh now/i }).elementHandle();
  if (button === null) throw new Error('the page has no button to refresh');
  await page.waitForTimeout(500);
  const refreshMs = await longestTaskMs(page, async () => {
    const answered = page.waitForResponse((response) => response.url().includes('/api/graph?'));
    await button.evaluate((element) => element instanceof HTMLElement && element.click());
    await answered;
    await page.waitForTimeout(2000);
  });
  const after = await positionsOf(page);
  const moves = [...before].map(([id, { x, y }]) => {
    const now = after.get(id);
    return now === undefined ? Number.POSITIVE_INFINITY : Math.hypot(now.x - x, now.y - y);
  });
  return { refreshMs, movedPx: Math.max(...moves) };
}

async function countsOf(page: Page): Promise<{ nodes: number; edges: number }> {
  const text = await page
    .getByText(/[\d,]+ nodes?, [\d,]+ edges? in/)
    .first()
    .innerText();
  const [, nodes = '0', edges = '0'] = /([\d,]+) nodes?, ([\d,]+) edges?/.exec(text) ?? [];
  return { nodes: Number(nodes.replace(',', '')), edges: Number(edges.replace(',', '')) };
}

async function measurePage(browser: Browser, url: string): Promise<GraphBrowserFigures> {
  const context = await browser.newContext({ viewport });
  const page = await context.newPage();
  const drawnMs = await openGraph(page, url);
  const counts = await countsOf(page);
  const loading = await pastLongestTaskMs(page);
  await page.waitForTimeout(1000);
  const panFps = await framesPerSecond(page, () => pan(page));
  const zoomFps = await framesPerSecond(page, () => zoom(page));
  const refreshed = await refresh(page);
  await page.close();
  const bareFps = await bareCanvasFramesPerSecond(context, counts);
  await context.close();
  return { drawnMs, longestTaskMs: loading, panFps, zoomFps, bareFps, ...refreshed };
}

/** The graph page in a cold Chromium without GPU, workload graph with service nodes off. */
export async function measureGraphInBrowser(viglaUrl: string): Promise<GraphBrowserFigures> {
  // A window that moves on, so that a refresh brings other numbers for the same topology.
  const parameters = new URLSearchParams({
    from: 'now-15m',
    to: 'now',
    type: 'workload',
    services: 'false',
    namespaces: '*',
  });
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
