import { expect, test } from 'vitest';
import { graphSchema } from '#lib/contract/graph.ts';
import { graphQuery } from '#lib/contract/graph-query.ts';
import { ViglaError } from '#server/errors.ts';
import { loadGraph } from '#server/mesh/graph/load-graph.ts';
import type { MetricQuery } from '#server/metrics/query.ts';
import { graphContext } from '#tests/support/graph-context.ts';
import { objectsSnapshot } from '#tests/support/objects-snapshot.ts';
import { endSeconds, lines, seenByBoth, series, workload } from '#tests/support/telemetry.ts';

const client = workload('shop/client-v1');
const server = workload('shop/server-v1');
const call = { from: client, to: server, service: 'shop/server', value: 60 };
const query = graphQuery.parse({ type: 'workload', serviceNodes: 'false' });
const requestRows = seenByBoth(call);

const metricOf = (asked: MetricQuery) => asked.selector.metric;
const down = () =>
  new ViglaError('source_unreachable', 'Prometheus at http://prometheus:9090 does not answer');
const answerRequests = async (asked: MetricQuery) => ({
  rows: metricOf(asked) === 'istio_requests_total' ? requestRows : [],
  warnings: [],
});

test('the graph follows the contract and ends at the aligned time', async () => {
  const { data, warnings } = await loadGraph(query, graphContext({ query: answerRequests }));
  expect(graphSchema.parse(data)).toEqual(data);
  expect(data.window).toEqual({ from: '2026-11-21T01:52:00.000Z', to: '2026-11-21T02:02:00.000Z' });
  expect(lines(data)).toEqual(['workload:shop/client-v1 -> workload:shop/server-v1 http']);
  expect(warnings).toEqual([]);
});

test('a time of its own is asked for as it is', async () => {
  const asked: number[] = [];
  const at = { ...query, at: endSeconds - 3600 };
  const { data } = await loadGraph(
    at,
    graphContext({
      query: async (_, atSeconds) => {
        asked.push(atSeconds);
        return { rows: [], warnings: [] };
      },
    }),
  );
  expect(new Set(asked)).toEqual(new Set([endSeconds - 3600]));
  expect(data.window.to).toBe('2026-11-21T01:02:00.000Z');
});

test('four queries are asked by default and one more for each metric of an extra, whatever the namespaces', async () => {
  const count = async (parameters: Record<string, string>) => {
    const metrics: string[] = [];
    const context = graphContext({
      query: async (asked) => {
        metrics.push(metricOf(asked));
        return { rows: [], warnings: [] };
      },
      objects: objectsSnapshot([
        { kind: 'Namespace', name: 'bank' },
        { kind: 'Namespace', name: 'shop' },
      ]),
    });
    await loadGraph(graphQuery.parse(parameters), context);
    return metrics.length;
  };
  expect(await count({})).toBe(4);
  expect(await count({ namespaces: 'bank,shop' })).toBe(4);
  expect(await count({ include: 'latency' })).toBe(5);
  expect(await count({ include: 'latency,throughput,messages' })).toBe(9);
});

test('namespaces narrow every query to series that begin or end there', async () => {
  const selectors: unknown[] = [];
  await loadGraph(
    graphQuery.parse({ namespaces: 'shop,bank' }),
    graphContext({
      query: async (asked) => {
        selectors.push(asked.selector.anyOf?.slice(0, 2));
        return { rows: [], warnings: [] };
      },
      objects: objectsSnapshot([
        { kind: 'Namespace', name: 'bank' },
        { kind: 'Namespace', name: 'shop' },
      ]),
    }),
  );
  expect(selectors[0]).toEqual([
    [{ label: 'source_workload_namespace', is: '=~', value: 'bank|shop' }],
    [{ label: 'destination_workload_namespace', is: '=~', value: 'bank|shop' }],
  ]);
});

test('a query that fails leaves the rest of the picture and a warning that names what is missing', async () => {
  const { data, warnings } = await loadGraph(
    { ...query, include: ['latency'] },
    graphContext({
      query: async (asked) => {
        if (asked.fn === 'buckets')
          throw new ViglaError('source_timeout', 'Prometheus took longer than 10 s');
        return answerRequests(asked);
      },
    }),
  );
  expect(data.edges).toHaveLength(1);
  expect(warnings).toEqual([
    {
      code: 'metrics_missing',
      source: 'prometheus',
      message: 'The graph lacks response times: Prometheus took longer than 10 s',
    },
  ]);
});

