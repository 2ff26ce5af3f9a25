import { expect, test } from 'vitest';
import { loadObservations } from '#server/mesh/canary/observed/load-observations.ts';
import type { ObservedSource } from '#server/mesh/canary/observed.ts';
import type { Split } from '#server/mesh/canary/split.ts';
import { historyContext, lastSlices } from '#tests/support/counter-history.ts';
import { serviceSplit } from '#tests/support/service-split.ts';
import { nobody, type Party, requests, workload } from '#tests/support/telemetry.ts';

const reviews = serviceSplit('bookinfo/reviews', {
  v1: { workloads: ['reviews-v1'] },
  v2: { workloads: ['reviews-v2', 'reviews-v2-blue'] },
});
const catalog = serviceSplit('shop/catalog', {
  'catalog-v1': { isOwnService: true, workloads: ['catalog-v1'] },
  'catalog-v2': { isOwnService: true, workloads: ['catalog-v2'] },
});

type Case = {
  split?: Split;
  service?: string;
  to?: Party;
  code?: string;
  flags?: string;
  protocol?: 'http' | 'grpc';
  labels?: Record<string, string>;
  without?: readonly string[];
};

/** What becomes of seven requests of one row. */
async function seven({ split = reviews, service = 'bookinfo/reviews', without = [], ...given }: Case) {
  const to = given.to ?? nobody;
  const { labels } = requests({
    reporter: 'source',
    from: workload('bookinfo/productpage-v1'),
    ...given,
    to,
    service,
    value: 0,
  });
  const kept = Object.entries({ destination_version: to.version, ...labels }).filter(
    ([label]) => !without.includes(label),
  );
  const context = historyContext([{ labels: Object.fromEntries(kept), values: [10, 10, 17] }]);
  const { bySplit, warnings } = await loadObservations([split], lastSlices(1), context);
  expect(warnings).toEqual([]);
  const observation = bySplit.get(split);
  return { source: observation?.sources[0], notes: observation?.notes ?? [] };
}

/** `v1 7`, `failed 7 UH 503`, `foreign 7 reviews-v4`, `shared 7 reviews-v2`, or nothing. */
function told(source: ObservedSource | undefined, split: Split = reviews): string {
  if (source === undefined) return 'nothing';
  const [counts = [], ...others] = source.requests;
  expect(others).toEqual([]);
  return [
    ...split.versions.flatMap(({ name }, index) => (counts[index] === 0 ? [] : [`${name} ${counts[index]}`])),
    ...source.unassigned.map(({ counts: [count], flags, code }) => `failed ${count} ${flags} ${code}`),
    ...source.foreign.map(
      ({ counts: [count], workload, isShared }) => `${isShared ? 'shared' : 'foreign'} ${count} ${workload}`,
    ),
  ].join(', ');
}

const v1 = workload('bookinfo/reviews-v1');
const inHost = { service: 'reviews', labels: { destination_service: 'reviews:9080' } };

test.each<[string, Case, string]>([
  ['a subset by its workload', { to: v1 }, 'v1 7'],
  ['a second workload of a subset', { to: { ...v1, workload: 'reviews-v2-blue' } }, 'v2 7'],
  [
    'no version label at all',
    { to: v1, without: ['destination_version', 'destination_canonical_revision'] },
    'v1 7',
  ],
  ['the version label of another', { to: { ...v1, version: 'v2' } }, 'v1 7'],
  ['an unknown workload with a version label', { to: { ...nobody, version: 'v2' } }, 'v2 7'],
  ['a workload that no subset has', { to: workload('bookinfo/reviews-v4') }, 'foreign 7 reviews-v4'],
  ['the same name in another namespace', { to: workload('shop/reviews-v1') }, 'foreign 7 reviews-v1'],
  ['no healthy endpoint of any subset', { code: '503', flags: 'UH' }, 'failed 7 UH 503'],
  ['a missing cluster, by the host header', { ...inHost, code: '503', flags: 'NC' }, 'failed 7 NC 503'],
  [
    'no route, by a full host header',
    { service: 'reviews.bookinfo.svc.cluster.local', code: '404', flags: 'NR' },
    'failed 7 NR 404',
  ],
  ['a failed connection', { code: '503', flags: 'URX,UF' }, 'failed 7 URX,UF 503'],
  ['no answer at all', { code: '0', flags: 'DC' }, 'failed 7 DC -'],
  ['an answer of an unknown workload', { code: '200' }, 'foreign 7 unknown'],
  ['a redirect by the proxy itself', { ...inHost, code: '301' }, 'nothing'],
  [
    'past every route',
    {
      service: 'PassthroughCluster',
      labels: {
        destination_service: 'reviews.bookinfo:9080',
        destination_service_name: 'PassthroughCluster',
      },
    },
    'foreign 7 unknown',
  ],
  [
    'a host header of a namesake elsewhere',
    { service: 'reviews', labels: { destination_service: 'reviews.shop' }, code: '503', flags: 'NC' },
    'nothing',
  ],
  ['a store without hosts', { to: v1, without: ['destination_service'] }, 'v1 7'],
  ['another service', { service: 'bookinfo/ratings', to: v1 }, 'nothing'],
])('%s', async (_, given, expected) => {
  const { source } = await seven(given);
  expect(told(source)).toBe(expected);
});

