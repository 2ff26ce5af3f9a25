import { describe, expect, test } from 'vitest';
import { splitsOf } from '#server/mesh/canary/configured/splits-of.ts';
import type { EnvoySplit } from '#server/mesh/canary/envoy-split.ts';
import { loadEnvoySplits } from '#server/mesh/canary/in-envoy/load-envoy-splits.ts';
import type { Split } from '#server/mesh/canary/split.ts';
import { inventoryOf } from '#server/mesh/inventory/inventory.ts';
import { proxiesOf } from '#server/mesh/proxy/find-proxy.ts';
import { loadRoutes } from '#server/mesh/proxy/load-section.ts';
import type { LoadContext } from '#server/sources/interface.ts';
import { createRecording } from '#server/sources/recording/recording.ts';
import { recordedNowSeconds } from '#tests/support/recorded-traffic.ts';

const sources = createRecording({ now: () => recordedNowSeconds * 1000 });
const context: LoadContext = {
  sources,
  nowSeconds: recordedNowSeconds,
  signal: new AbortController().signal,
  version: 'test',
};
const { objects, rootNamespace } = await sources.objects.snapshot();
const splits = splitsOf(objects, rootNamespace);
const workloads = inventoryOf(objects, rootNamespace).workloads.map(({ namespace, name }) => ({
  namespace,
  workload: name,
}));

function splitNamed(object: string): Split {
  const split = splits.find((one) => `${one.object.namespace}/${one.object.name}` === object);
  if (split === undefined) throw new Error(`the recording splits ${object}`);
  return split;
}

/** All proxies of the mesh, in two halves: no more than 24 are read at a time. */
async function everyProxy(split: Split): Promise<EnvoySplit[]> {
  const half = Math.ceil(workloads.length / 2);
  const halves = [workloads.slice(0, half), workloads.slice(half)];
  const answers = await Promise.all(halves.map((some) => loadEnvoySplits(split, some, context)));
  const proxies = answers.flatMap((answer) => answer.proxies);
  return [...new Map(proxies.map((proxy) => [proxy.pod, proxy])).values()];
}

/** `<pod>: <weights>` of the proxies that divide requests among clusters of a host, as text of their dumps has it. */
async function weightsInDumps(host: string): Promise<Set<string>> {
  const found = new Set<string>();
  for (const { namespace, name: pod } of proxiesOf(objects)) {
    const bytes = await sources.envoy?.admin({ namespace, pod }, { path: 'config_dump', parameters: {} });
    JSON.parse(new TextDecoder().decode(bytes), (key, value) => {
      if (key !== 'weighted_clusters') return value;
      const clusters: { name: string; weight: number }[] = value.clusters;
      if (clusters.some(({ name }) => name.endsWith(`|${host}.svc.cluster.local`)))
        found.add(`${pod}: ${clusters.map(({ weight }) => weight).join('/')}`);
      return value;
    });
  }
  return found;
}

describe('the weights of every proxy of the recorded mesh are those of its dump', () => {
  test.each([
    { split: 'bookinfo/reviews', host: 'reviews.bookinfo', least: 21 },
    { split: 'shop/catalog-mesh', host: 'catalog-v1.shop', least: 18 },
    { split: 'broken/too-much-weight', host: 'beta.broken', least: 20 },
    { split: 'shop/storefront', host: 'storefront-v1.shop', least: 1 },
  ])('$split', async ({ split, host, least }) => {
    const proxies = await everyProxy(splitNamed(split));
    const wanted = await weightsInDumps(host);
    const found = new Set(
      proxies
        .filter(({ state }) => state === 'found')
        .map(({ pod, weights }) => `${pod}: ${weights.replaceAll(/[^ ]+ (\d+)(, )?/g, '$1/').slice(0, -1)}`),
    );
    const missing = [...wanted].filter((one) => !found.has(one));
    const extra = [...found].filter((one) => !wanted.has(one));
    console.info(
      `${split}: ${proxies.length} proxies, ${found.size} found, ${missing.length} missing, ${extra.length} extra`,
    );
    expect(proxies).toHaveLength(26);
    expect(found.size).toBe(least);
    expect({ missing, extra }).toEqual({ missing: [], extra: [] });
    expect(new Set(proxies.map(({ state }) => state))).toEqual(new Set(['found', 'unserved']));
  });
});