test('without requests, TCP is still drawn', async () => {
  const { data, warnings } = await loadGraph(
    query,
    graphContext({
      query: async (asked) => {
        if (metricOf(asked) === 'istio_requests_total') throw down();
        return { rows: [series({ ...call, reporter: 'source' })], warnings: [] };
      },
    }),
  );
  expect(lines(data)).toEqual(['workload:shop/client-v1 -> workload:shop/server-v1 tcp']);
  expect(warnings.map(({ message }) => message)).toEqual([
    'The graph lacks HTTP and gRPC traffic: Prometheus at http://prometheus:9090 does not answer',
  ]);
});

test("when no metric can be read the source's error is thrown", async () => {
  const context = graphContext({
    query: async () => {
      throw down();
    },
  });
  await expect(loadGraph(query, context)).rejects.toMatchObject({ code: 'source_unreachable' });
});

test('without objects the graph is drawn from metrics alone, and says so', async () => {
  const { data, warnings } = await loadGraph(
    graphQuery.parse({ namespaces: 'shop', type: 'workload' }),
    graphContext({ query: answerRequests, objects: new Error('connection refused') }),
  );
  expect(data.edges).toHaveLength(1);
  expect(warnings).toMatchObject([{ code: 'objects_missing', source: 'kubernetes' }]);
  expect(warnings[0]?.message).toContain('connection refused');
});

test('a kind that could not be read and what the store said are warnings', async () => {
  const objects = { ...objectsSnapshot([]), unread: [{ kind: 'Pod' as const, reason: 'forbidden' }] };
  const { warnings } = await loadGraph(
    query,
    graphContext({
      objects,
      query: async (asked) => ({
        rows: [],
        warnings: metricOf(asked) === 'istio_requests_total' ? ['store 2 of 3 did not answer'] : [],
      }),
    }),
  );
  expect(warnings.map(({ code, message }) => [code, message])).toEqual([
    ['objects_missing', 'Pod objects could not be read, so what they say is not in the graph: forbidden'],
    [
      'metrics_incomplete',
      'The metrics source warned while it was asked for HTTP and gRPC traffic: store 2 of 3 did not answer',
    ],
  ]);
});

test('an unknown namespace is refused by name, one that only telemetry knows is not', async () => {
  const objects = objectsSnapshot([{ kind: 'Namespace', name: 'bank' }]);
  const ask = (namespaces: string) =>
    loadGraph(graphQuery.parse({ namespaces }), graphContext({ query: answerRequests, objects }));
  await expect(ask('bank,nowhere')).rejects.toMatchObject({
    code: 'unknown_namespace',
    parameter: 'namespaces',
    message: expect.stringContaining('"nowhere"'),
  });
  expect((await ask('shop')).data.edges).toHaveLength(1);
});

test('a focus keeps what lies within its depth, and refuses what is not in the graph', async () => {
  const chain = ['a', 'b', 'c', 'd'].map((name) => workload(`shop/${name}`));
  const rows = chain.slice(1).flatMap((to, index) => {
    const from = chain[index];
    return from === undefined ? [] : seenByBoth({ from, to, service: `shop/${to.workload}`, value: 5 });
  });
  const context = graphContext({
    query: async (asked) => ({ rows: metricOf(asked) === 'istio_requests_total' ? rows : [], warnings: [] }),
  });
  const near = await loadGraph({ ...query, focus: 'workload:Kubernetes/shop/b' }, context);
  expect(near.data.nodes.map(({ name }) => name)).toEqual(['a', 'b', 'c']);
  expect(near.data.boxes.map(({ members }) => members.length)).toEqual([3]);
  const far = await loadGraph({ ...query, focus: 'workload:Kubernetes/shop/a', depth: 2 }, context);
  expect(far.data.nodes.map(({ name }) => name)).toEqual(['a', 'b', 'c']);
  await expect(loadGraph({ ...query, focus: 'workload:Kubernetes/shop/z' }, context)).rejects.toMatchObject({
    code: 'bad_parameter',
    parameter: 'focus',
  });
});
