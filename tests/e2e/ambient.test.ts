import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeEach, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { warningSchema } from '#lib/contract/envelope.ts';
import { apiRoutes } from '#lib/contract/routes.ts';
import { ztunnelRoutes } from '#lib/contract/ztunnel-routes.ts';
import { ambientUrl } from '#tests/support/base-url.ts';
import { type Complaints, TestBrowser } from './pages/browser.ts';

const browser = new TestBrowser();
let page: Page;
let complaints: Complaints;

beforeEach(async () => {
  ({ page, complaints } = await browser.open({ isNarrow: false }));
});

afterEach(async () => {
  await page.context().close();
  expect(complaints.texts).toEqual([]);
});

afterAll(() => browser.close());

const ztunnel = 'istio-system/ztunnel-x7k2p';

describe('the API of an ambient mesh', () => {
  const samples: [route: keyof typeof apiRoutes, address: string][] = [
    ['/api/mesh/ambient', '/api/mesh/ambient?namespaces=bookinfo,shop'],
    ['/api/proxies', '/api/proxies'],
    ['/api/mesh/injection', '/api/mesh/injection'],
    ...Object.keys(ztunnelRoutes).map((route): [keyof typeof ztunnelRoutes, string] => [
      route as keyof typeof ztunnelRoutes,
      route.replace('{namespace}/{pod}', ztunnel),
    ]),
  ];
  test.each(samples)('%s answers what its contract says', async (route, address) => {
    const response = await fetch(`${ambientUrl()}${address}`);
    expect(response.status).toBe(200);
    const answer = z.strictObject({ data: apiRoutes[route].data, warnings: z.array(warningSchema) });
    expect(answer.safeParse(await response.json()).error).toBeUndefined();
  });
});

describe('the ambient tab', () => {
  test('shows who is captured, what a waypoint serves and what lacks one', async () => {
    await page.goto(`${ambientUrl()}/mesh?tab=ambient&namespaces=bookinfo,shop`);
    await page.getByText('20 of 22 pods are captured').waitFor();
    await page.getByRole('button', { name: /^Waypoints/ }).click();
    await page.getByRole('button', { name: /^Waypoints/, pressed: true }).waitFor();
    await page.getByRole('row', { name: /bookinfo/ }).click();
    await page.getByText('Namespace bookinfo: label istio.io/use-waypoint=waypoint').waitFor();
    await page.getByRole('button', { name: /^Without a waypoint/ }).click();
    await page.getByText('bookinfo/productpage-viewer').waitFor();
  });

  test('leads to ztunnel’s own tables', async () => {
    await page.goto(`${ambientUrl()}/mesh?tab=ambient&view=ztunnels`);
    await page.getByText('ztunnel-x7k2p').click();
    await page.getByText('details-v1-84g2c6gwbg-dzlfs').waitFor();
    const tables = page.getByRole('group', { name: 'Table' });
    await tables.getByRole('button', { name: 'Policies' }).click();
    await tables.getByRole('button', { name: 'Policies', pressed: true }).waitFor();
    await page.getByRole('cell', { name: 'istio_converted_static_strict', exact: true }).first().waitFor();
    await tables.getByRole('button', { name: 'Certificates' }).click();
    await page.getByText(/It holds no certificate/).waitFor();
  });
});
