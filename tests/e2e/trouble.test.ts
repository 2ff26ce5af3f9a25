import { afterAll, afterEach, beforeEach, describe, expect, test } from 'vitest';
import { z } from 'zod';
import type { Warning } from '#lib/contract/envelope.ts';
import { baseUrl } from '#tests/support/base-url.ts';
import { type Complaints, TestBrowser } from './pages/browser.ts';
import { GraphPageObject } from './pages/graph-page.ts';
import { ShellObject } from './pages/shell.ts';

const browser = new TestBrowser();
let graph: GraphPageObject;
let shell: ShellObject;
let complaints: Complaints;

beforeEach(async () => {
  const opened = await browser.open();
  graph = new GraphPageObject(opened.page);
  shell = new ShellObject(opened.page);
  complaints = opened.complaints;
});

afterEach(async () => {
  await graph.page.context().close();
  // Chromium itself logs every answer that is no success; the page must add nothing to that.
  expect(complaints.texts.filter((text) => !text.includes('Failed to load resource'))).toEqual([]);
});

afterAll(() => browser.close());

const graphRoute = '**/api/graph?*';

const prometheusDown = {
  status: 503,
  contentType: 'application/problem+json',
  body: JSON.stringify({
    type: 'urn:vigla:problem:source_down',
    status: 503,
    title: 'Prometheus does not answer',
    detail: 'http://prometheus:9090 refused the connection.',
    code: 'source_down',
  }),
};

const anyAnswer = z.looseObject({ warnings: z.array(z.unknown()) });

const anyStatus = z.looseObject({ data: z.looseObject({ sources: z.array(z.unknown()) }) });

describe('while Prometheus does not answer', () => {
  test('the whole page says so and heals by itself', async () => {
    await graph.page.route(graphRoute, (route) => route.fulfill(prometheusDown));
    await graph.page.goto(`${baseUrl()}/graph`, { waitUntil: 'domcontentloaded' });
    const alert = graph.page.getByRole('alert').filter({ hasText: 'Prometheus does not answer' });
    await alert.getByText('http://prometheus:9090 refused the connection.').waitFor();
    await graph.page.unroute(graphRoute);
    await graph.panel.waitFor();
    expect((await graph.counts()).nodes).toBeGreaterThan(20);
    expect(await alert.isVisible()).toBe(false);
  });

  test('the reader may try again at once', async () => {
    await graph.page.route(graphRoute, (route) => route.fulfill(prometheusDown));
    await graph.page.goto(`${baseUrl()}/graph?refresh=off`, { waitUntil: 'domcontentloaded' });
    const retry = graph.page.getByRole('button', { name: 'Try again' });
    await retry.waitFor();
    await graph.page.unroute(graphRoute);
    await retry.click();
    await graph.panel.waitFor();
  });

  test('the last graph stays, and the page says that it is old', async () => {
    await graph.open();
    await graph.page.route(graphRoute, (route) => route.fulfill(prometheusDown));
    await graph.page.keyboard.press('r');
    await graph.page.getByText(/Not refreshed\. Prometheus does not answer/).waitFor();
    expect((await graph.counts()).nodes).toBeGreaterThan(20);
    await graph.page.unroute(graphRoute);
    await graph.page.getByText(/Not refreshed/).waitFor({ state: 'hidden' });
  });
});

describe('a part that is missing', () => {
  const missing: Warning = {
    code: 'query_failed',
    source: 'prometheus',
    message: 'Response times are missing: the query took longer than 10 s.',
  };

  test('is named beside the data and behind the bell', async () => {
    await graph.page.route(graphRoute, async (route) => {
      const response = await route.fetch();
      const answer = anyAnswer.parse(await response.json());
      await route.fulfill({ response, json: { ...answer, warnings: [missing] } });
    });
    await graph.open();
    await graph.page.getByRole('status').getByText(missing.message).waitFor();
    expect((await graph.counts()).nodes).toBeGreaterThan(20);
    await shell.masthead.getByRole('button', { name: '1 warning' }).waitFor();
    const warnings = await shell.warnings();
    expect(warnings).toContain('prometheus');
    expect(warnings).toContain(missing.message);
  });
});

describe('while most sources do not answer', () => {
  test('the masthead names one, counts the rest and still fits', async () => {
    await graph.page.route('**/api/status', async (route) => {
      const response = await route.fetch();
      const answer = anyStatus.parse(await response.json());
      const sources = ['prometheus', 'kubernetes', 'istiod', 'traces'].map((id) => ({ id, state: 'down' }));
      await route.fulfill({ response, json: { ...answer, data: { ...answer.data, sources } } });
    });
    await graph.open();
    const button = shell.masthead.getByRole('button', { name: 'Prometheus down +3' });
    await button.waitFor();
    const tooWide = () => document.documentElement.scrollWidth - window.innerWidth;
    expect(await graph.page.evaluate(tooWide)).toBe(0);
    await button.click();
    await shell.page.getByRole('dialog', { name: 'Sources' }).getByText('Traces').waitFor();
  });
});

describe('while Vigla itself does not answer', () => {
  test('the masthead says so', async () => {
    await graph.page.route('**/api/status', (route) => route.abort('connectionrefused'));
    await graph.open();
    await shell.masthead.getByRole('button', { name: 'Vigla does not answer' }).click();
    await shell.page
      .getByRole('dialog', { name: 'Sources' })
      .getByText(/could not be reached/)
      .waitFor();
  });

  test('an answer that is none is called so', async () => {
    await graph.page.route(graphRoute, (route) =>
      route.fulfill({ status: 200, contentType: 'text/html', body: '<h1>Sign in</h1>' }),
    );
    await graph.page.goto(`${baseUrl()}/graph`, { waitUntil: 'domcontentloaded' });
    await graph.page.getByRole('alert').getByText('The answer could not be read').waitFor();
  });
});
