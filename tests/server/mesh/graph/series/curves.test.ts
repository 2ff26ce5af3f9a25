import { expect, test } from 'vitest';
import { rateWindowSeconds } from '#server/mesh/graph/series/plan-series.ts';
import { toPromQL } from '#server/metrics/promql.ts';
import type { ObjectsSnapshot } from '#server/sources/interface.ts';
import { type Manifest, objectsSnapshot } from '#tests/support/objects-snapshot.ts';
import { askSeries, contextOf, disagreements, rateOf, told } from '#tests/support/steady-mesh.ts';
import { nobody, series, workload } from '#tests/support/telemetry.ts';

const client = workload('shop/client-v1');
const server = workload('shop/server-v1');
const job = workload('legacy/job-v1');
/** Passthrough: the caller knows nothing but the host. */
const outside = { service: 'PassthroughCluster', host: 'fonts.example.org', to: nobody };

test('a node is the sum over its callers, each by the reporter that knows it', async () => {
  const context = contextOf({
    requests: [
      told({ reporter: 'source', from: client, to: server, service: 'shop/server', value: 1 }),
      told({ reporter: 'destination', from: client, to: server, service: 'shop/server', value: 1 }),
      told({ reporter: 'destination', from: nobody, to: server, service: 'shop/server', value: 8 }),
      told({
        reporter: 'destination',
        from: nobody,
        to: server,
        service: 'shop/server',
        code: '500',
        value: 2,
      }),
    ],
  });
  const { data } = await askSeries({ node: 'workload:Kubernetes/shop/server-v1' }, context);
  expect(data.points.at(-1)).toMatchObject({ requestsPerSecond: 11, errorsPerSecond: 2 });
  expect(await disagreements({ type: 'workload' }, context)).toEqual([]);
});

test('bytes that only the receiver reports are added to those of other callers', async () => {
  const bytes = [
    {
      ...series({ reporter: 'source', from: client, to: server, service: 'shop/server', value: 0 }),
      perSecond: 5,
    },
    {
      ...series({ reporter: 'destination', from: nobody, to: server, service: 'shop/server', value: 0 }),
      perSecond: 70,
    },
  ];
  const { data } = await askSeries({ node: 'workload:Kubernetes/shop/server-v1' }, contextOf({ bytes }));
  expect(data.points.at(-1)?.bytesPerSecond).toBe(75);
});

const shopAndLegacy: readonly Manifest[] = [
  { kind: 'Namespace', name: 'shop' },
  { kind: 'Namespace', name: 'legacy' },
];

test('namespaces narrow the curve as they narrow the graph', async () => {
  const context = contextOf(
    {
      requests: [
        told({ reporter: 'source', from: client, ...outside, value: 3 }),
        told({ reporter: 'source', from: job, ...outside, value: 4 }),
      ],
    },
    objectsSnapshot(shopAndLegacy),
  );
  const node = 'passthrough:Kubernetes';
  expect(await rateOf({ node }, context)).toBe(7);
  expect(await rateOf({ node, namespaces: 'shop' }, context)).toBe(3);
  expect(await rateOf({ node, namespaces: 'legacy,shop' }, context)).toBe(7);
  expect(await disagreements({ namespaces: 'legacy' }, context)).toEqual([]);
});

test('a namespace that neither objects nor telemetry know is refused, as by the graph', async () => {
  const gone = workload('gone/old-v1');
  const context = contextOf(
    { requests: [told({ reporter: 'source', from: gone, ...outside, value: 2 })] },
    objectsSnapshot(shopAndLegacy),
  );
  const node = 'passthrough:Kubernetes';
  await expect(askSeries({ node, namespaces: 'nowhere,shop' }, context)).rejects.toMatchObject({
    code: 'unknown_namespace',
    parameter: 'namespaces',
    message: expect.stringContaining('"nowhere"'),
  });
  expect(await rateOf({ node, namespaces: 'gone' }, context)).toBe(2);
});

test('objects that cannot be read are a warning beside the curve', async () => {
  const node = 'workload:Kubernetes/shop/server-v1';
  const call = told({ reporter: 'source', from: client, to: server, service: 'shop/server', value: 1 });
  const unread = await askSeries({ node }, contextOf({ requests: [call] }, new Error('no route to host')));
  expect(unread.data.points.at(-1)?.requestsPerSecond).toBe(1);
  expect(unread.warnings).toEqual([
    { code: 'objects_missing', source: 'kubernetes', message: expect.stringContaining('no route to host') },
  ]);
  const withoutRoutes: ObjectsSnapshot = {
    ...objectsSnapshot([]),
    unread: [{ kind: 'VirtualService', reason: 'forbidden' }],
  };
  const partly = await askSeries({ node }, contextOf({ requests: [call] }, withoutRoutes));
  expect(partly.warnings).toEqual([
    { code: 'objects_missing', source: 'kubernetes', message: expect.stringContaining('VirtualService') },
  ]);
});

test('the queries shown are those that the store is asked, with what it always adds', async () => {
  const context = contextOf({});
  const extraMatchers = [{ label: 'mesh', is: '=' as const, value: 'east' }];
  const metrics = {
    ...context.sources.metrics,
    promql: (query: Parameters<typeof toPromQL>[0]) => toPromQL(query, { extraMatchers }),
  };
  const { data } = await askSeries(
    { node: 'workload:Kubernetes/shop/server-v1' },
    { ...context, sources: { ...context.sources, metrics } },
  );
  expect(data.queries).toHaveLength(5);
  for (const { promql } of data.queries) expect(promql).toContain('mesh="east"');
});

test.each([
  [6, 300, 120],
  [11, 600, 120],
  [62, 3600, 240],
  [1465, 86_400, 1465],
])('a step of %i s in a range of %i s averages over %i s', (stepSeconds, rangeSeconds, windowSeconds) => {
  expect(rateWindowSeconds(stepSeconds, rangeSeconds)).toBe(windowSeconds);
});
