import { describe, expect, test } from 'vitest';
import { graphQuery } from '#lib/contract/graph-query.ts';
import { inventoryQuery } from '#lib/contract/inventory.ts';
import { namespacesQuery } from '#lib/contract/namespaces.ts';
import { type HealthRule, healthRulesSchema } from '#lib/health-tolerances.ts';
import { loadWorkload } from '#server/mesh/details/load-details.ts';
import { loadGraph } from '#server/mesh/graph/load-graph.ts';
import { loadServices, loadWorkloads } from '#server/mesh/inventory/load-lists.ts';
import { loadNamespaces } from '#server/mesh/inventory/load-namespaces.ts';
import type { LoadContext } from '#server/sources/interface.ts';
import { type Manifest, objectsSnapshot } from '#tests/support/objects-snapshot.ts';
import { durations, seenByBothSides, steadyContext } from '#tests/support/steady-context.ts';
import { workload } from '#tests/support/telemetry.ts';

const traffic = { from: workload('shop/web-v1'), to: workload('shop/api-v1'), service: 'shop/api' };
const counters = {
  istio_requests_total: [
    ...seenByBothSides({ ...traffic, value: 0.98 }),
    ...seenByBothSides({ ...traffic, code: '500', value: 0.02 }),
  ],
  istio_request_duration_milliseconds_bucket: durations(
    { ...traffic, reporter: 'destination', value: 1 },
    1000,
  ),
};

type Annotations = Record<string, string>;
type Told = {
  workload?: Annotations;
  service?: Annotations;
  namespace?: Annotations;
  rules?: readonly HealthRule[];
};

function contextOf({ workload: own = {}, service = {}, namespace = {}, rules = [] }: Told): LoadContext {
  const pod = (app: string, annotations: Annotations = {}): Manifest => ({
    kind: 'Deployment',
    namespace: 'shop',
    name: `${app}-v1`,
    annotations,
    spec: { replicas: 0, template: { metadata: { labels: { app, version: 'v1' } } } },
  });
  const objects = objectsSnapshot([
    { kind: 'Namespace', name: 'shop', annotations: namespace },
    pod('api', own),
    pod('web'),
    {
      kind: 'Service',
      namespace: 'shop',
      name: 'api',
      annotations: service,
      spec: { selector: { app: 'api' } },
    },
  ]);
  const context = steadyContext(counters, objects);
  return { ...context, sources: { ...context.sources, healthRules: rules } };
}

/** The state of workload `api-v1` on every page that shows it. */
async function states(told: Told) {
  const context = contextOf(told);
  const [list, detail, graph, namespaces] = await Promise.all([
    loadWorkloads(inventoryQuery.parse({}), context),
    loadWorkload({ namespace: 'shop', name: 'api-v1', cluster: undefined, range: 600, at: 'now' }, context),
    loadGraph(graphQuery.parse({ type: 'workload', serviceNodes: 'false' }), context),
    loadNamespaces(namespacesQuery.parse({}), context),
  ]);
  const listed = list.data.items.find(({ name }) => name === 'api-v1');
  const node = graph.data.nodes.find(({ name }) => name === 'api-v1');
  const web = list.data.items.find(({ name }) => name === 'web-v1');
  return {
    pages: [listed?.health.status, detail.data.health.status, node?.health.status],
    edge: graph.data.edges[0]?.health.status,
    caller: web?.health.status,
    namespace: namespaces.data.items[0]?.health.status,
    warnings: [list, detail, graph, namespaces].map(({ warnings }) => warnings.map(({ message }) => message)),
  };
}

const rule = (fields: object) => healthRulesSchema.parse([fields]);
const fivePercent = 'p95,100000;5XX,5,50,http,.*';

test('without any word two failures in a hundred are degraded, on every page', async () => {
  expect(await states({})).toMatchObject({
    pages: ['degraded', 'degraded', 'degraded'],
    edge: 'degraded',
    caller: 'degraded',
    namespace: 'degraded',
    warnings: [[], [], [], []],
  });
});

