import { beforeAll, describe, expect, test } from 'vitest';
import type { Realized, RealizedSection } from '#lib/contract/realized.ts';
import { ViglaError } from '#server/errors.ts';
import { proxiesOf } from '#server/mesh/proxy/find-proxy.ts';
import {
  loadClusters,
  loadEcds,
  loadEndpoints,
  loadListeners,
  loadRoutes,
  loadSecrets,
} from '#server/mesh/proxy/load-section.ts';
import { loadRealized } from '#server/mesh/realized/load-realized.ts';
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

type Kind = Parameters<typeof loadRealized>[0]['kind'];
const realized = async (kind: Kind, place: string, limit = 50, within = context): Promise<Realized> => {
  const [namespace = '', name = ''] = place.split('/');
  return (await loadRealized({ kind, namespace, name, limit, cluster: undefined }, within)).data;
};

const tables = {
  clusters: loadClusters,
  listeners: loadListeners,
  routes: loadRoutes,
  endpoints: loadEndpoints,
  secrets: loadSecrets,
  ecds: loadEcds,
} satisfies Partial<Record<RealizedSection, unknown>>;

/** `<proxy> <section> <row> <part> <confidence>` of every row of every proxy's tables, by the object it links to. */
const byObject = new Map<string, Set<string>>();

describe('an object lists the items that link to it', () => {
  beforeAll(async () => {
    const { objects } = await sources.objects.snapshot();
    for (const { namespace, name: pod } of proxiesOf(objects))
      for (const [section, load] of Object.entries(tables)) {
        const { data } = await load({ namespace, pod, cluster: undefined }, context);
        for (const { id, links } of data.rows)
          for (const { kind, namespace: place, name, part = '', confidence } of links) {
            const key = `${kind} ${place}/${name}`;
            const items = byObject.get(key) ?? new Set();
            byObject.set(key, items.add(`${namespace}/${pod} ${section} ${id} ${part} ${confidence}`));
          }
      }
  }, 60_000);

  test.each<[Kind, string, number]>([
    ['VirtualService', 'bookinfo/reviews', 100],
    ['VirtualService', 'bookinfo/bookinfo', 20],
    ['DestinationRule', 'bookinfo/reviews', 80],
    ['HTTPRoute', 'shop/catalog-mesh', 20],
    ['HTTPRoute', 'shop/storefront', 2],
    ['Gateway', 'shop/storefront', 3],
    ['IstioGateway', 'bookinfo/bookinfo-gateway', 20],
    ['ServiceEntry', 'external/api', 100],
    ['Sidecar', 'bookinfo/details-scope', 50],
    ['PeerAuthentication', 'bookinfo/default', 20],
    ['RequestAuthentication', 'bookinfo/productpage-jwt', 1],
    ['AuthorizationPolicy', 'bookinfo/ratings-viewer', 4],
    ['EnvoyFilter', 'bookinfo/ratings-header', 1],
    ['Telemetry', 'bookinfo/ratings-errors-only', 10],
    ['Service', 'shop/wordpress', 50],
    ['Pod', 'bookinfo/reviews-v1-8nlmnvhdvc-qrsdk', 40],
    ['Secret', 'istio-system/bookinfo-credential', 2],
  ])('%s %s', async (kind, place, least) => {
    const found = new Set(
      (await realized(kind, place)).proxies.flatMap(({ namespace, pod, items }) =>
        items
          .filter(({ section }) => section !== 'bootstrap')
          .map(({ section, rowId, part = '', confidence }) =>
            [`${namespace}/${pod}`, section, rowId, part, confidence].join(' '),
          ),
      ),
    );
    const wanted = byObject.get(`${kind} ${place}`) ?? new Set();
    const missing = [...wanted].filter((item) => !found.has(item));
    const extra = [...found].filter((item) => !wanted.has(item));
    console.info(`${kind} ${place}: ${found.size} found, ${missing.length} missing, ${extra.length} extra`);
    expect(found.size).toBeGreaterThanOrEqual(least);
    expect({ missing, extra }).toEqual({ missing: [], extra: [] });
  });
});

test('a ProxyConfig is found in the bootstrap of the proxies that it is for', async () => {
  const { proxies } = await realized('ProxyConfig', 'bookinfo/ratings-tuning');
  expect(proxies.map(({ pod, items }) => [pod.split('-')[0], items.map(({ section }) => section)])).toEqual([
    ['ratings', ['bootstrap']],
    ['ratings', ['bootstrap']],
  ]);
});

test('no more proxies are read than asked for', async () => {
  const { proxies, readCount, candidateCount } = await realized('DestinationRule', 'bookinfo/reviews', 2);
  expect([proxies.length, readCount, candidateCount]).toEqual([2, 2, 26]);
});

test('a proxy that does not answer says why, and the others go on', async () => {
  const envoy: NonNullable<LoadContext['sources']['envoy']> = {
    admin: async (proxy, question, signal) => {
      if (proxy.pod.startsWith('details')) throw new ViglaError('source_failed', 'The pod hangs.');
      return recordedEnvoy().admin(proxy, question, signal);
    },
  };
  const answer = await loadRealized(
    { kind: 'VirtualService', namespace: 'bookinfo', name: 'reviews', limit: 3, cluster: undefined },
    { ...context, sources: { ...sources, envoy } },
  );
  expect(answer.data.proxies.map(({ unanswered }) => unanswered)).toEqual([
    'The pod hangs.',
    undefined,
    undefined,
  ]);
  expect(answer.data.proxies.map(({ itemCount }) => itemCount)).toEqual([0, 8, 8]);
  expect(answer.data.answeredCount).toBe(2);
  expect(answer.warnings.map(({ message }) => message)).toEqual([
    '1 of 3 proxies did not answer: what they have of the object is missing.',
  ]);
});

test('an object that does not exist is looked for all the same', async () => {
  const { isUnknown, proxies, readCount } = await realized('VirtualService', 'bookinfo/gone', 2);
  expect([isUnknown, readCount, proxies.map(({ itemCount }) => itemCount)]).toEqual([true, 2, [0, 0]]);
});

test('without a way to the proxies it says so', async () => {
  const { envoy: _envoy, ...others } = sources;
  const question = realized('VirtualService', 'bookinfo/reviews', 1, { ...context, sources: others });
  await expect(question).rejects.toThrow(/no way to the proxies/);
});

function recordedEnvoy() {
  if (sources.envoy === undefined) throw new Error('The recording has no proxies');
  return sources.envoy;
}
