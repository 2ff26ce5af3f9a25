import { afterAll, beforeAll, expect, test } from 'vitest';
import type { z } from 'zod';
import type { Answer } from '#lib/contract/envelope.ts';
import { graphQuery } from '#lib/contract/graph-query.ts';
import { inventoryQuery } from '#lib/contract/inventory.ts';
import { namespacesQuery } from '#lib/contract/namespaces.ts';
import { objectsQuery } from '#lib/contract/objects.ts';
import { proxiesQuery } from '#lib/contract/proxies.ts';
import { readConfig } from '#server/config.ts';
import { loadGraph } from '#server/mesh/graph/load-graph.ts';
import { loadApplications, loadServices, loadWorkloads } from '#server/mesh/inventory/load-lists.ts';
import { loadNamespaces } from '#server/mesh/inventory/load-namespaces.ts';
import { loadObjects } from '#server/mesh/objects/load-objects.ts';
import { loadProxies } from '#server/mesh/proxies/load-proxies.ts';
import type { MeshClusters } from '#server/sources/cluster/mesh-clusters.ts';
import type { LoadContext } from '#server/sources/interface.ts';
import { createMesh } from '#server/sources/sources.ts';
import { differences } from '#tests/support/differences.ts';
import { type Kubeapi, startKubeapi } from '#tests/support/kubeapi.ts';
import { type PrometheusServer, startPrometheus } from '#tests/support/prometheus.ts';
import { historyOf, homeName, writeContexts } from '#tests/support/two-clusters.ts';
import { waitUntil } from '#tests/support/wait-until.ts';

// Two clusters with the same objects and the same traffic: whatever is said of the one must be said of the other.
const nowSeconds = Math.floor(Date.now() / 1000);
const scrapes = Array.from({ length: 12 }, (_, index) => nowSeconds - 660 + index * 60);
const { signal } = new AbortController();

let home: Kubeapi;
let west: Kubeapi;
let both: PrometheusServer;
let mesh: MeshClusters;

beforeAll(async () => {
  [home, west, both] = await Promise.all([
    startKubeapi(),
    startKubeapi(),
    startPrometheus({ backfill: historyOf([homeName, 'west'], scrapes) }),
  ]);
  mesh = openMesh({ west: west.url });
}, 240_000);
afterAll(() => Promise.all([home, west, both].map((server) => server.stop())));

function openMesh(others: Record<string, string>, settings: Record<string, string> = {}): MeshClusters {
  const servers = Object.entries({ home: home.url, ...others }).map(([name, url]) => [name, { url }]);
  return createMesh(
    readConfig({
      KUBECONFIG: writeContexts(Object.fromEntries(servers)),
      KUBE_CONTEXTS: Object.keys(others)
        .map((name) => `${name}=${name}`)
        .join(),
      PROMETHEUS_URL: both.url,
      ...settings,
    }),
  );
}

async function contextOf(clusters: MeshClusters): Promise<LoadContext> {
  const listed = await clusters.others?.(signal);
  return {
    sources: clusters.home,
    nowSeconds,
    signal,
    version: '0.0.0',
    cluster: listed?.home ?? homeName,
    otherClusters: listed?.clusters ?? [],
    unusableClusters: listed?.unusable ?? [],
  };
}

