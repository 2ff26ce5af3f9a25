import { expect, test } from 'vitest';
import { isUnsentEdge } from '#lib/graph/unsent-edge.ts';
import { expectRowsToAddUp } from '#tests/support/response-rows.ts';
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
const other = workload('shop/other-v1');
const first = workload('shop/server-v1');
const second = workload('shop/server-v2');
const service = 'shop/server';
const withServices = { query: { serviceNodes: 'true' } };

const split = {
  kind: 'VirtualService' as const,
  namespace: 'shop',
  name: 'server',
  spec: {
    hosts: ['server'],
    http: [
      {
        route: [
          { destination: { host: 'server', subset: 'v1' }, weight: 80 },
          { destination: { host: 'server', subset: 'v2' }, weight: 20 },
        ],
      },
    ],
  },
};
const serverService = { kind: 'Service' as const, namespace: 'shop', name: 'server', spec: { ports: [] } };

test('callers without a proxy do not make the proxies of others disagree', () => {
  const graph = graphOf(
    {
      requests: [
        ...seenByBoth({ from: client, to: first, service, value: 1 }),
        requests({ reporter: 'destination', from: nobody, to: first, service, value: 85 }),
      ],
    },
    withServices,
  );
  const into = edge(graph, 'service:shop/server -> workload:shop/server-v1 http');
  expect(into).toMatchObject({ requestCount: 86 });
  expect(into.reportersDiffer).toBeUndefined();
  expect(quality(graph)).toEqual({});
  expect(into.responses).toMatchObject([
    { reporter: 'source', share: 1 },
    { reporter: 'destination', share: 1 },
  ]);
  for (const one of graph.edges) expectRowsToAddUp(one);
});

test('receivers without a proxy do not make the proxies of others disagree', () => {
  const graph = graphOf(
    {
      requests: [
        ...seenByBoth({ from: client, to: first, service, value: 50 }),
        requests({ reporter: 'source', from: client, to: second, service, value: 50 }),
      ],
    },
    withServices,
  );
  const asked = edge(graph, 'workload:shop/client-v1 -> service:shop/server http');
  expect(asked).toMatchObject({ requestCount: 100 });
  expect(asked.reportersDiffer).toBeUndefined();
});

test('callers that are not scraped do not make the proxies of others disagree', () => {
  const graph = graphOf(
    {
      requests: [
        ...seenByBoth({ from: client, to: first, service, value: 50 }),
        requests({ reporter: 'destination', from: other, to: first, service, value: 50 }),
      ],
    },
    withServices,
  );
  const into = edge(graph, 'service:shop/server -> workload:shop/server-v1 http');
  expect(into.requestCount).toBe(100);
  expect(into.reportersDiffer).toBeUndefined();
});

test('requests that failed on the way make them disagree, on the edge that they were to run over', () => {
  const graph = graphOf(
    {
      requests: [
        ...seenByBoth({ from: client, to: first, service, value: 80 }),
        requests({
          reporter: 'source',
          from: client,
          to: nobody,
          service,
          code: '503',
          flags: 'UH',
          value: 20,
        }),
        requests({ reporter: 'destination', from: nobody, to: first, service, value: 40 }),
      ],
    },
    withServices,
  );
  expect(edge(graph, 'workload:shop/client-v1 -> service:shop/server http').reportersDiffer?.text).toBe(
    'The calling proxies counted 100 requests, the receiving ones 80. Some never arrived: 503 UH.',
  );
});

test('two counts of the same answers are the evidence where nothing else tells them apart', () => {
  const call = { from: client, to: first, service };
  const graph = graphOf({
    requests: [
      requests({ ...call, reporter: 'source', value: 60 }),
      requests({ ...call, reporter: 'destination', value: 120 }),
    ],
  });
  const { reportersDiffer } = edge(graph, 'workload:shop/client-v1 -> workload:shop/server-v1 http');
  expect(reportersDiffer?.evidence.map(({ text }) => text)).toEqual([
    'istio_requests_total{reporter="source"}: 0.100/s',
    'istio_requests_total{reporter="destination"}: 0.200/s',
  ]);
});

const mirrored = [
  ...seenByBoth({ from: client, to: first, service, value: 80 }),
  ...seenByBoth({ from: client, to: second, service, value: 20 }),
  requests({ reporter: 'destination', from: client, to: workload('shop/server-v3'), service, value: 50 }),
];

