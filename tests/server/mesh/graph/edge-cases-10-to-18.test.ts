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

test('10. BlackHoleCluster is blocked egress with the hosts that were refused', () => {
  const graph = graphOf({
    requests: [
      requests({
        reporter: 'source',
        from: client,
        to: gone,
        service: 'BlackHoleCluster',
        host: 'evil.example',
        code: '502',
        value: 5,
      }),
    ],
  });
  expect(node(graph, 'blackHole:Kubernetes')).toMatchObject({ kind: 'blackHole', hosts: ['evil.example'] });
});

test('11. one workload in two clusters is two nodes, and so are two workloads with the same app and version', () => {
  const twin = { ...server, workload: 'server-blue' };
  const latest = { ...workload('shop/server'), app: 'server' };
  const graph = graphOf(
    {
      requests: [server, { ...server, cluster: 'east' }, twin, latest].map((to) =>
        requests({ reporter: 'source', from: client, to, service: 'shop/server', value: 5 }),
      ),
    },
    { query: { type: 'versionedApp' } },
  );
  expect(graph.nodes.map(({ id }) => id)).toEqual([
    'application:Kubernetes/shop/client/v1/client-v1',
    'application:Kubernetes/shop/server/latest/server',
    'application:Kubernetes/shop/server/v1/server-blue',
    'application:Kubernetes/shop/server/v1/server-v1',
    'application:east/shop/server/v1/server-v1',
  ]);
});

test('12. a workload without an app stays a workload in the app graph, also where its app is "unknown"', () => {
  const withoutApp = { ...server, app: 'unknown', version: 'unknown' };
  const graph = graphOf(
    { requests: seenByBoth({ from: client, to: withoutApp, service: 'shop/server', value: 5 }) },
    { query: { type: 'app' } },
  );
  expect(lines(graph)).toEqual(['application:shop/client -> workload:shop/server-v1 http']);
});

test('13. the rates of a namespace younger than the window are averages over its age', () => {
  const graph = graphOf(
    { requests: seenByBoth({ from: client, to: server, service: 'shop/server', value: 180 }) },
    {
      objects: [
        {
          kind: 'Namespace',
          name: 'shop',
          metadata: { name: 'shop', creationTimestamp: '2026-11-21T01:59:00Z' },
        },
      ],
    },
  );
  const found = edge(graph, 'workload:shop/client-v1 -> workload:shop/server-v1 http');
  expect(found).toMatchObject({ requestsPerSecond: 1, requestCount: 180 });
  expect(graph.quality).toMatchObject([{ code: 'window_cut', example: 'shop' }]);
});

test('14. a waypoint, its ztunnels and a gateway are each counted once', () => {
  const waypoint = workload('shop/waypoint');
  const gateway = workload('ingress/gateway');
  const bytes = (from: typeof client, to: typeof client) =>
    (['source', 'destination'] as const).map((reporter) =>
      series({ reporter, from, to, service: 'shop/server', labels: { app: 'ztunnel' }, value: 600 }),
    );
  const graph = graphOf(
    {
      requests: [
        requests({ reporter: 'waypoint', from: client, to: server, service: 'shop/server', value: 60 }),
        requests({ reporter: 'source', from: gateway, to: server, service: 'shop/server', value: 6 }),
      ],
      bytesSent: [...bytes(client, waypoint), ...bytes(waypoint, server)],
    },
    {
      objects: [
        {
          kind: 'Gateway',
          namespace: 'shop',
          name: 'waypoint',
          spec: { gatewayClassName: 'istio-waypoint' },
        },
      ],
    },
  );
  expect(lines(graph)).toEqual([
    'workload:ingress/gateway -> workload:shop/server-v1 http',
    'workload:shop/client-v1 -> workload:shop/server-v1 http',
    'workload:shop/client-v1 -> workload:shop/waypoint tcp',
    'workload:shop/waypoint -> workload:shop/server-v1 tcp',
  ]);
  expect(edge(graph, 'workload:shop/client-v1 -> workload:shop/waypoint tcp').bytesSentPerSecond).toBe(1);
  expect(edge(graph, 'workload:shop/client-v1 -> workload:shop/server-v1 http')).toMatchObject({
    requestCount: 60,
    mtlsShare: 1,
  });
});