/** The same, said of the home cluster; rates stand in the order of the rows, which is another in each cluster. */
function mirrored<Part>(part: Part, cluster = 'west'): Part {
  const text = JSON.stringify(part)
    .replaceAll(new RegExp(String.raw`(\\?")${cluster}(\\?")`, 'g'), `$1${homeName}$2`)
    .replaceAll(
      new RegExp(
        String.raw`\b(workload|application|service|serviceEntry|unknown|passthrough|blackHole):${cluster}\b`,
        'g',
      ),
      `$1:${homeName}`,
    )
    .replaceAll(/→ [^"]+"/g, (rates) => `→ ${rates.slice(2, -1).split(', ').sort().join()}"`);
  return JSON.parse(text);
}

/** The recorded istiod says of every proxy that it is in the cluster `Kubernetes`, so it knows none of the other one. */
const saidByIstiod: ReadonlySet<string> = new Set([
  'version',
  'istiod',
  'connectedAt',
  'syncs',
  'drift',
  'lastError',
  'state',
  'health',
]);
function withoutIstiod<Part>(items: readonly Part[]): Part[] {
  return JSON.parse(
    JSON.stringify(items, (key, value: unknown) => (saidByIstiod.has(key) ? undefined : value)),
  );
}

type Placed = { cluster?: string | undefined };
const isIn =
  (cluster: string) =>
  (item: Placed): boolean =>
    item.cluster === cluster;

test('the graph draws both clusters, each with what its own objects say', async () => {
  const context = await contextOf(mesh);
  const { data, warnings } = await loadGraph(graphQuery.parse({ idle: 'true' }), context);
  expect(warnings).toEqual([]);
  const ours = mirrored(data.nodes.filter(isIn(homeName)));
  const theirs = mirrored(data.nodes.filter(isIn('west'))).sort((one, other) => (one.id < other.id ? -1 : 1));
  const badges = theirs.flatMap((node) => node.badges);
  console.log(
    `${theirs.length} nodes of the other cluster with ${badges.length} badges, ${ours.length} of home`,
  );
  expect(ours.length).toBeGreaterThan(30);
  expect(badges.length).toBeGreaterThan(20);
  expect(differences(ours, theirs)).toEqual([]);
  expect(data.boxes.filter(({ kind }) => kind === 'cluster').map(({ name }) => name)).toEqual([
    homeName,
    'west',
  ]);
});

type List = {
  name: string;
  load: (context: LoadContext) => Promise<Answer<{ items: Placed[] }>>;
  atLeast: number;
};
const listOf = <Schema extends z.ZodType>(
  name: string,
  schema: Schema,
  load: (query: z.output<Schema>, context: LoadContext) => Promise<Answer<{ items: Placed[] }>>,
  atLeast: number,
): List => ({ name, load: (context) => load(schema.parse({}), context), atLeast });

const lists: List[] = [
  listOf('workloads', inventoryQuery, loadWorkloads, 25),
  listOf('services', inventoryQuery, loadServices, 30),
  listOf('applications', inventoryQuery, loadApplications, 20),
  listOf('namespaces', namespacesQuery, loadNamespaces, 9),
  listOf('proxies', proxiesQuery, loadProxies, 20),
  listOf('objects', objectsQuery, loadObjects, 40),
];

test.each(lists)('the list of $name has the items of both clusters', async ({ name, load, atLeast }) => {
  const context = await contextOf(mesh);
  const { data } = await load(context);
  const ours = mirrored(data.items.filter(isIn(homeName)));
  const theirs = mirrored(data.items.filter(isIn('west')));
  console.log(`${name}: ${ours.length} of home, ${theirs.length} of the other`);
  expect(ours.length).toBeGreaterThanOrEqual(atLeast);
  const compared = name === 'proxies' ? withoutIstiod : (items: Placed[]) => items;
  expect(differences(compared(ours), compared(theirs))).toEqual([]);
  expect(ours.length + theirs.length).toBe(data.items.length);
});

test('a cluster that is down is a warning, home is as before, and it heals by itself', async () => {
  const down = await startKubeapi();
  await down.stop();
  const port = Number(new URL(down.url).port);
  const clusters = openMesh({ west: down.url });
  const startedMs = performance.now();
  const context = await contextOf(clusters);
  const graph = await loadGraph(graphQuery.parse({}), context);
  const tookMs = performance.now() - startedMs;
  const whole = await loadGraph(graphQuery.parse({}), await contextOf(mesh));
  expect(
    differences(graph.data.nodes.filter(isIn(homeName)), whole.data.nodes.filter(isIn(homeName))),
  ).toEqual([]);
  expect(graph.warnings.map(({ message }) => message).join('\n')).toMatch(
    /^Cluster west: \w+ objects could not be read.* So it is with \d+ more kinds\.$/m,
  );
  // Telemetry still names what runs there.
  expect(graph.data.nodes.filter(isIn('west')).length).toBeGreaterThan(10);
  const listed = await loadWorkloads(inventoryQuery.parse({}), context);
  expect(listed.data.items.filter(isIn(homeName)).length).toBeGreaterThanOrEqual(25);
  expect(listed.warnings.map(({ message }) => message).join('\n')).toContain('Cluster west');

  const returned = await startKubeapi({ port });
  const returnedMs = performance.now();
  await waitUntil(
    async () => (await loadGraph(graphQuery.parse({}), await contextOf(clusters))).warnings.length === 0,
    { what: 'the other cluster is read', withinMs: 60_000 },
  );
  const healedSeconds = (performance.now() - returnedMs) / 1000;
  console.log(
    `drawn after ${(tookMs / 1000).toFixed(1)} s without it, healed in ${healedSeconds.toFixed(1)} s`,
  );
  expect(healedSeconds).toBeLessThan(30);
  await returned.stop();
}, 120_000);

test('two clusters of one name: the second is left out, with what to do', async () => {
  const clusters = createMesh(
    readConfig({
      KUBECONFIG: writeContexts({ home, west }),
      KUBE_CONTEXTS: `${homeName}=west`,
      PROMETHEUS_URL: both.url,
    }),
  );
  const { otherClusters, unusableClusters } = await contextOf(clusters);
  expect(otherClusters).toEqual([]);
  expect(unusableClusters).toEqual([
    { name: homeName, reason: expect.stringMatching(/is called Kubernetes as well: give each istiod/) },
  ]);
});

test('a context that nobody named is called by its name where istiod does not name the cluster', async () => {
  const clusters = createMesh(
    readConfig({
      KUBECONFIG: writeContexts({ home, oregon: west }),
      KUBE_CONTEXTS: 'oregon, nowhere',
      PROMETHEUS_URL: both.url,
    }),
  );
  const { otherClusters = [], unusableClusters } = await contextOf(clusters);
  expect(otherClusters.map(({ name }) => name)).toEqual(['oregon']);
  expect((await otherClusters[0]?.sources.objects.snapshot())?.cluster).toBe('oregon');
  expect(unusableClusters).toEqual([
    {
      name: 'nowhere',
      reason: expect.stringMatching(/there is no context "nowhere" \(it has home, oregon\)/),
    },
  ]);
});
