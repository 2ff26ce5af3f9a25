import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeEach, expect, test } from 'vitest';
import { baseUrl } from '#tests/support/base-url.ts';
import { type Complaints, TestBrowser } from './pages/browser.ts';

const browser = new TestBrowser();
let page: Page;
let complaints: Complaints;

beforeEach(async () => {
  ({ page, complaints } = await browser.open());
});

afterEach(async () => {
  await page.context().close();
  expect(complaints.texts).toEqual([]);
});

afterAll(() => browser.close());

test('why is this pod not injected?', async () => {
  await page.goto(`${baseUrl()}/mesh?tab=injection&namespaces=shop,legacy`);
  await page.getByText(/of \d+ pods have a proxy · none needs a restart/).waitFor();
  await page.getByRole('row', { name: /legacy-cron/ }).click();
  const steps = page.getByRole('region', { name: 'What decides' });
  await steps.getByText('ends: no proxy').waitFor();
  await steps
    .getByText(/pod label sidecar.istio.io\/inject is false/i)
    .first()
    .waitFor();
  expect(new URL(page.url()).searchParams.get('pod')).toMatch(/^shop\/legacy-cron-/);
});

test('what was injected stands there in words', async () => {
  await page.goto(`${baseUrl()}/mesh?tab=injection&namespaces=shop&pod=shop/mysql-mj4lmz4hq2-fnxrx`);
  const injected = page.getByRole('region', { name: 'What was injected' });
  await injected.getByText('Native sidecar').waitFor();
  await injected
    .getByText('Connections to ports 15090, 15021, 15020 reach the pod without the proxy.')
    .waitFor();
});

test('a manifest is judged before anybody applies it', async () => {
  await page.goto(`${baseUrl()}/mesh?tab=injection&view=trial&namespaces=legacy`);
  await page.getByLabel('Namespace, where the manifest names none').fill('legacy');
  const manifest = page.getByLabel('Manifest (YAML or JSON)');
  await manifest.fill(
    'kind: Pod\nmetadata:\n  name: web\n  labels: {sidecar.istio.io/inject: "true"}\nspec: {}',
  );
  await page.getByRole('button', { name: 'Judge' }).click();
  await page.getByRole('region', { name: 'Pod legacy/web' }).getByText('Gets a proxy').waitFor();
  await manifest.fill('kind: Service\nmetadata: {name: web}');
  complaints.texts.length = 0;
  await page.getByRole('button', { name: 'Judge' }).click();
  await page
    .getByRole('alert')
    .getByText(/nothing in it is a Pod/)
    .waitFor();
  // The browser itself notes every refused request.
  complaints.texts = complaints.texts.filter((text) => !text.includes('400'));
});