test('mirrored copies are no part of the split and of what their caller sends, and are told as copies', () => {
  const graph = graphOf({ requests: mirrored }, { objects: [split, serverService] });
  const to = (version: string) =>
    edge(graph, `workload:shop/client-v1 -> workload:shop/server-${version} http`);
  expect(to('v1').splitShare).toBe(0.8);
  expect(to('v2').splitShare).toBe(0.2);
  expect(to('v3')).toMatchObject({ requestCount: 50 });
  expect(to('v3').splitShare).toBeUndefined();
  expect(to('v3').reportersDiffer?.text).toBe(
    'The receiving proxies counted 50 requests that no calling proxy reports: mirrored copies, or attempts that were repeated elsewhere.',
  );
  expect(graph.edges.filter(isUnsentEdge)).toEqual([to('v3')]);
  expect(node(graph, 'workload:shop/client-v1').requestsOutPerSecond).toBeCloseTo(100 / 600, 3);
  expect(node(graph, 'workload:shop/server-v3').requestsInPerSecond).toBeCloseTo(50 / 600, 3);
});

test('what a caller asks of a service is what it sent, however many copies the service received', () => {
  const graph = graphOf({ requests: mirrored }, { ...withServices, objects: [split, serverService] });
  const asked = edge(graph, 'workload:shop/client-v1 -> service:shop/server http');
  expect(asked).toMatchObject({ requestCount: 100 });
  expect(asked.reportersDiffer?.text).toBe(
    'The calling proxies counted 100 requests, the receiving ones 150. No calling proxy reports 50 of these: mirrored copies, or attempts that were repeated elsewhere.',
  );
  expect(edge(graph, 'service:shop/server -> workload:shop/server-v1 http').splitShare).toBe(0.8);
  expect(isUnsentEdge(edge(graph, 'service:shop/server -> workload:shop/server-v3 http'))).toBe(true);
  for (const one of graph.edges) expectRowsToAddUp(one);
});

test('where a caller reports nothing at all, what its receivers count is its traffic and its split', () => {
  const graph = graphOf(
    { requests: mirrored.filter(({ labels }) => labels.reporter === 'destination') },
    { objects: [split, serverService] },
  );
  const shares = graph.edges.map(({ splitShare = 0 }) => splitShare);
  expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 3);
  expect(graph.edges.filter(isUnsentEdge)).toEqual([]);
  expect(node(graph, 'workload:shop/client-v1').requestsOutPerSecond).toBeCloseTo(150 / 600, 3);
});

test('no share is given where every backend of a route is drawn as one node', () => {
  const objects = [split, serverService];
  const sent = [
    ...seenByBoth({ from: client, to: first, service, value: 80 }),
    ...seenByBoth({ from: client, to: second, service, value: 20 }),
  ];
  const shareOf = (type: string) =>
    graphOf({ requests: sent }, { query: { type, serviceNodes: 'routed' }, objects }).edges.flatMap(
      ({ splitShare }) => splitShare ?? [],
    );
  expect(shareOf('workload')).toEqual([0.8, 0.2]);
  expect(shareOf('app')).toEqual([]);
  expect(shareOf('service')).toEqual([]);
});

test('a backend that gets everything of a split has its whole share', () => {
  const objects = [split, serverService];
  const graph = graphOf(
    { requests: seenByBoth({ from: client, to: first, service, value: 80 }) },
    { objects },
  );
  expect(graph.edges.map(({ splitShare }) => splitShare)).toEqual([1]);
});

test('TCP has connections by flags and host, and neither answers nor requests', () => {
  const call = { from: client, to: first, service };
  const tcp = (reporter: 'source' | 'destination', flags: string, value: number) =>
    series({ ...call, reporter, labels: { response_flags: flags }, value });
  const bytes = [tcp('source', '-', 600), tcp('source', 'DC', 200), tcp('destination', '-', 800)];
  const connectionsOpened = [tcp('source', '-', 3), tcp('source', 'DC', 1), tcp('source', 'UF', 4)];
  const host = 'server.shop.svc.cluster.local';
  const line = 'workload:shop/client-v1 -> workload:shop/server-v1 tcp';

  const flowing = edge(graphOf({ bytesSent: bytes, connectionsOpened }), line);
  expect(flowing.connections).toEqual([
    { flags: '-', host, share: 0.75 },
    { flags: 'DC', host, share: 0.25 },
    { flags: 'UF', host, share: 0 },
  ]);
  expect(flowing.responses).toBeUndefined();
  expect(flowing.requestsPerSecond).toBeUndefined();

  const silent = edge(graphOf({ connectionsOpened: [tcp('source', 'UF', 4)] }), line);
  expect(silent.connections).toEqual([{ flags: 'UF', host, share: 1 }]);
});