test('the proxy that is behind splits as before, and istiod has it otherwise', async () => {
  const { proxies } = await loadEnvoySplits(
    splitNamed('shop/catalog-mesh'),
    [
      { namespace: 'shop', workload: 'checkout' },
      { namespace: 'bookinfo', workload: 'productpage-v1' },
    ],
    context,
  );
  const [behind, other] = proxies;
  expect(behind).toMatchObject({
    workload: 'checkout',
    state: 'found',
    shares: [0.5, 0.5],
    others: [],
    weights: 'catalog-v1 1, catalog-v2 1',
    istiodWeights: 'catalog-v1 3, catalog-v2 1',
    place: '8080 / catalog.shop.svc.cluster.local:8080 / shop.catalog-mesh.1',
    section: 'routes',
    sync: {
      state: 'STALE',
      sentNonce: '2026-11-21T02:00:48Z/7d18da63e-98db-4c7b-86f2-bdc858879115',
      ackedNonce: '2026-11-21T02:00:44Z/69274df9c-e047-4e0e-84b1-6dee5dfa5dab',
    },
  });
  const { sentAtMs = 0, ackedAtMs = 0 } = behind?.sync ?? {};
  // Sent with milliseconds; the nonce of what was acknowledged has seconds.
  expect(sentAtMs - ackedAtMs).toBe(4353);
  // Envoy took the route, of the configuration that it acknowledged, a moment after istiod had made that.
  expect((behind?.lastUpdatedMs ?? 0) - ackedAtMs).toBe(278);
  expect(other).toMatchObject({ shares: [0.75, 0.25], sync: { state: 'SYNCED' } });
  expect(other?.istiodWeights).toBeUndefined();
});

test('a gateway is read although no source names it', async () => {
  const { proxies } = await loadEnvoySplits(splitNamed('shop/storefront'), [], context);
  expect(proxies.map(({ workload, type, shares, place }) => [workload, type, shares, place])).toEqual([
    ['storefront-istio', 'gateway', [0.9, 0.1], 'http.80 / shop.example.com:80 / shop.storefront.1'],
  ]);
});

test('the row is that of the table of routes, and stands for the very rule', async () => {
  for (const split of splits) {
    const { proxies } = await loadEnvoySplits(split, workloads.slice(0, 12), context);
    for (const { namespace, pod, rowId, proofPath, state } of proxies) {
      if (state !== 'found') continue;
      const { data } = await loadRoutes({ namespace, pod, cluster: undefined }, context);
      const row = data.rows.find(({ id }) => id === rowId);
      expect(row?.proofPath).toBe(proofPath);
      expect(row?.links).toContainEqual(
        expect.objectContaining({ ...split.object, part: split.path.replace('spec.', '') }),
      );
    }
    console.info(`${split.object.name}: ${proxies.length} proxies looked up`);
    expect(proxies.filter(({ state }) => state === 'found').length).toBeGreaterThan(0);
  }
});

test('no more than 24 proxies are read, and the others are named', async () => {
  const { proxies, warnings } = await loadEnvoySplits(splitNamed('bookinfo/reviews'), workloads, context);
  expect(proxies).toHaveLength(24);
  expect(warnings.map(({ message }) => message)).toEqual([
    'Only 24 of 26 proxies that call were read: 2 more proxies of shop/wordpress-v1, bookinfo/reviews-v3 may have other weights.',
  ]);
  // Each workload counts before the second pod of another.
  expect(proxies.filter(({ workload }) => workload === 'reviews-v3')).toHaveLength(1);
});

test('sources without a proxy have none, and nothing is wrong with that', async () => {
  const answer = await loadEnvoySplits(
    splitNamed('bookinfo/reviews'),
    [
      { namespace: 'shop', workload: 'legacy-cron' },
      { namespace: 'unknown', workload: 'unknown' },
    ],
    context,
  );
  expect(answer).toEqual({ proxies: [], warnings: [] });
});
