import { afterAll, afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type Complaints, TestBrowser } from './pages/browser.ts';
import { GraphPageObject } from './pages/graph-page.ts';
import { MeshPageObject } from './pages/mesh-page.ts';
import { OverviewPageObject } from './pages/overview-page.ts';

const browser = new TestBrowser();
let mesh: MeshPageObject;
let complaints: Complaints;

beforeEach(async () => {
  const opened = await browser.open();
  mesh = new MeshPageObject(opened.page);
  complaints = opened.complaints;
});

afterEach(async () => {
  await mesh.page.context().close();
  expect(complaints.texts).toEqual([]);
});

afterAll(() => browser.close());

describe('an operator who looks at the control plane', () => {
  test('finds it from the overview, with how many proxies are in sync', async () => {
    const overview = new OverviewPageObject(mesh.page);
    await overview.open();
    const card = overview.card('Control planes');
    await card.getByText('24 of 26 proxies in sync').waitFor();
    await card.getByRole('link', { name: 'Mesh' }).click();
    const planes = mesh.section('Control planes');
    await planes.getByText('24 of 26 proxies in sync').waitFor();
    await planes.getByText('1 of 1 replicas ready').waitFor();
    await new GraphPageObject(mesh.page).picture('mesh-overview-light');
  });

  test('reads versions, revisions, gateways and the life of the root certificate', async () => {
    await mesh.open();
    const versions = mesh.section('Versions');
    await versions.getByRole('row').filter({ hasText: 'Sidecar' }).getByText('23', { exact: true }).waitFor();
    expect(await versions.getByText('Same version').count()).toBe(2);
    await mesh.section('Revisions').getByText('bookinfo, broken, external, shop').waitFor();
    await mesh.section('Gateways').getByText('203.0.113.132').waitFor();
    await mesh.section('Left-overs').getByText('Nothing of an earlier installation was found.').waitFor();
    await mesh.section('Trust').getByText('cluster.local').waitFor();
  });

  test('learns why a cluster is not part of the mesh', async () => {
    await mesh.open();
    const clusters = mesh.section('Clusters');
    await clusters.getByRole('button', { name: 'Why east is failing' }).click();
    await mesh.page
      .getByText(/gave up waiting for its API server/)
      .first()
      .waitFor();
  });
});

describe('an operator who asks what is configured', () => {
  test('sees first what differs from the defaults, then everything', async () => {
    await mesh.open('?tab=configuration');
    await mesh.row('accessLogFile').getByText('ConfigMap, line 1').waitFor();
    expect(await mesh.row('trustDomain').count()).toBe(0);
    await mesh.page.getByRole('button', { name: 'Changed only' }).click();
    await mesh.page.getByRole('searchbox', { name: 'Filter settings' }).fill('outboundTrafficPolicy');
    const row = mesh.row('outboundTrafficPolicy.mode');
    await row.getByText('ALLOW_ANY').first().waitFor();
    await row.first().click();
    await mesh.page
      .getByText(/REGISTRY_ONLY refuses them/)
      .filter({ visible: true })
      .last()
      .waitFor();
    expect(mesh.parameter('row')).toBe('outboundTrafficPolicy.mode');
    expect(mesh.parameter('all')).toBe('true');
  });
});

describe('an operator who looks for what is wrong', () => {
  test('reads a complaint as a sentence, and goes to its objects', async () => {
    await mesh.open('?tab=problems');
    await mesh.row('A proxy refuses its Listeners').getByText('Failing').waitFor();
    const problem = mesh.row('More than one VirtualService claims alpha.broken.svc.cluster.local:80');
    await problem.first().click();
    await mesh.page.getByText(/Merge the VirtualServices of this host/).waitFor();
    const link = mesh.page.getByRole('link', { name: 'broken/same-host-again' }).first();
    expect(await link.getAttribute('href')).toContain('/config/broken/VirtualService/same-host-again');
    await mesh.page.getByText(/problems of its last push only/).waitFor();
  });

  test('goes from a proxy that refuses to its page', async () => {
    await mesh.open('?tab=problems');
    const row = mesh.row('A proxy refuses its Listeners');
    const href = await row.getByRole('link').first().getAttribute('href');
    expect(href).toContain('/proxies/broken/rejected-sq7gxhrjzn-pccgw');
  });
});

describe('an operator who asks what istiod knows', () => {
  test('finds a hostname that is declared twice, and its endpoints on request', async () => {
    await mesh.open('?tab=registry');
    await mesh.row('api.example.com').getByText('declared 2 times').first().waitFor();
    expect(await mesh.row('declared 2 times').count()).toBe(2);
    await mesh.page.getByRole('button', { name: 'With endpoints' }).click();
    await mesh.row('reviews.bookinfo').getByText('4 healthy').waitFor();
    await mesh.choose('Metrics');
    expect(mesh.parameter('all')).toBeNull();
  });

  test('reads istiod’s own figures, each explained, and why there is no history', async () => {
    await mesh.open('?tab=metrics');
    const now = mesh.section('Now');
    await now.getByText('Convergence, p99').waitFor();
    await now.getByText('910 ms').waitFor();
    await mesh
      .section('Over time')
      .getByText(/a recording of one moment/)
      .waitFor();
  });
});