test('15. a waypoint is a workload in every type of graph, without services before it', () => {
  const waypoint = workload('shop/waypoint');
  const objects = [
    {
      kind: 'Gateway' as const,
      namespace: 'shop',
      name: 'waypoint',
      spec: { gatewayClassName: 'istio-waypoint' },
    },
  ];
  const telemetry = {
    bytesSent: [
      series({ reporter: 'source', from: client, to: waypoint, service: 'shop/server', value: 600 }),
      series({ reporter: 'source', from: waypoint, to: server, service: 'shop/server', value: 600 }),
    ],
  };
  for (const type of ['versionedApp', 'app', 'workload']) {
    const graph = graphOf(telemetry, { objects, query: { type, serviceNodes: 'true' } });
    expect(node(graph, 'workload:shop/waypoint').kind).toBe('workload');
    expect(graph.nodes.filter(({ kind }) => kind === 'service')).toEqual([]);
  }
});

test('16. hosts of one ServiceEntry fold into its node, wildcards too, where it is exported to the caller', () => {
  const entry = (name: string, hosts: string[], exportTo: string[]) => ({
    kind: 'ServiceEntry' as const,
    namespace: 'external',
    name,
    spec: { hosts, exportTo },
  });
  const call = (host: string) =>
    requests({ reporter: 'source', from: client, to: gone, service: `external/${host}`, host, value: 5 });
  const graph = graphOf(
    { requests: [call('api.example.net'), call('*.wiki.org'), call('en.wiki.org'), call('hidden.example')] },
    {
      objects: [
        entry('partners', ['api.example.net', '*.wiki.org'], ['*']),
        entry('own', ['hidden.example'], ['.']),
      ],
    },
  );
  expect(lines(graph)).toEqual([
    'workload:shop/client-v1 -> service:external/hidden.example http',
    'workload:shop/client-v1 -> serviceEntry:external/partners http',
  ]);
  expect(node(graph, 'serviceEntry:external/partners').hosts).toEqual([
    '*.wiki.org',
    'api.example.net',
    'en.wiki.org',
  ]);
});

test('17. an egress gateway that names itself is its workload, whatever its name', () => {
  const host = 'way-out.edge.svc.cluster.local';
  const labels = { app: 'way-out', edge: 'out' };
  const row = requests({ reporter: 'source', from: client, to: gone, service: host, host, value: 5 });
  const graph = graphOf(
    { requests: [row] },
    {
      objects: [
        { kind: 'IstioGateway', namespace: 'edge', name: 'any', spec: { selector: { edge: 'out' } } },
        { kind: 'Service', namespace: 'edge', name: 'way-out', spec: { selector: { app: 'way-out' } } },
        {
          kind: 'Deployment',
          namespace: 'edge',
          name: 'way-out-7',
          spec: { template: { metadata: { labels } } },
        },
      ],
    },
  );
  expect(lines(graph)).toEqual(['workload:shop/client-v1 -> workload:edge/way-out-7 http']);
  expect(quality(graph)).toMatchObject({ egress_gateway_assumed: 1 });
});

test('18. an edge between two namespaces is one edge, whichever of them is asked for', () => {
  const other = workload('bank/ledger-v1');
  const rows = seenByBoth({ from: client, to: other, service: 'bank/ledger', value: 60 });
  const line = 'workload:shop/client-v1 -> workload:bank/ledger-v1 http';
  for (const namespaces of ['shop', 'bank', 'bank,shop']) {
    const graph = graphOf({ requests: rows }, { query: { namespaces } });
    expect(edge(graph, line).requestCount).toBe(60);
    expect(node(graph, 'workload:bank/ledger-v1').isOutside).toBe(namespaces === 'shop' ? true : undefined);
  }
});
