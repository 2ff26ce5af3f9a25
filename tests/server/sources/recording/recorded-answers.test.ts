import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { proxyRoutesOf } from '#server/sources/recording/model/proxy-routes.ts';
import { createRecording } from '#server/sources/recording/recording.ts';
import { adminJson, istiodJson } from '#tests/support/proxy-answers.ts';

const recording = createRecording({});
const checkout = { namespace: 'shop', pod: 'checkout-99n5fqdxdr-m2n4z' };
const wordpress = { namespace: 'shop', pod: 'wordpress-v1-wjktsvkhbs-5bm7c' };
const syncz = z.array(
  z.looseObject({ proxy: z.string(), route_sent: z.string().optional(), route_acked: z.string().optional() }),
);

async function catalogWeights(proxy: typeof checkout) {
  const routes = proxyRoutesOf(await adminJson(recording, proxy, 'config_dump'));
  const route = routes.routeOf({ table: '8080', host: 'catalog', path: '/items', headers: {} });
  return route?.route?.weighted_clusters?.clusters.map(({ weight }) => weight);
}

describe('Envoy’s answers', () => {
  test('checkout is the proxy that stood still: it still splits 1:1', async () => {
    expect(await catalogWeights(checkout)).toEqual([1, 1]);
    expect(await catalogWeights(wordpress)).toEqual([3, 1]);
  });

  test('a header decides the route where the route asks for one', async () => {
    const routes = proxyRoutesOf(await adminJson(recording, wordpress, 'config_dump'));
    const request = { table: '8080', host: 'catalog', path: '/items', headers: { 'x-canary': 'yes' } };
    expect(routes.routeOf(request)?.route?.cluster).toBe('outbound|8080||catalog-v2.shop.svc.cluster.local');
  });

  test.each([
    'clusters',
    'listeners',
    'certs',
    'server_info',
    'stats',
    'stats/prometheus',
    'runtime',
    'memory',
    'init_dump',
    'logging',
    'ready',
  ] as const)('%s was recorded', async (path) => {
    expect(await adminJson(recording, wordpress, path)).toBeDefined();
  });

  test('every pod with a proxy has a dump', async () => {
    const { Pod: pods } = (await recording.objects.snapshot()).objects;
    const proxies = pods.filter(({ spec }) =>
      [...spec.containers, ...spec.initContainers].some(({ name }) => name === 'istio-proxy'),
    );
    expect(proxies).toHaveLength(26);
    for (const { metadata } of proxies) {
      const proxy = { namespace: metadata.namespace ?? '', pod: metadata.name };
      expect(await adminJson(recording, proxy, 'config_dump')).toHaveProperty('configs');
    }
  });

  test('what was not recorded is not found, and names do not lead out of the folder', async () => {
    await expect(
      adminJson(recording, { namespace: 'legacy', pod: 'batch-6lfct6p4pv-qht8v' }, 'clusters'),
    ).rejects.toMatchObject({ code: 'not_found' });
    await expect(
      adminJson(recording, { namespace: '../..', pod: 'objects' }, 'clusters'),
    ).rejects.toMatchObject({ code: 'not_found' });
  });
});

describe('istiod’s answers', () => {
  test('syncz has all proxies once, and only checkout’s routes are stale', async () => {
    const list = syncz.parse(await istiodJson(recording, 'syncz'));
    expect(list).toHaveLength(26);
    expect(new Set(list.map(({ proxy }) => proxy)).size).toBe(26);
    const stale = list.filter(
      ({ route_sent, route_acked }) => route_sent !== undefined && route_sent !== route_acked,
    );
    expect(stale.map(({ proxy }) => proxy)).toEqual(['checkout-99n5fqdxdr-m2n4z.shop']);
  });

  test('istiod’s own dump of checkout has the new weights', async () => {
    const dump = await istiodJson(recording, 'config_dump', {
      proxyID: 'checkout-99n5fqdxdr-m2n4z.shop',
      include_eds: 'true',
    });
    // istiod writes camel case where Envoy writes snake case.
    const rule = /"name":"shop\.catalog-mesh\.1".*?"weightedClusters":\{"clusters":(\[.*?\])/.exec(
      JSON.stringify(dump),
    );
    const weighted = z.array(z.looseObject({ weight: z.number() })).parse(JSON.parse(rule?.[1] ?? '[]'));
    expect(weighted.map(({ weight }) => weight)).toEqual([3, 1]);
  });

  test('an answer that was not recorded or an unknown proxy is told apart', async () => {
    const unrecorded = await recording.istiod?.ask({ endpoint: 'sidecarz' });
    expect(unrecorded?.map(({ failure }) => failure?.code)).toEqual(['no_such_endpoint']);
    const unknown = await recording.istiod?.ask({
      endpoint: 'config_dump',
      parameters: { proxyID: 'nobody.shop' },
    });
    expect(unknown?.map(({ failure }) => failure?.code)).toEqual(['not_connected']);
  });
});

test('a missing recording is one clear error, and is looked for again', async () => {
  const lost = createRecording({ folder: '/nowhere/at/all' });
  const wanted = {
    code: 'bad_configuration',
    message: expect.stringMatching(/ \(\/nowhere\/at\/all\/\w+\.json\.gz: ENOENT.* set VIGLA_RECORDING /),
  };
  await expect(lost.objects.snapshot()).rejects.toMatchObject(wanted);
  await expect(
    lost.metrics.query({ fn: 'sum', selector: { metric: 'istio_requests_total', matchers: [] }, by: [] }, 0),
  ).rejects.toMatchObject(wanted);
});
