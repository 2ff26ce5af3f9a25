import { afterEach, expect, test, vi } from 'vitest';
import { type SourceStatus, statusSchema } from '#lib/contract/status.ts';
import { loadStatus } from '#server/mesh/status/load-status.ts';
import type { Cluster, LoadContext, Sources } from '#server/sources/interface.ts';
import { objectsSnapshot } from '#tests/support/objects-snapshot.ts';

afterEach(() => void vi.useRealTimers());

const well: SourceStatus = { id: 'kubernetes', state: 'ok', address: 'https://10.0.0.1' };

function sourcesOf(cluster: string, status: () => Promise<SourceStatus>): Sources {
  return {
    mode: 'cluster',
    metrics: {
      query: async () => ({ rows: [], warnings: [] }),
      queryRange: async () => ({ rows: [], warnings: [] }),
      status: async () => ({ id: 'prometheus', state: 'ok' }),
    },
    objects: { snapshot: async () => objectsSnapshot([], { cluster }), status },
    now: () => 0,
  };
}

const clusterOf = (name: string, status: () => Promise<SourceStatus>): Cluster => ({
  name,
  sources: sourcesOf(name, status),
});

async function clustersOf(context: Partial<LoadContext>) {
  const { data } = await loadStatus(
    {},
    {
      sources: sourcesOf('east', async () => well),
      nowSeconds: 0,
      signal: new AbortController().signal,
      version: '1.2.3',
      ...context,
    },
  );
  return statusSchema.parse(data).clusters;
}

const east = { name: 'east', isHome: true, isOpened: true, state: 'ok' };

test('every cluster says how its API server is, with the reason and what would help', async () => {
  const refused: SourceStatus = {
    id: 'kubernetes',
    state: 'degraded',
    reason: 'Secrets may not be listed.',
    fix: { words: 'Grant it:', command: 'kubectl apply -f role.yaml' },
  };
  const clusters = await clustersOf({
    otherClusters: [
      clusterOf('west', async () => refused),
      clusterOf('north', () => Promise.reject(new Error('connection refused'))),
    ],
    unusableClusters: [{ name: 'south', reason: 'there is no context "south"' }],
  });
  expect(clusters).toEqual([
    east,
    {
      name: 'west',
      isHome: false,
      isOpened: true,
      state: 'degraded',
      reason: refused.reason,
      fix: refused.fix,
    },
    { name: 'north', isHome: false, isOpened: true, state: 'down', reason: 'connection refused' },
    { name: 'south', isHome: false, isOpened: false, state: 'down', reason: 'there is no context "south"' },
  ]);
});

test.for<[string, Partial<LoadContext>]>([
  ['nobody configured another', {}],
  ['remote secrets name none', { otherClusters: [], unusableClusters: [] }],
  ['the request is about one', { unusableClusters: [{ name: 'south', reason: 'gone' }] }],
])('no clusters are listed where %s', async ([, context]) => {
  expect(await clustersOf(context)).toBeUndefined();
});

test('one that cannot be opened is told of where there is no other', async () => {
  const clusters = await clustersOf({
    otherClusters: [],
    unusableClusters: [{ name: 'remote secrets', reason: 'may not be listed' }],
  });
  expect(clusters?.map(({ name, state }) => [name, state])).toEqual([
    ['east', 'ok'],
    ['remote secrets', 'down'],
  ]);
});

test('whoever may see some namespaces alone learns names and states, and no reason of the configuration', async () => {
  const clusters = await clustersOf({
    visibleNamespaces: new Set(['shop']),
    otherClusters: [],
    unusableClusters: [{ name: 'south', reason: 'Secret istio-system/istio-remote-secret-south is empty' }],
  });
  expect(clusters?.at(-1)).toEqual({
    name: 'south',
    isHome: false,
    isOpened: false,
    state: 'down',
    reason: 'It cannot be opened. Whoever may see every namespace is told why.',
  });
});

test('clusters that hang are down after the same three seconds, all at once', async () => {
  vi.useFakeTimers();
  const hangs = () => new Promise<never>(() => undefined);
  const asked = clustersOf({ otherClusters: [clusterOf('west', hangs), clusterOf('north', hangs)] });
  await vi.advanceTimersByTimeAsync(3000);
  const silent = { isHome: false, isOpened: true, state: 'down', reason: 'No answer within 3 s' };
  expect(await asked).toEqual([east, { name: 'west', ...silent }, { name: 'north', ...silent }]);
});
