import { beforeAll, expect, test } from 'vitest';
import { targetQuery } from '#lib/contract/details.ts';
import { loadWorkload } from '#server/mesh/details/load-details.ts';
import type { IstiodSource, LoadContext, ObjectsSnapshot } from '#server/sources/interface.ts';
import { istiodSaying } from '#tests/support/proxy-answers.ts';
import { recordedSnapshot } from '#tests/support/recorded-snapshot.ts';
import { steadyContext } from '#tests/support/steady-context.ts';

const silentIstiod = istiodSaying([]);

let snapshot: ObjectsSnapshot;
let context: LoadContext;
beforeAll(async () => {
  snapshot = await recordedSnapshot();
  context = steadyContext({}, snapshot);
});

function targetOf(path: string) {
  const [namespace, name] = path.split('/');
  return targetQuery.parse({ namespace, name });
}

const withIstiod = (istiod: IstiodSource): LoadContext => ({
  ...context,
  sources: { ...context.sources, istiod },
});
const said = async (path: string, from: LoadContext) => {
  const { data, warnings } = await loadWorkload(targetOf(path), from);
  return {
    sync: data.podList[0]?.sync,
    version: data.podList[0]?.proxyVersion,
    codes: warnings.map(({ code }) => code),
  };
};

test('sync states are istiod’s own, with the version that the proxy says it runs', async () => {
  const pod = snapshot.objects.Pod.find(({ metadata }) => metadata.name.startsWith('reviews-v2-'))?.metadata
    .name;
  const syncz = [
    { proxy: `${pod}.bookinfo`, istio_version: '1.29.3', cluster_sent: '2', cluster_acked: '1' },
  ];
  const answer = await said('bookinfo/reviews-v2', withIstiod(istiodSaying(syncz)));
  expect(answer).toMatchObject({ sync: { CDS: 'STALE' }, version: '1.29.3', codes: [] });
});

test('sync states are absent without a way to istiod, with a warning', async () => {
  expect(await said('bookinfo/reviews-v2', context)).toEqual({
    sync: undefined,
    version: '1.31.0',
    codes: ['istiod_missing'],
  });
});

test('sync states are absent when istiod answers something else or nothing', async () => {
  const odd = istiodSaying('no list');
  const dead = { ...silentIstiod, ask: () => Promise.reject(new Error('timeout')) };
  const gone = { ...silentIstiod, ask: async () => [] };
  for (const istiod of [odd, dead, gone])
    expect((await said('bookinfo/reviews-v2', withIstiod(istiod))).codes).toEqual(['istiod_missing']);
});

test('a proxy that the other replicas do not know may belong to the one that did not answer', async () => {
  const silent = {
    replica: 'istiod-2',
    failure: { code: 'timeout' as const, message: 'did not answer within 10 s.' },
  };
  const half = {
    ...silentIstiod,
    ask: async () => [...(await silentIstiod.ask({ endpoint: 'syncz' })), silent],
  };
  expect((await said('bookinfo/reviews-v2', withIstiod(half))).codes).toEqual(['istiod_timeout']);
});

test('a proxy that istiod does not know is not connected', async () => {
  expect((await said('bookinfo/reviews-v2', withIstiod(silentIstiod))).codes).toEqual([
    'proxy_not_connected',
  ]);
});

test('a workload without a proxy lacks nothing', async () => {
  expect((await said('legacy/batch', context)).codes).toEqual([]);
});