describe.each<[string, Told, string]>([
  [
    'Kiali’s annotation on the workload',
    { workload: { 'health.kiali.io/rate': '5XX,5,50,http,.*' } },
    'healthy',
  ],
  ['Vigla’s annotation on the workload', { workload: { 'vigla.dev/health': fivePercent } }, 'healthy'],
  [
    'Vigla’s before Kiali’s',
    { workload: { 'vigla.dev/health': fivePercent, 'health.kiali.io/rate': '5XX,0,1,http,.*' } },
    'healthy',
  ],
  ['the namespace’s annotation', { namespace: { 'vigla.dev/health': fivePercent } }, 'healthy'],
  [
    'the workload before its namespace',
    {
      workload: { 'health.kiali.io/rate': '5XX,0,1,http,.*' },
      namespace: { 'vigla.dev/health': fivePercent },
    },
    'failing',
  ],
  ['a configured rule', { rules: rule({ failedPercent: { degradedAbove: 5, failingFrom: 50 } }) }, 'healthy'],
  [
    'a rule by pattern',
    { rules: rule({ namespace: 'sh*', name: 'api-*', failedPercent: { degradedAbove: 0, failingFrom: 1 } }) },
    'failing',
  ],
  [
    'a rule for others',
    { rules: rule({ name: 'web-*', failedPercent: { degradedAbove: 5, failingFrom: 50 } }) },
    'degraded',
  ],
  [
    'a limit of response times',
    { workload: { 'vigla.dev/health': 'p95,100,500;5XX,5,50,http,.*' } },
    'failing',
  ],
  [
    'a limit of response times that holds',
    { workload: { 'vigla.dev/health': 'p95,2000;5XX,5,50,http,.*' } },
    'healthy',
  ],
  ['a minimum of requests', { workload: { 'vigla.dev/health': 'minimum,601' } }, 'healthy'],
])('%s', (_, told, status) => {
  test('decides alike on the list, the details and the graph', async () => {
    expect((await states(told)).pages).toEqual([status, status, status]);
  });
});

test('what a service tolerates, its caller is not blamed for', async () => {
  const tolerant = await states({ workload: { 'vigla.dev/health': fivePercent } });
  expect(tolerant).toMatchObject({ edge: 'healthy', caller: 'healthy' });
});

test('a service has a word of its own', async () => {
  const context = contextOf({ service: { 'health.kiali.io/rate': '5XX,5,50,http,inbound' } });
  const { data } = await loadServices(inventoryQuery.parse({}), context);
  expect(data.items.map(({ name, health }) => [name, health.status])).toEqual([['api', 'healthy']]);
  expect((await states({ service: { 'health.kiali.io/rate': '5XX,5,50,http,inbound' } })).pages[0]).toBe(
    'degraded',
  );
});

test('a wrong annotation counts as none, and every page names the object', async () => {
  const message =
    'The annotation health.kiali.io/rate of Deployment shop/api-v1 is ignored: "5XX,5" is not "code,degraded,failure,protocol,direction".';
  const { pages, warnings } = await states({ workload: { 'health.kiali.io/rate': '5XX,5' } });
  expect(pages).toEqual(['degraded', 'degraded', 'degraded']);
  expect(warnings).toEqual([[message], [message], [message], [message]]);
});

test('response times are asked for only where somebody limits them', async () => {
  const count = async (told: Told) => {
    const context = contextOf(told);
    let asked = 0;
    const { metrics } = context.sources;
    const counting = {
      ...metrics,
      query: (...all: Parameters<typeof metrics.query>) => {
        asked += 1;
        return metrics.query(...all);
      },
    };
    await loadGraph(graphQuery.parse({}), { ...context, sources: { ...context.sources, metrics: counting } });
    return asked;
  };
  expect(await count({})).toBe(4);
  expect(await count({ workload: { 'vigla.dev/health': 'p95,100' } })).toBe(5);
});