test.each<[string, Case, string]>([
  [
    'a backend by its own host',
    { service: 'shop/catalog-v1', to: workload('shop/catalog-v1') },
    'catalog-v1 7',
  ],
  [
    'its own host without an endpoint',
    { service: 'shop/catalog-v2', code: '503', flags: 'UH' },
    'catalog-v2 7',
  ],
  [
    'its own host at another workload',
    { service: 'shop/catalog-v2', to: workload('shop/blue-v9') },
    'catalog-v2 7',
  ],
  [
    'the routed host at a backend',
    { service: 'shop/catalog', to: workload('shop/catalog-v2') },
    'catalog-v2 7',
  ],
  ['the routed host at nobody', { service: 'shop/catalog', code: '503', flags: 'UH' }, 'failed 7 UH 503'],
  [
    'the routed host elsewhere',
    { service: 'shop/catalog', to: workload('shop/catalog-v3') },
    'foreign 7 catalog-v3',
  ],
  [
    'a backend whose cluster is missing',
    { service: 'catalog-v1.shop.svc.cluster.local', code: '503', flags: 'NC' },
    'failed 7 NC 503',
  ],
])('%s, of Services', async (_, given, expected) => {
  const { source } = await seven({ split: catalog, ...given });
  expect(told(source, catalog)).toBe(expected);
});

const external = serviceSplit(
  'external/api',
  { v1: { workloads: [] }, v2: { workloads: [] } },
  { hosts: ['api.example.com'], services: [] },
);
const api: Split = {
  ...external,
  versions: external.versions.map(({ service: _, ...version }) => ({ ...version, host: 'api.example.com' })),
};
const toApi = { service: 'external/api', labels: { destination_service: 'api.example.com' } };

test.each<[string, Case, string]>([
  ['a version by its label', { ...toApi, to: { ...nobody, version: 'v2' } }, 'v2 7'],
  ['nobody knows which', toApi, 'foreign 7 unknown'],
  ['a failure', { ...toApi, code: '503', flags: 'UH' }, 'failed 7 UH 503'],
  [
    'a missing cluster, with a port',
    { service: 'api', labels: { destination_service: 'api.example.com:443' }, code: '503', flags: 'NC' },
    'failed 7 NC 503',
  ],
])('%s, of a host outside the mesh', async (_, given, expected) => {
  const { source } = await seven({ split: api, ...given });
  expect(told(source, api)).toBe(expected);
});

test('the domain of the cluster is that of the versions', async () => {
  const elsewhere = serviceSplit('shop/catalog', {
    'catalog-v1': {
      isOwnService: true,
      workloads: ['catalog-v1'],
      host: 'catalog-v1.shop.svc.example.internal',
    },
  });
  const { source } = await seven({
    split: elsewhere,
    service: 'shop/catalog',
    to: workload('shop/catalog-v1'),
    labels: { destination_service: 'catalog.shop.svc.example.internal' },
  });
  expect(told(source, elsewhere)).toBe('catalog-v1 7');
});

test('a workload of several versions belongs to none, and that is said', async () => {
  const twice = serviceSplit('bookinfo/reviews', {
    all: { workloads: ['reviews-v1', 'reviews-v2'] },
    v2: { workloads: ['reviews-v2'] },
  });
  const { source, notes } = await seven({ split: twice, to: workload('bookinfo/reviews-v2') });
  expect(told(source, twice)).toBe('shared 7 reviews-v2');
  expect(notes).toEqual([
    '7 requests reached "reviews-v2", which is behind several of these versions, so they belong to none.',
  ]);
});

test('where no workload of a subset is known its version label tells', async () => {
  const unread = serviceSplit('bookinfo/reviews', { v1: { workloads: [] }, v2: { workloads: [] } });
  const { source } = await seven({ split: unread, to: workload('bookinfo/reviews-v2') });
  expect(told(source, unread)).toBe('v2 7');
});

test.each<[string, Case, Partial<Record<'application' | 'proxyMade', number>>]>([
  ['an answer of the application', { code: '500' }, { application: 7 }],
  ['a client error', { code: '404' }, {}],
  ['a delayed failure of the application', { code: '500', flags: 'DI' }, { application: 7 }],
  ['the last of several tries, answered', { code: '503', flags: 'URX' }, { application: 7 }],
  ['the last of several tries, not answered', { code: '503', flags: 'URX,UF' }, { proxyMade: 7 }],
  ['a timeout', { code: '504', flags: 'UT' }, { proxyMade: 7 }],
  ['an open circuit breaker', { code: '503', flags: 'UO' }, { proxyMade: 7 }],
  ['a caller that left', { code: '0', flags: 'DC' }, { proxyMade: 7 }],
  ['a gRPC status', { protocol: 'grpc', labels: { grpc_response_status: '14' } }, { application: 7 }],
  [
    'a gRPC status of a proxy',
    { protocol: 'grpc', flags: 'UF', labels: { grpc_response_status: '14' } },
    { proxyMade: 7 },
  ],
  ['a good gRPC status', { protocol: 'grpc', labels: { grpc_response_status: '0' } }, {}],
])('%s fails as %j says', async (_, given, expected) => {
  const { source } = await seven({ to: v1, ...given });
  const [failures] = source?.failures ?? [];
  expect(source?.requests).toEqual([[7, 0]]);
  const { application = 0, proxyMade = 0 } = expected;
  expect(failures).toEqual({ application: [application, 0], proxyMade: [proxyMade, 0] });
});
