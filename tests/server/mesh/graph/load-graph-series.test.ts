import { expect, test } from 'vitest';
import { graphSeriesQuery } from '#lib/contract/graph-query.ts';
import { graphSeriesSchema } from '#lib/contract/graph-series.ts';
import { loadGraphSeries } from '#server/mesh/graph/load-graph-series.ts';
import { evaluateRange } from '#server/metrics/evaluate.ts';
import { steadyCounters } from '#tests/support/counters.ts';
import { graphContext } from '#tests/support/graph-context.ts';
import { objectsSnapshot } from '#tests/support/objects-snapshot.ts';
import { endSeconds, requests, series, workload } from '#tests/support/telemetry.ts';

const client = workload('shop/client-v1');
const server = workload('shop/server-v1');
const call = { from: client, to: server, service: 'shop/server', value: 0 };

const counters = steadyCounters({
  istio_requests_total: [
    { ...requests({ ...call, reporter: 'source' }), perSecond: 9 },
    { ...requests({ ...call, reporter: 'source', code: '503' }), perSecond: 1 },
    { ...requests({ ...call, reporter: 'destination' }), perSecond: 12 },
  ],
  istio_request_duration_milliseconds_bucket: ['10', '25', '+Inf'].map((le, index) => ({
    labels: { ...requests({ ...call, reporter: 'destination' }).labels, le },
    perSecond: [0, 12, 12][index] ?? 0,
  })),
  istio_tcp_sent_bytes_total: [{ ...series({ ...call, reporter: 'source' }), perSecond: 100 }],
  istio_tcp_received_bytes_total: [{ ...series({ ...call, reporter: 'source' }), perSecond: 50 }],
});
const context = graphContext({
  queryRange: async (query, range) => ({ rows: evaluateRange(query, range, counters), warnings: [] }),
  objects: objectsSnapshot([
    { kind: 'Service', namespace: 'shop', name: 'server', spec: { selector: { app: 'server' } } },
  ]),
});
const ask = (parameters: Record<string, string>) =>
  loadGraphSeries(graphSeriesQuery.parse(parameters), context);

const client1 = 'workload:Kubernetes/shop/client-v1';
const server1 = 'workload:Kubernetes/shop/server-v1';

test('an edge has its rate and errors as the source saw them and its times as the receiver did', async () => {
  const { data } = await ask({ edge: `${client1}|${server1}|http`, range: '10m' });
  expect(graphSeriesSchema.parse(data)).toEqual(data);
  expect(data.points.length).toBeLessThanOrEqual(60);
  expect(data.points.at(-1)).toEqual({
    at: endSeconds,
    requestsPerSecond: 10,
    errorsPerSecond: 1,
    responseTimeMs: { p50: 17.5, p95: expect.closeTo(24.25) },
  });
  expect(data.queries.map(({ title }) => title)).toEqual([
    'Requests per second, by pair of workloads, reporter and answer',
    'Median response time in milliseconds, by reporter',
    '95th percentile of the response time in milliseconds, by reporter',
  ]);
  expect(data.queries[0]?.promql).toContain('source_workload="client-v1"');
});

test('a TCP edge has bytes of both directions', async () => {
  const { data } = await ask({ edge: `${client1}|${server1}|tcp` });
  expect(data.points.at(-1)).toEqual({ at: endSeconds, bytesPerSecond: 150 });
});

test('a node is what it receives, and a root what it sends', async () => {
  const received = await ask({ node: server1 });
  expect(received.data.points.at(-1)).toMatchObject({ requestsPerSecond: 10, bytesPerSecond: 150 });
  expect(received.data.queries[0]?.promql).toContain('destination_workload="server-v1"');
  const sent = await ask({ node: client1 });
  expect(sent.data.queries[0]?.promql).toContain('source_workload="client-v1"');
  expect(sent.data.points.at(-1)).toMatchObject({ requestsPerSecond: 10 });
});

test('every kind of node and edge of the graph can be asked for', async () => {
  const ids = [
    'application:Kubernetes/shop/server',
    'application:Kubernetes/shop/server/v1/server-v1',
    'service:Kubernetes/shop/server',
    'namespace:Kubernetes/shop',
  ];
  for (const node of ids) expect((await ask({ node })).data.points.at(-1)?.requestsPerSecond).toBe(10);
  for (const target of ids) {
    const { data } = await ask({ edge: `${client1}|${target}|http` });
    expect(data.points.at(-1)?.requestsPerSecond).toBe(10);
  }
  const through = await ask({ edge: `service:Kubernetes/shop/server|${server1}|http` });
  expect(through.data.points.at(-1)?.requestsPerSecond).toBe(10);
  for (const node of ['unknown:unknown', 'passthrough:Kubernetes', 'blackHole:Kubernetes'])
    expect((await ask({ node })).data.points.at(-1)?.requestsPerSecond).toBeUndefined();
});

test('thirty days are sixty points at most', async () => {
  const { data } = await ask({ node: server1, range: '30d' });
  expect(data.points.length).toBeLessThanOrEqual(60);
  expect(data.points.length).toBeGreaterThan(50);
  expect(data.points.at(-1)?.at).toBe(endSeconds);
});

test('an id of no known shape is refused by name', async () => {
  await expect(ask({ edge: 'nonsense' })).rejects.toMatchObject({ code: 'bad_parameter', parameter: 'edge' });
  await expect(ask({ edge: `${client1}|${server1}|udp` })).rejects.toMatchObject({ parameter: 'edge' });
  await expect(ask({ node: 'workload:Kubernetes' })).rejects.toMatchObject({
    code: 'bad_parameter',
    parameter: 'node',
  });
  await expect(ask({ edge: `${client1}|unknown:unknown|http` })).rejects.toMatchObject({ parameter: 'edge' });
  await expect(ask({ node: 'planet:earth/a/b' })).rejects.toMatchObject({ parameter: 'node' });
});
