import { expect, test } from 'vitest';
import { type Manifest, objectsSnapshot } from '#tests/support/objects-snapshot.ts';
import { askSeries, contextOf, disagreements, rateOf, told } from '#tests/support/steady-mesh.ts';
import { nobody, workload } from '#tests/support/telemetry.ts';

const client = workload('shop/client-v1');
const server = workload('shop/server-v1');
/** Passthrough: the caller knows nothing but the host. */
const outside = { service: 'PassthroughCluster', host: 'fonts.example.org', to: nobody };

test.each([
  'constructor:Kubernetes/a',
  '__proto__:Kubernetes/a',
  'toString:Kubernetes/a/b',
  'hasOwnProperty:a/b/c',
])('a kind that only every object has is no kind: %s', async (id) => {
  const refused = { code: 'bad_parameter', parameter: 'node' };
  await expect(askSeries({ node: id }, contextOf({}))).rejects.toMatchObject(refused);
  const edge = `${id}|workload:Kubernetes/shop/server-v1|http`;
  await expect(askSeries({ edge }, contextOf({}))).rejects.toMatchObject({
    code: 'bad_parameter',
    parameter: 'edge',
  });
});

test('operations have curves of their own, by every id that the graph makes', async () => {
  const by = (operation: string) => ({ labels: { request_operation: operation } });
  const call = { from: client, to: server, service: 'shop/server' } as const;
  const context = contextOf({
    requests: [
      told({ reporter: 'source', ...call, value: 9 }),
      told({ reporter: 'destination', ...call, ...by('GET /items|all'), value: 5 }),
      told({ reporter: 'destination', ...call, ...by('POST'), value: 3 }),
      told({ reporter: 'destination', ...call, value: 1 }),
    ],
  });
  const operation = 'operation:Kubernetes/shop/server/GET /items|all';
  expect(await rateOf({ node: operation }, context)).toBe(5);
  const clientId = 'application:Kubernetes/shop/client/v1/client-v1';
  expect(await rateOf({ edge: `${clientId}|${operation}|http` }, context)).toBe(5);
  for (const serviceNodes of ['true', 'false', 'routed'])
    for (const type of ['versionedApp', 'workload', 'app', 'service'])
      expect(await disagreements({ operations: 'true', serviceNodes, type }, context)).toEqual([]);
  const { data } = await askSeries({ node: operation }, context);
  expect(data.queries.map(({ promql }) => promql).join()).toContain('request_operation');
});

test('clusters are told apart at services and at what lies outside, also where a failure lost its cluster', async () => {
  const east = workload('shop/client-v1', 'east');
  const west = workload('shop/client-v1', 'west');
  const to = (cluster: string) => ({ to: workload('shop/server-v1', cluster), service: 'shop/server' });
  const lost = { to: nobody, service: 'shop/server', code: '503', flags: 'UH' };
  const context = contextOf({
    requests: [
      told({
        reporter: 'source',
        from: east,
        ...to('east'),
        labels: { destination_cluster: 'east' },
        value: 1,
      }),
      told({
        reporter: 'source',
        from: west,
        ...to('west'),
        labels: { destination_cluster: 'west' },
        value: 2,
      }),
      told({ reporter: 'source', from: east, ...lost, value: 4 }),
      told({ reporter: 'source', from: west, ...lost, value: 8 }),
      told({ reporter: 'source', from: east, ...outside, value: 16 }),
      told({ reporter: 'source', from: west, ...outside, value: 32 }),
      told({ reporter: 'destination', from: nobody, ...to('east'), value: 64 }),
    ],
  });
  expect(await rateOf({ node: 'service:east/shop/server' }, context)).toBe(1 + 4 + 64);
  expect(await rateOf({ node: 'service:west/shop/server' }, context)).toBe(2 + 8);
  expect(await rateOf({ node: 'passthrough:east' }, context)).toBe(16);
  expect(await rateOf({ node: 'unknown:unknown' }, context)).toBe(64);
  for (const type of ['workload', 'versionedApp', 'service'])
    expect(await disagreements({ type, serviceNodes: 'true' }, context)).toEqual([]);
});

test('an application without version is found by its workload', async () => {
  const plain = { ...workload('shop/shop'), app: 'shop', version: 'unknown' };
  const context = contextOf({
    requests: [told({ reporter: 'source', from: client, to: plain, service: 'shop/shop', value: 6 })],
  });
  expect(await rateOf({ node: 'application:Kubernetes/shop/shop/shop' }, context)).toBe(6);
  expect(await disagreements({ type: 'versionedApp' }, context)).toEqual([]);
});

test('backends of a route are found as the graph draws them, folded under their host or not', async () => {
  const route: Manifest = {
    kind: 'HTTPRoute',
    namespace: 'shop',
    name: 'catalog',
    spec: {
      parentRefs: [{ kind: 'Service', group: '', name: 'catalog' }],
      rules: [
        {
          backendRefs: [
            { name: 'catalog-v1', port: 80 },
            { name: 'catalog-v2', port: 80 },
          ],
        },
      ],
    },
  };
  const call = (version: string, value: number) =>
    told({
      reporter: 'source',
      from: client,
      to: workload(`shop/catalog-${version}`),
      service: `shop/catalog-${version}`,
      value,
    });
  const context = contextOf({ requests: [call('v1', 3), call('v2', 1)] }, objectsSnapshot([route]));
  expect(await rateOf({ node: 'service:Kubernetes/shop/catalog' }, context)).toBe(4);
  expect(await rateOf({ node: 'service:Kubernetes/shop/catalog-v2' }, context)).toBe(1);
  for (const foldRoutes of ['true', 'false'])
    expect(await disagreements({ foldRoutes, serviceNodes: 'true' }, context)).toEqual([]);
});
