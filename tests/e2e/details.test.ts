import { afterAll, afterEach, beforeEach, describe, expect, test } from 'vitest';
import { pastIncident } from '#tests/support/past-incident.ts';
import { type Complaints, TestBrowser } from './pages/browser.ts';
import { DetailsPageObject } from './pages/details-page.ts';
import { GraphPageObject } from './pages/graph-page.ts';
import { OverviewPageObject } from './pages/overview-page.ts';

const browser = new TestBrowser();
let details: DetailsPageObject;
let complaints: Complaints;

beforeEach(async () => {
  const opened = await browser.open();
  details = new DetailsPageObject(opened.page);
  complaints = opened.complaints;
});

afterEach(async () => {
  await details.page.context().close();
  expect(complaints.texts).toEqual([]);
});

afterAll(() => browser.close());

describe('find the failing version in the incident', () => {
  test('the overview names it, its page says what fails, its application which versions do not', async () => {
    const { namespace, workload, from, to } = pastIncident();
    const overview = new OverviewPageObject(details.page);
    await overview.open(`?namespaces=*&from=${from}&to=${to}`);
    const worst = overview.page.getByRole('list', { name: 'Workloads that are not well' });
    await worst.getByRole('link', { name: workload, exact: true }).click();

    await details.onPage(`/workloads/${namespace}/${workload}`);
    await details.head.getByText('Failing').waitFor();
    await details.head.getByText(new RegExp(`% of requests to ${workload}`)).waitFor();
    await details.head.getByRole('button', { name: `Why ${workload} is failing` }).click();
    await details.page.getByRole('dialog').getByText('Series').first().waitFor();
    await details.page.keyboard.press('Escape');

    const app = workload.replace(/-v\d$/, '');
    await details.head.getByRole('link', { name: app, exact: true }).first().click();
    await details.onPage(`/applications/${namespace}/${app}`);
    const row = details.section('Workloads').getByRole('row').filter({ hasText: workload });
    await row.getByText('Failing').waitFor();
    expect(details.parameter('from')).toBe(from);
  });
});

describe('the page of a workload', () => {
  test('says what it is, in the title, at the head and below', async () => {
    await details.open('/workloads/bookinfo/reviews-v3');
    await details.head.getByText('2 of 2 ready').waitFor({ timeout: 60_000 });
    expect(await details.page.title()).toBe('reviews-v3 · Vigla');
    await details.head.getByText('Deployment').waitFor();
    await details.head.getByText('STRICT').waitFor();
    await details.head.getByText('bookinfo-reviews').waitFor();
    const requirements = details.section('Requirements');
    await requirements.getByText('A label names the version').waitFor();
    const labels = details.section('Labels and annotations');
    await labels.getByText('service.istio.io/canonical-revision').waitFor();
  });

  test('unfolds a pod into its containers', async () => {
    await details.open('/workloads/bookinfo/reviews-v2');
    const pods = details.section('Pods');
    await pods.getByRole('row').nth(1).click({ timeout: 60_000 });
    const containers = pods.getByRole('table', { name: /^Containers of reviews-v2/ });
    await containers.getByRole('row').filter({ hasText: 'istio-proxy' }).getByText('running').waitFor();
    await containers.getByRole('row').filter({ hasText: 'istio-init' }).getByText('Completed').waitFor();
  });

  test('shows who is next to it, and each neighbour leads to its page', async () => {
    await details.open('/workloads/bookinfo/reviews-v2');
    const neighbours = details.aside.getByRole('list', { name: 'Neighbours' });
    await neighbours.getByRole('link', { name: /^productpage-v1, bookinfo/ }).click({ timeout: 60_000 });
    await details.onPage('/workloads/bookinfo/productpage-v1');
  });

  test('lists what applies to it', async () => {
    await details.open('/workloads/bookinfo/reviews-v2');
    const applies = details.aside.getByRole('region', { name: 'What applies here' });
    await applies.getByText('reviews-viewer').waitFor({ timeout: 60_000 });
    await applies.getByText('PeerAuthentication').waitFor();
  });

  test('opens in the graph with its neighbours alone', async () => {
    await details.open('/workloads/bookinfo/reviews-v2');
    await details.aside.getByRole('link', { name: 'Open in graph' }).click({ timeout: 60_000 });
    await details.onPage('/graph');
    expect(details.parameter('focus')).toBe('workload:Kubernetes/bookinfo/reviews-v2');
  });

  test('hides its right column, and remembers that', async () => {
    await details.open('/workloads/bookinfo/reviews-v2');
    await details.aside.waitFor({ timeout: 60_000 });
    await details.page.getByRole('button', { name: 'Neighbours' }).click();
    await expect.poll(() => details.aside.count()).toBe(0);
    await details.open('/workloads/bookinfo/reviews-v3');
    await details.section('Pods').waitFor();
    expect(await details.aside.count()).toBe(0);
  });

  test('says plainly what is not in the mesh', async () => {
    await details.open('/workloads/legacy/batch');
    await details.head.getByText('not in mesh').waitFor({ timeout: 60_000 });
  });
});

