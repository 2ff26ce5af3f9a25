import { afterAll, afterEach, beforeEach, expect, test } from 'vitest';
import { baseUrl } from '#tests/support/base-url.ts';
import { type Complaints, TestBrowser } from './pages/browser.ts';
import { LogsTabObject } from './pages/logs-tab.ts';

const browser = new TestBrowser();
let logs: LogsTabObject;
let complaints: Complaints;

beforeEach(async () => {
  const opened = await browser.open();
  logs = new LogsTabObject(opened.page);
  complaints = opened.complaints;
});
afterEach(async () => {
  await logs.page.context().close();
  // Chromium itself logs every answer that is no success; the page must add nothing to that.
  expect(complaints.texts.filter((text) => !text.includes('Failed to load resource'))).toEqual([]);
});
afterAll(() => browser.close());

const workload = '/workloads/bookinfo/productpage-v1';

function problemOf(status: number, code: string, detail: string, more: object = {}): string {
  return JSON.stringify({
    type: `urn:vigla:problem:${code}`,
    status,
    title: 'Refused',
    detail,
    code,
    ...more,
  });
}

test('who asked too often reads when to come back, and the page does so by itself', async () => {
  const { page } = logs;
  let askedCount = 0;
  await page.route('**/api/workloads/bookinfo/productpage-v1/logs?*', (route) => {
    askedCount += 1;
    if (askedCount > 1) return route.continue();
    const body = problemOf(429, 'too_many_requests', 'You have read logs 300 times. Ask again in 2 s.', {
      retryAfterSeconds: 2,
    });
    return route.fulfill({ status: 429, contentType: 'application/problem+json', body });
  });
  await page.goto(`${baseUrl()}${workload}?tab=logs&refresh=off`, { waitUntil: 'domcontentloaded' });
  await page.getByText('Ask again in 2 s. The page does so by itself.').waitFor();
  await logs.lines.first().waitFor();
  expect(askedCount).toBeGreaterThan(1);
});

test('a stream that ended with the session says so and leads to the sign-in page', async () => {
  const { page } = logs;
  await logs.open(workload);
  const problem = problemOf(401, 'unauthenticated', 'You have signed out.');
  await page.route('**/logs/follow?*', (route) =>
    route.request().headers().accept === 'text/event-stream'
      ? route.fulfill({ contentType: 'text/event-stream', body: `event: problem\ndata: ${problem}\n\n` })
      : route.fulfill({ status: 401, contentType: 'application/problem+json', body: problem }),
  );
  await page.getByRole('button', { name: 'Follow' }).click();
  await page.getByText('Refused: You have signed out.').waitFor();
  await page.route('**/auth/sign-in*', (route) => route.fulfill({ contentType: 'text/html', body: 'Here.' }));
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.waitForURL((address) => address.pathname === '/auth/sign-in');
  const { searchParams } = new URL(page.url());
  expect([searchParams.get('reason'), searchParams.get('return')]).toEqual([
    'session-ended',
    expect.stringContaining(`${workload}?`),
  ]);
});
