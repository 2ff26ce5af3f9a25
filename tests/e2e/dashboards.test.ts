import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { dashboardsQuery } from '#lib/contract/dashboards.ts';
import { loadDashboards } from '#server/mesh/dashboards/load-dashboards.ts';
import { createGrafana } from '#server/sources/grafana/grafana.ts';
import type { Sources } from '#server/sources/interface.ts';
import { createRecording } from '#server/sources/recording/recording.ts';
import { baseUrl } from '#tests/support/base-url.ts';
import type { LocalServer } from '#tests/support/local-server.ts';
import { startGrafana } from '#tests/support/made-grafana.ts';
import { controlsOf } from './pages/accessibility.ts';
import { type Complaints, type OpenOptions, TestBrowser } from './pages/browser.ts';

const browser = new TestBrowser();
let grafana: LocalServer;
let sources: Sources;
let page: Page;
let complaints: Complaints;

beforeAll(async () => {
  grafana = await startGrafana({ basePath: '/tools/grafana' });
  const externalUrl = `${grafana.url}/tools/grafana`;
  sources = {
    ...createRecording({}),
    grafana: createGrafana({ url: externalUrl, externalUrl, timeoutMs: 5_000 }),
  };
});
afterAll(async () => {
  await browser.close();
  await grafana.stop();
});

async function open(options: OpenOptions = {}): Promise<void> {
  ({ page, complaints } = await browser.open(options));
}
async function close(): Promise<void> {
  // A question that is under way needs no answer any more.
  await page.unrouteAll({ behavior: 'ignoreErrors' });
  await page.context().close();
}
beforeEach(() => open());
afterEach(async () => {
  await close();
  expect(complaints.texts).toEqual([]);
});

/** The demo has no Grafana: the same loader answers for one that runs here. */
async function withGrafana(): Promise<void> {
  await page.route('**/api/dashboards?*', async (route) => {
    const asked = Object.fromEntries(new URL(route.request().url()).searchParams);
    const answer = await loadDashboards(dashboardsQuery.parse(asked), {
      sources,
      nowSeconds: Math.floor(Date.now() / 1000),
      signal: new AbortController().signal,
      version: '0.0.0',
    });
    await route.fulfill({ json: answer });
  });
}

function visit(address: string) {
  return page.goto(`${baseUrl()}${address}`, { waitUntil: 'domcontentloaded' });
}

const head = () => page.locator('#page header').first();

/** What Grafana was asked for in the window that a link opens, with its parameters. */
async function opened(click: () => Promise<void>) {
  const [popup] = await Promise.all([page.waitForEvent('popup'), click()]);
  await popup.getByRole('heading').waitFor();
  const { pathname, searchParams } = new URL(popup.url());
  await popup.close();
  const { from, to, ...variables } = Object.fromEntries(searchParams);
  return { pathname, seconds: (Number(to) - Number(from)) / 1000, variables };
}

describe('with a Grafana', () => {
  beforeEach(() => withGrafana());

  test('the head of a workload leads to its dashboard in the time range of the page, and tells nobody from where', async () => {
    await visit('/workloads/bookinfo/reviews-v2?from=now-1h&to=now');
    const link = head().getByRole('link', { name: 'Grafana', exact: true });
    await link.waitFor();
    expect(await link.getAttribute('title')).toBe('Istio Workload Dashboard');
    expect(await opened(() => link.click())).toEqual({
      pathname: '/tools/grafana/d/workloads-uid',
      seconds: 3600,
      variables: { 'var-namespace': 'bookinfo', 'var-workload': 'reviews-v2' },
    });
    expect(grafana.received.filter(({ headers }) => headers.referer?.startsWith(baseUrl()))).toEqual([]);
  });

  test('the metrics tab of a service names the dashboard beside its charts', async () => {
    await visit('/services/bookinfo/reviews?tab=inbound');
    const link = page.getByRole('link', { name: 'Istio Service Dashboard', exact: true });
    expect(await opened(() => link.click())).toEqual({
      pathname: '/tools/grafana/d/services-uid',
      seconds: 600,
      variables: { 'var-service': 'reviews.bookinfo.svc.cluster.local' },
    });
  });

  test("a proxy leads to its workload's dashboard", async () => {
    await visit('/proxies/bookinfo/reviews-v2-g4ljmxjndk-4jwgq');
    const link = head().getByRole('link', { name: 'Grafana', exact: true });
    expect((await opened(() => link.click())).variables).toEqual({
      'var-namespace': 'bookinfo',
      'var-workload': 'reviews-v2',
    });
  });

  test('the mesh has a choice of dashboards, and each control plane its own', async () => {
    await visit('/mesh');
    await page.getByRole('button', { name: 'Grafana' }).click();
    const choices = page.getByRole('menu').getByRole('menuitem');
    await choices.first().waitFor();
    expect(await choices.allInnerTexts()).toEqual([
      'Istio Mesh Dashboard',
      'Istio Performance Dashboard',
      'Istio Wasm Extension Dashboard',
    ]);
    expect((await opened(() => choices.first().click())).pathname).toBe('/tools/grafana/d/mesh-uid');
    const planes = page.getByRole('region', { name: 'Control planes' });
    const link = planes.getByRole('link', { name: 'Istio Control Plane Dashboard' }).first();
    expect((await opened(() => link.click())).variables).toEqual({ 'var-namespace': 'istio-system' });
  });

  test.each<OpenOptions>([{}, { isNarrow: true }, { colorScheme: 'dark' }])(
    '%j: all of it fits',
    async (options) => {
      await close();
      await open(options);
      await withGrafana();
      for (const address of ['/workloads/bookinfo/reviews-v2?tab=inbound', '/mesh']) {
        await visit(address);
        await page.getByText('Grafana', { exact: true }).first().waitFor();
        const tooWide = () => document.documentElement.scrollWidth - window.innerWidth;
        expect(await page.evaluate(tooWide)).toBe(0);
        expect((await controlsOf(page)).filter(({ name }) => name === '')).toEqual([]);
      }
    },
  );
});

test('the demo has none, and its pages have no place for one', async () => {
  const answered = page.waitForResponse('**/api/dashboards?*');
  await visit('/workloads/bookinfo/reviews-v2');
  await head().getByRole('link', { name: 'Graph', exact: true }).waitFor();
  expect((await answered).status()).toBe(200);
  expect(await head().getByText('Grafana').count()).toBe(0);
});
