import { expect, test } from 'vitest';
import {
  edge,
  graphOf,
  lines,
  nobody,
  node,
  quality,
  requests,
  seenByBoth,
  workload,
} from '#tests/support/telemetry.ts';

const client = workload('shop/client-v1');
const server = workload('shop/server-v1');
const second = workload('shop/server-v2');
const store = workload('shop/store-v1');

test('the service graph leads from service to service, and keeps callers without a service as roots', () => {
  const graph = graphOf(
    {
      requests: [
        ...seenByBoth({ from: client, to: server, service: 'shop/server', value: 60 }),
        ...seenByBoth({ from: client, to: second, service: 'shop/server', value: 40 }),
        ...seenByBoth({ from: server, to: store, service: 'shop/store', value: 30 }),
        ...seenByBoth({ from: second, to: store, service: 'shop/store', value: 20 }),
        requests({ reporter: 'destination', from: nobody, to: store, value: 9 }),
      ],
    },
    { query: { type: 'service' } },
  );
  expect(lines(graph)).toEqual([
    'service:shop/server -> service:shop/store http',
    'workload:shop/client-v1 -> service:shop/server http',
  ]);
  expect(edge(graph, 'service:shop/server -> service:shop/store http').requestCount).toBe(50);
  expect(node(graph, 'workload:shop/client-v1').isRoot).toBe(true);
  expect(quality(graph)).toEqual({ no_service: 1 });
});

test('what a workload of two services sends is shown once, at the one that is asked most', () => {
  const graph = graphOf(
    {
      requests: [
        ...seenByBoth({ from: client, to: server, service: 'shop/few', value: 10 }),
        ...seenByBoth({ from: client, to: server, service: 'shop/most', value: 90 }),
        ...seenByBoth({ from: server, to: store, service: 'shop/store', value: 50 }),
      ],
    },
    { query: { type: 'service' } },
  );
  expect(edge(graph, 'service:shop/most -> service:shop/store http').requestCount).toBe(50);
  expect(lines(graph)).not.toContain('service:shop/few -> service:shop/store http');
  expect(quality(graph)).toEqual({ several_services: 1 });
});

test('the app graph sums the versions of an application', () => {
  const graph = graphOf(
    {
      requests: [
        ...seenByBoth({ from: client, to: server, service: 'shop/server', value: 60 }),
        ...seenByBoth({ from: client, to: second, service: 'shop/server', code: '500', value: 40 }),
      ],
    },
    { query: { type: 'app' } },
  );
  expect(lines(graph)).toEqual(['application:shop/client -> application:shop/server http']);
  expect(graph.edges[0]).toMatchObject({ requestCount: 100, errorShare: 0.4 });
});

test('service nodes stand only where they decide something, when they are asked for as routed', () => {
  const graph = graphOf(
    {
      requests: [
        ...seenByBoth({ from: client, to: server, service: 'shop/server', value: 60 }),
        ...seenByBoth({ from: client, to: second, service: 'shop/server', value: 40 }),
        ...seenByBoth({ from: client, to: store, service: 'shop/store', value: 30 }),
      ],
    },
    { query: { serviceNodes: 'routed' } },
  );
  expect(graph.nodes.filter(({ kind }) => kind === 'service').map(({ name }) => name)).toEqual(['server']);
});

test('boxes hold namespaces, the versions of one app, and clusters where there are several', () => {
  const rows = [
    ...seenByBoth({ from: client, to: server, service: 'shop/server', value: 60 }),
    ...seenByBoth({ from: client, to: second, service: 'shop/server', value: 40 }),
    requests({ reporter: 'destination', from: nobody, to: client, service: 'shop/client', value: 9 }),
  ];
  const one = graphOf({ requests: rows }, { query: { type: 'versionedApp' } });
  expect(one.boxes.map(({ id, members, parent }) => [id, members.length, parent])).toEqual([
    ['box:app:Kubernetes/shop/server', 2, 'box:namespace:Kubernetes/shop'],
    ['box:namespace:Kubernetes/shop', 1, undefined],
  ]);
  const east = workload('shop/server-v1', 'east');
  const two = graphOf({
    requests: [...rows, ...seenByBoth({ from: client, to: east, service: 'shop/server', value: 5 })],
  });
  expect(two.boxes.filter(({ kind }) => kind === 'cluster').map(({ name }) => name)).toEqual([
    'Kubernetes',
    'east',
  ]);
  expect(two.boxes.find(({ id }) => id === 'box:namespace:east/shop')?.parent).toBe('box:cluster:east');
});

