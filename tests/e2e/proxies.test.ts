import { afterAll, afterEach, beforeEach, describe, expect, test } from 'vitest';
import { baseUrl } from '#tests/support/base-url.ts';
import { type Complaints, TestBrowser } from './pages/browser.ts';
import { FleetPageObject } from './pages/fleet-page.ts';

const browser = new TestBrowser();
let fleet: FleetPageObject;
let complaints: Complaints;

const checkout = { namespace: 'shop', pod: 'checkout-99n5fqdxdr-m2n4z' };
const rejected = { namespace: 'broken', pod: 'rejected-sq7gxhrjzn-pccgw' };
const reviews = ['bookinfo/reviews-v3-rmwljp4qzb-dj46d', 'bookinfo/reviews-v3-rmwljp4qzb-l2q2q'] as const;
const pathOf = ({ namespace, pod }: typeof checkout) => `${namespace}/${pod}`;

beforeEach(async () => {
  const opened = await browser.open();
  fleet = new FleetPageObject(opened.page);
  complaints = opened.complaints;
});

afterEach(async () => {
  await fleet.page.context().close();
  expect(complaints.texts).toEqual([]);
});

afterAll(() => browser.close());

describe('the fleet', () => {
  test('has the worst on top, and what the proxies say themselves comes after', async () => {
    await fleet.open();
    await fleet.page.getByText(/^26 proxies, 1 failing, \d degraded/).waitFor();
    const first = fleet.page.locator('tbody tr').first();
    await first.getByText('Refused').first().waitFor();
    await first.getByRole('link', { name: rejected.pod, exact: true }).waitFor();
    await fleet.row(checkout.pod).getByText('CDS LDS RDS stale').waitFor();
    await fleet.page.getByText(/^Proxies asked/).waitFor({ timeout: 60_000 });
    await expect
      .poll(() => fleet.row(checkout.pod).innerText(), { timeout: 20_000 })
      .toMatch(/\d+\skB[\s\S]*\d+\sh/);
  });

  test('says why a proxy refuses its listeners and what to do', async () => {
    await fleet.open();
    await fleet
      .row(rejected.pod)
      .getByRole('button', { name: `Refused: ${rejected.pod}` })
      .click();
    const why = fleet.page.getByRole('dialog', { name: `Refused: ${rejected.pod}` });
    await why
      .getByText(/spans are to be sent to zipkin\.observability\.svc\.cluster\.local/)
      .first()
      .waitFor();
    await why.getByText(/spec\.egress\[\]\.hosts of Sidecar broken\/hides-the-collector/).waitFor();
    await why.getByText(`istioctl proxy-status ${rejected.pod}.${rejected.namespace}`).waitFor();
  });

  test('keeps its filters in the address, which leads to a proxy and back', async () => {
    await fleet.open();
    await fleet.choose('Sync', 'stale');
    await fleet.choose('Type', 'sidecar');
    await expect.poll(() => fleet.parameter('state')).toBe('STALE');
    expect(fleet.parameter('type')).toBe('sidecar');
    await expect
      .poll(() =>
        fleet.page
          .locator('tbody')
          .getByRole('link', { name: /checkout-/ })
          .count(),
      )
      .toBe(1);
    await fleet.row(checkout.pod).getByRole('link', { name: checkout.pod, exact: true }).click();
    await fleet.page.waitForURL(new RegExp(`/proxies/${pathOf(checkout)}`));
    await fleet.page.goBack();
    await expect.poll(() => fleet.parameter('state')).toBe('STALE');
  });

  test('is readable on a phone', async () => {
    await fleet.page.setViewportSize({ width: 390, height: 844 });
    await fleet.open();
    await fleet.page.getByText('Refused').first().waitFor();
    const width = await fleet.page.evaluate(() => document.documentElement.scrollWidth);
    expect(width).toBeLessThanOrEqual(390);
  });
});

describe('drift', () => {
  test('of a stale proxy is the one weight that did not arrive', async () => {
    await fleet.openTab(pathOf(checkout), 'drift');
    const block = fleet.difference('route table 8080');
    await block.getByText('1 field differs').waitFor({ timeout: 60_000 });
    await block
      .getByRole('row', { name: /routes\[1\]\.route\.weighted_clusters\.clusters\[0\]\.weight 1 3/ })
      .waitFor();
    expect(
      await fleet.page.getByRole('region', { name: /^(cluster|listener|route table|list of) / }).count(),
    ).toBe(1);
    await fleet.page.getByText('Stale', { exact: true }).first().waitFor();
  });

  test('of a proxy that refuses is the listeners it has not, with the reason', async () => {
    await fleet.openTab(pathOf(rejected), 'drift');
    const block = fleet.difference('listener virtualInbound');
    await block.getByText(/^only in istiod/).waitFor({ timeout: 60_000 });
    await block.getByText(/Envoy refused it: envoy\.tracers\.zipkin: unknown cluster/).waitFor();
  });

  test('lays both forms out side by side or in one column', async () => {
    await fleet.openTab(pathOf(checkout), 'drift');
    const block = fleet.difference('route table 8080');
    await block
      .getByRole('region', { name: 'This proxy' })
      .getByText('"weight": 1,')
      .waitFor({ timeout: 60_000 });
    await fleet.page.getByRole('button', { name: 'One column' }).click();
    await expect.poll(() => block.getByRole('region', { name: 'This proxy' }).count()).toBe(0);
    await block.getByText('"weight": 3,').waitFor();
    expect(fleet.parameter('lines')).toBe('unified');
  });
});

describe('compare', () => {
  test('finds two pods of a workload the same', async () => {
    await fleet.openTab(reviews[0], 'compare');
    await fleet.page.getByRole('button', { name: /^Another pod/ }).click();
    await fleet.page.getByRole('searchbox', { name: 'Pod or namespace' }).fill('l2q2q');
    await fleet.page.getByRole('button', { name: new RegExp(reviews[1]) }).click();
    await fleet.page.getByText('Everything is the same').waitFor({ timeout: 60_000 });
    expect(fleet.parameter('with')).toBe(reviews[1]);
  });

  test('finds what changed since a dump that was kept in a file', async () => {
    const answer = await fetch(`${baseUrl()}/api/proxies/${pathOf(checkout)}/raw/download?source=istiod`);
    const saved = Buffer.from(await answer.arrayBuffer());
    await fleet.openTab(pathOf(checkout), 'compare');
    await fleet.page
      .getByLabel('An earlier dump')
      .setInputFiles({ name: 'saved.json', mimeType: 'application/json', buffer: saved });
    await fleet.difference('route table 8080').getByText('1 field differs').waitFor({ timeout: 60_000 });
  });

  test('says what is wrong with a file that is no dump', async () => {
    await fleet.openTab(pathOf(checkout), 'compare');
    await fleet.page
      .getByLabel('An earlier dump')
      .setInputFiles({ name: 'other.json', mimeType: 'application/json', buffer: Buffer.from('{"a":1}') });
    await fleet.page
      .getByText(/no configuration dump of Envoy/)
      .first()
      .waitFor({ timeout: 60_000 });
    complaints.texts = complaints.texts.filter((text) => !text.includes('Failed to load resource'));
  });
});
