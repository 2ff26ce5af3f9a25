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
  series,
  workload,
} from '#tests/support/telemetry.ts';

const client = workload('shop/client-v1');
const server = workload('shop/server-v1');
const gone = nobody;

test('1. requests that fail before any destination stay on the edge to their service, with their flags', () => {
  const graph = graphOf({
    requests: [
      ...seenByBoth({ from: client, to: server, service: 'shop/server', value: 90 }),
      requests({
        reporter: 'source',
        from: client,
        to: gone,
        service: 'shop/server',
        code: '503',
        flags: 'UH',
        value: 10,
      }),
    ],
  });
  expect(lines(graph)).toEqual([
    'workload:shop/client-v1 -> service:shop/server http',
    'workload:shop/client-v1 -> workload:shop/server-v1 http',
  ]);
  const failed = edge(graph, 'workload:shop/client-v1 -> service:shop/server http');
  expect(failed).toMatchObject({ requestCount: 10, errorShare: 1 });
  expect(failed.responses).toMatchObject([{ code: '503', flags: 'UH', share: 1, reporter: 'source' }]);
});

test('2. a failed request without a destination cluster is taken to stay in the cluster of its caller', () => {
  const to = { ...gone, cluster: 'unknown' };
  const graph = graphOf({
    requests: [
      requests({
        reporter: 'source',
        from: client,
        to,
        service: 'shop/server',
        code: '503',
        flags: 'UH',
        value: 10,
      }),
    ],
  });
  expect(graph.nodes.map(({ id }) => id)).toEqual([
    'service:Kubernetes/shop/server',
    'workload:Kubernetes/shop/client-v1',
  ]);
  expect(quality(graph)).toMatchObject({ cluster_assumed: 1 });
});

test('3. a bare IP address as service name is left out and counted', () => {
  const row = requests({ reporter: 'source', from: client, to: gone, service: '10.1.2.3:8080', value: 5 });
  const graph = graphOf({ requests: [row] });
  expect(graph.nodes).toEqual([]);
  expect(quality(graph)).toEqual({ destination_is_address: 1 });
});

test('4. response code 0 means that no response came, in HTTP and in gRPC', () => {
  for (const protocol of ['http', 'grpc'] as const) {
    const graph = graphOf({
      requests: seenByBoth({
        from: client,
        to: server,
        service: 'shop/server',
        code: '0',
        flags: 'DC',
        protocol,
        value: 4,
      }),
    });
    const found = edge(graph, `workload:shop/client-v1 -> workload:shop/server-v1 ${protocol}`);
    expect(found.responses).toMatchObject([{ code: '-', flags: 'DC' }]);
    expect(found).toMatchObject({ errorShare: 1, clientErrorShare: 0 });
  }
});

test('5. a gRPC call is judged by its gRPC status, and by HTTP only where HTTP itself failed', () => {
  const call = { from: client, to: server, service: 'shop/server', protocol: 'grpc' as const };
  const graph = graphOf({
    requests: [
      ...seenByBoth({ ...call, labels: { grpc_response_status: '0' }, value: 70 }),
      ...seenByBoth({ ...call, labels: { grpc_response_status: '14' }, value: 20 }),
      ...seenByBoth({ ...call, code: '503', labels: { grpc_response_status: '14' }, value: 10 }),
    ],
  });
  const found = edge(graph, 'workload:shop/client-v1 -> workload:shop/server-v1 grpc');
  expect(found.responses?.map(({ code, share }) => [code, Number(share.toFixed(9))])).toEqual([
    ['0', 0.7],
    ['14', 0.2],
    ['503', 0.1],
  ]);
  expect(found.errorShare).toBeCloseTo(0.3);
});

test('6. a gRPC call without a gRPC status is judged by its HTTP code', () => {
  const graph = graphOf({
    requests: seenByBoth({ from: client, to: server, service: 'shop/server', protocol: 'grpc', value: 3 }),
  });
  const found = edge(graph, 'workload:shop/client-v1 -> workload:shop/server-v1 grpc');
  expect(found).toMatchObject({ errorShare: 0, responses: [{ code: '200' }] });
});

test('7. TCP bytes are told in the sense of the caller: what a server receives is what its caller sends', () => {
  const traffic = { from: client, to: server, service: 'shop/server', reporter: 'source' as const };
  const graph = graphOf({
    bytesSent: [series({ ...traffic, value: 6000 })],
    bytesReceived: [series({ ...traffic, value: 1200 })],
    connectionsOpened: [series({ ...traffic, value: 60 })],
  });
  const found = edge(graph, 'workload:shop/client-v1 -> workload:shop/server-v1 tcp');
  expect(found).toMatchObject({
    bytesSentPerSecond: 10,
    bytesReceivedPerSecond: 2,
    connectionsOpenedPerSecond: 0.1,
  });
  expect(found.requestsPerSecond).toBeUndefined();
});

test('8. a caller outside the mesh is a root, and is gone when it is idle', () => {
  const row = (value: number) =>
    requests({ reporter: 'destination', from: nobody, to: server, service: 'shop/server', value });
  const graph = graphOf({ requests: [row(5)] });
  expect(node(graph, 'unknown:unknown')).toMatchObject({ kind: 'unknown', isRoot: true });
  expect(edge(graph, 'unknown:unknown -> workload:shop/server-v1 http').requestCount).toBe(5);
  const idle = graphOf({ requests: [row(0)] }, { query: { idle: 'true' } });
  expect(idle.nodes).toEqual([]);
});

test('9. PassthroughCluster is no hub between workloads, and its own node names the real hosts', () => {
  const graph = graphOf(
    {
      requests: [
        requests({
          reporter: 'source',
          from: client,
          to: server,
          service: 'PassthroughCluster',
          host: '10.1.2.3:80',
          value: 5,
        }),
        requests({
          reporter: 'source',
          from: client,
          to: gone,
          service: 'PassthroughCluster',
          host: 'api.example.net',
          value: 5,
        }),
      ],
    },
    { query: { serviceNodes: 'true' } },
  );
  expect(lines(graph)).toEqual([
    'workload:shop/client-v1 -> passthrough:Kubernetes http',
    'workload:shop/client-v1 -> workload:shop/server-v1 http',
  ]);
  expect(node(graph, 'passthrough:Kubernetes').hosts).toEqual(['api.example.net']);
  const outgoing = edge(graph, 'workload:shop/client-v1 -> passthrough:Kubernetes http');
  expect(outgoing.responses).toMatchObject([{ host: 'api.example.net' }]);
});