describe('from one to the next', () => {
  test('a service leads to its workloads, a workload to its application', async () => {
    await details.open('/services/bookinfo/reviews');
    await details.head.getByRole('link', { name: 'reviews-v1' }).click({ timeout: 60_000 });
    await details.onPage('/workloads/bookinfo/reviews-v1');
    await details.head.getByRole('link', { name: 'reviews', exact: true }).first().click();
    await details.onPage('/applications/bookinfo/reviews');
    await details.section('Services').getByRole('link', { name: 'reviews', exact: true }).click();
    await details.onPage('/services/bookinfo/reviews');
  });

  test('the graph leads to the page of a node', async () => {
    await details.open('/graph', {
      type: 'workload',
      selected: 'node:workload:Kubernetes/bookinfo/reviews-v2',
    });
    const panel = details.page.getByRole('complementary', { name: 'Details' });
    await panel.getByRole('link', { name: 'Workload' }).click({ timeout: 60_000 });
    await details.onPage('/workloads/bookinfo/reviews-v2');
  });

  test('the palette leads to any workload by name', async () => {
    await new OverviewPageObject(details.page).open();
    await details.page.keyboard.press('Control+k');
    await details.page.getByPlaceholder(/^Go to a page/).fill('ratings-v2');
    await details.page
      .getByRole('option', { name: /^ratings-v2/ })
      .first()
      .click({ timeout: 60_000 });
    await details.onPage('/workloads/bookinfo/ratings-v2');
  });
});

describe('what is not there', () => {
  test('a name that nobody has is said to be unknown, with ways on', async () => {
    await details.open('/workloads/bookinfo/nothing');
    await details.page.getByText('No such workload').waitFor({ timeout: 60_000 });
    await details.page.getByText(/There is no workload "nothing" in namespace bookinfo/).waitFor();
    await details.page.getByRole('link', { name: 'Workloads of bookinfo' }).click();
    await details.onPage('/workloads');
    expect(details.parameter('namespaces')).toBe('bookinfo');
    complaints.texts = complaints.texts.filter((text) => !text.includes('404'));
  });

  test.each(['nonsense', 'routing'])(
    'the tab "%s", which the page has not, is the first one',
    async (tab) => {
      await details.open('/workloads/bookinfo/reviews-v2', { tab });
      await details.section('Requirements').waitFor({ timeout: 60_000 });
      await details.page.getByRole('tab', { name: 'Overview', selected: true }).waitFor();
    },
  );
});

test('the page is there in dark and on a phone', async () => {
  for (const options of [{ colorScheme: 'dark' }, { isNarrow: true }] as const) {
    const opened = await browser.open(options);
    const page = new DetailsPageObject(opened.page);
    await page.open('/workloads/bookinfo/productpage-v1');
    await page
      .section('Neighbours')
      .getByRole('link', { name: /^details-v1/ })
      .waitFor({ timeout: 60_000 });
    const graph = new GraphPageObject(opened.page);
    await graph.expectNoSidewaysScroll();
    await graph.picture('isNarrow' in options ? 'workload-narrow' : 'workload-dark');
    expect(opened.complaints.texts).toEqual([]);
    await opened.page.context().close();
  }
});
