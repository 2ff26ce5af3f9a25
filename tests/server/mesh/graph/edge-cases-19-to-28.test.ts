import { expect, test } from 'vitest';
import {
  edge,
  graphOf,
  nobody,
  node,
  quality,
  requests,
  seenByBoth,
  series,
  workload,
} from '#tests/support/telemetry.ts';

const client = workload('shop/client-v1');
const server = workload('shop/server-v1');

test('19. the quantile of an edge comes from the summed buckets of its own key', () => {
  const buckets = (from: typeof client, fast: number, slow: number) =>
    [
      ['10', fast],
      ['100', fast + slow],
      ['+Inf', fast + slow],
    ].map(([le, value]) =>
      series({
        reporter: 'destination',
        from,
        to: server,
        service: 'shop/server',
        labels: { request_protocol: 'http', le: String(le) },
        value: Number(value),
      }),
    );
  const busy = workload('shop/busy-v1');
  const graph = graphOf(
    {
      requests: [client, busy].flatMap((from) =>
        seenByBoth({ from, to: server, service: 'shop/server', value: 100 }),
      ),
      durationBuckets: [...buckets(client, 100, 0), ...buckets(busy, 0, 100)],
    },
    { query: { serviceNodes: 'true' } },
  );
  const p50 = (line: string) => edge(graph, line).responseTimeMs?.p50;
  expect(p50('workload:shop/client-v1 -> service:shop/server http')).toBe(7.5);
  expect(p50('workload:shop/busy-v1 -> service:shop/server http')).toBe(75);
  expect(p50('service:shop/server -> workload:shop/server-v1 http')).toBe(10);
});

test('20. three requests in an hour are an edge with a count and a rate that is not zero', () => {
  const graph = graphOf(
    { requests: seenByBoth({ from: client, to: server, service: 'shop/server', value: 1 }) },
    { query: { range: '1h' } },
  );
  const found = edge(graph, 'workload:shop/client-v1 -> workload:shop/server-v1 http');
  expect(found).toMatchObject({ requestCount: 1, requestsPerSecond: 0.0002778 });
  expect(found.isIdle).toBeUndefined();
});

test('21. dead nodes are taken out until none is left', () => {
  const row = (from: typeof client, to: typeof client) =>
    requests({ reporter: 'source', from, to, service: 'shop/gone', value: 0 });
  const dead = workload('shop/dead-v1');
  const deader = workload('shop/deader-v1');
  const graph = graphOf(
    { requests: [row(dead, deader), row(nobody, dead)] },
    { query: { idle: 'true', serviceNodes: 'true' } },
  );
  expect(graph.nodes).toEqual([]);
  expect(graph.edges).toEqual([]);
});

test('22. series that did not move are idle edges when those are asked for, and nothing otherwise', () => {
  const objects = ['client-v1', 'server-v1'].map((name) => ({
    kind: 'Deployment' as const,
    namespace: 'shop',
    name,
  }));
  const rows = seenByBoth({ from: client, to: server, service: 'shop/server', value: 0 });
  const graph = graphOf({ requests: rows }, { objects, query: { idle: 'true' } });
  expect(edge(graph, 'workload:shop/client-v1 -> workload:shop/server-v1 http').isIdle).toBe(true);
  expect(graphOf({ requests: rows }, { objects })).toMatchObject({
    edges: [],
    nodes: [],
    hidden: { idle: 2 },
  });
});

test('23. a quantile without data and a value that is not a number are absent, never NaN', () => {
  const graph = graphOf({
    requests: [
      ...seenByBoth({ from: client, to: server, service: 'shop/server', value: 5 }),
      requests({
        reporter: 'source',
        from: client,
        to: server,
        service: 'shop/server',
        code: '500',
        value: Number.NaN,
      }),
    ],
    durationBuckets: [
      series({
        reporter: 'destination',
        from: client,
        to: server,
        service: 'shop/server',
        labels: { request_protocol: 'http', le: '10' },
        value: 5,
      }),
    ],
  });
  const found = edge(graph, 'workload:shop/client-v1 -> workload:shop/server-v1 http');
  expect(found.responseTimeMs).toBeUndefined();
  expect(found.requestCount).toBe(5);
  expect(quality(graph)).toEqual({ not_a_number: 1 });
});

test('24. a service node on the way changes no total of caller or receiver', () => {
  const rows = seenByBoth({ from: client, to: server, service: 'shop/server', value: 600 });
  for (const serviceNodes of ['true', 'false']) {
    const graph = graphOf({ requests: rows }, { query: { serviceNodes } });
    expect(node(graph, 'workload:shop/client-v1').requestsOutPerSecond).toBe(1);
    expect(node(graph, 'workload:shop/server-v1').requestsInPerSecond).toBe(1);
  }
});

test('25. the split among backends is by protocol, and TCP takes no part in that of requests', () => {
  const second = workload('shop/server-v2');
  const graph = graphOf(
    {
      requests: [
        ...seenByBoth({ from: client, to: server, service: 'shop/server', value: 75 }),
        ...seenByBoth({ from: client, to: second, service: 'shop/server', value: 25 }),
      ],
      connectionsOpened: [
        series({ reporter: 'source', from: client, to: second, service: 'shop/server', value: 999 }),
      ],
    },
    { query: { serviceNodes: 'routed' } },
  );
  expect(edge(graph, 'service:shop/server -> workload:shop/server-v1 http').splitShare).toBe(0.75);
  expect(edge(graph, 'service:shop/server -> workload:shop/server-v2 http').splitShare).toBe(0.25);
});

test('26. a namespace outside of what was asked is drawn and marked, and what is idle in it is not', () => {
  const other = workload('bank/ledger-v1');
  const graph = graphOf(
    { requests: seenByBoth({ from: client, to: other, service: 'bank/ledger', value: 60 }) },
    {
      query: { namespaces: 'shop', idle: 'true' },
      objects: [
        { kind: 'Namespace', name: 'shop' },
        { kind: 'Namespace', name: 'bank' },
        { kind: 'Deployment', namespace: 'bank', name: 'sleeper' },
      ],
    },
  );
  expect(graph.nodes.map(({ id, isOutside }) => [id, isOutside])).toEqual([
    ['workload:Kubernetes/bank/ledger-v1', true],
    ['workload:Kubernetes/shop/client-v1', undefined],
  ]);
});

test('27. nodes, edges and boxes come in the order of their ids, whatever the order of series', () => {
  const rows = ['d', 'b', 'c', 'a'].flatMap((name) =>
    seenByBoth({ from: client, to: workload(`shop/${name}-v1`), service: `shop/${name}`, value: 5 }),
  );
  const graph = graphOf({ requests: rows });
  expect(graphOf({ requests: [...rows].reverse() })).toEqual(graph);
  expect(graph.nodes.map(({ id }) => id)).toEqual(graph.nodes.map(({ id }) => id).sort());
  expect(graph.edges.map(({ id }) => id)).toEqual(graph.edges.map(({ id }) => id).sort());
});

test('28. shares are numbers out of the window of the graph itself', () => {
  const graph = graphOf({
    requests: [
      ...seenByBoth({ from: client, to: server, service: 'shop/server', value: 2 }),
      ...seenByBoth({ from: client, to: server, service: 'shop/server', code: '500', value: 1 }),
    ],
  });
  expect(edge(graph, 'workload:shop/client-v1 -> workload:shop/server-v1 http')).toMatchObject({
    errorShare: 0.3333,
    requestCount: 3,
  });
});