test('idle workloads and services are counted, and drawn when they are asked for', () => {
  const objects = [
    { kind: 'Namespace' as const, name: 'shop' },
    { kind: 'Deployment' as const, namespace: 'shop', name: 'client-v1' },
    { kind: 'Deployment' as const, namespace: 'shop', name: 'sleeper' },
    { kind: 'Service' as const, namespace: 'shop', name: 'server' },
    { kind: 'Service' as const, namespace: 'shop', name: 'orphan' },
    { kind: 'Deployment' as const, namespace: 'elsewhere', name: 'other' },
  ];
  const telemetry = { requests: seenByBoth({ from: client, to: server, service: 'shop/server', value: 60 }) };
  const query = { namespaces: 'shop' };
  expect(graphOf(telemetry, { objects, query }).hidden).toEqual({ idle: 1 });
  const routed = { ...query, serviceNodes: 'routed' };
  expect(graphOf(telemetry, { objects, query: routed }).hidden).toEqual({ idle: 2 });
  const shown = graphOf(telemetry, { objects, query: { ...routed, idle: 'true' } });
  expect(shown.hidden).toEqual({ idle: 0 });
  expect(shown.nodes.filter(({ isIdle }) => isIdle).map(({ id }) => id)).toEqual([
    'service:Kubernetes/shop/orphan',
    'workload:Kubernetes/shop/sleeper',
  ]);
});

test('operations stand between caller and service where requests are classified, and only when asked for', () => {
  const classified = (operation: string, value: number) =>
    requests({
      reporter: 'destination',
      from: client,
      to: server,
      service: 'shop/server',
      labels: { request_operation: operation },
      value,
    });
  const telemetry = {
    requests: [
      requests({ reporter: 'source', from: client, to: server, service: 'shop/server', value: 100 }),
      classified('list', 70),
      classified('unknown', 30),
    ],
  };
  const graph = graphOf(telemetry, { query: { operations: 'true', serviceNodes: 'true' } });
  expect(lines(graph)).toEqual([
    'operation:shop/server/list -> service:shop/server http',
    'service:shop/server -> workload:shop/server-v1 http',
    'workload:shop/client-v1 -> operation:shop/server/list http',
    'workload:shop/client-v1 -> service:shop/server http',
  ]);
  expect(edge(graph, 'workload:shop/client-v1 -> operation:shop/server/list http').requestCount).toBe(70);
  expect(edge(graph, 'service:shop/server -> workload:shop/server-v1 http').requestCount).toBe(100);
  const unasked = graphOf(telemetry, {});
  expect(unasked.nodes.some(({ kind }) => kind === 'operation')).toBe(false);
});

test('a mesh of more than 3,000 nodes is summed by namespace, and says so', () => {
  const rows = Array.from({ length: 3100 }, (_, index) =>
    requests({
      reporter: 'source',
      from: workload(`ns${index % 4}/app${index}-v1`),
      to: workload('core/server-v1'),
      service: 'core/server',
      value: 6,
    }),
  );
  const graph = graphOf({ requests: rows });
  expect(lines(graph)).toEqual([0, 1, 2, 3].map((index) => `namespace:ns${index} -> namespace:core http`));
  expect(graph.edges.reduce((sum, { requestCount = 0 }) => sum + requestCount, 0)).toBe(3100 * 6);
  expect(graph.summed).toMatchObject({ nodeCount: 3101, edgeCount: 3100 });
  expect(graph.summed?.text).toContain('3101 nodes are too many');
  const near = graphOf({ requests: rows }, { query: { focus: 'workload:Kubernetes/ns2/app6-v1' } });
  expect(lines(near)).toEqual(['workload:ns2/app6-v1 -> workload:core/server-v1 http']);
  expect(near.summed).toBeUndefined();
});

test('throughput and gRPC messages are on the edges they were asked for', () => {
  const grpc = { from: client, to: server, service: 'shop/server', protocol: 'grpc' as const };
  const row = (value: number) => requests({ ...grpc, reporter: 'source', value });
  const graph = graphOf({
    requests: seenByBoth({ ...grpc, value: 60 }),
    requestBytes: [row(6000)],
    responseBytes: [row(60_000)],
    messagesSent: [row(600)],
    messagesReceived: [row(1200)],
  });
  expect(edge(graph, 'workload:shop/client-v1 -> workload:shop/server-v1 grpc')).toMatchObject({
    requestBytesPerSecond: 10,
    responseBytesPerSecond: 100,
    messagesSentPerSecond: 1,
    messagesReceivedPerSecond: 2,
  });
});

test('a stream that has not ended is known by its messages alone', () => {
  const row = requests({
    reporter: 'source',
    from: client,
    to: server,
    service: 'shop/server',
    protocol: 'grpc',
    value: 600,
  });
  const graph = graphOf({ messagesSent: [row] });
  expect(edge(graph, 'workload:shop/client-v1 -> workload:shop/server-v1 grpc')).toMatchObject({
    messagesSentPerSecond: 1,
    requestCount: 0,
  });
});

test('remarks about edges name only what is drawn round the focus', () => {
  const differing = (to: typeof server, service: string) => [
    requests({ reporter: 'source', from: client, to, service, value: 100 }),
    requests({ reporter: 'destination', from: client, to, service, value: 150 }),
  ];
  const rows = [
    ...differing(server, 'shop/server'),
    ...seenByBoth({ from: second, to: store, service: 'shop/store', value: 50 }),
  ];
  expect(quality(graphOf({ requests: rows }))).toEqual({ reporters_differ: 1 });
  const focus = 'workload:Kubernetes/shop/store-v1';
  const near = graphOf({ requests: rows }, { query: { focus, depth: '2' } });
  expect(lines(near)).toEqual(['workload:shop/server-v2 -> workload:shop/store-v1 http']);
  expect(quality(near)).toEqual({});
});
