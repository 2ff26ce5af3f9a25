import { describe, expect, test } from 'vitest';
import { traceQuery, traceSchema } from '#lib/contract/traces.ts';
import { loadTrace } from '#server/mesh/traces/load-trace.ts';
import type { Sample } from '#server/metrics/query.ts';
import { proxyTags, span } from '#tests/support/spans.ts';
import { deployment, traceContext } from '#tests/support/trace-context.ts';

const id = `${'0'.repeat(31)}1`;
const query = traceQuery.parse({ id });

const webTags = proxyTags('web-7d9f-abcde', { ip: '10.0.0.1', app: 'web', version: 'v1' });
const cartTags = proxyTags('cart-v2-7d9f-abcde', { ip: '10.0.0.2', app: 'cart', version: 'v2' });
const spans = [
  span({
    id: 1,
    kind: 'client',
    service: 'web.shop',
    operation: 'cart:8080/*',
    from: 0,
    to: 40,
    attributes: {
      ...webTags,
      'http.method': 'GET',
      'http.url': 'http://cart:8080/items',
      'http.status_code': '503',
      response_flags: 'URX,UF',
      upstream_cluster: 'outbound|8080|v2|cart.shop.svc.cluster.local',
      'guid:x-request-id': '9eda11b4',
    },
  }),
  span({
    id: 2,
    parent: 1,
    kind: 'server',
    service: 'cart.shop',
    from: 1,
    to: 38,
    attributes: { ...cartTags, 'http.status_code': '503', upstream_cluster: 'inbound|8080||' },
  }),
];
const manifests = [
  ...deployment('web', { version: 'v1' }),
  ...deployment('cart-v2', { app: 'cart', version: 'v2' }),
  ...deployment('cart', { app: 'cart', version: 'v1' }),
  { kind: 'Service' as const, namespace: 'shop', name: 'cart', spec: { selector: { app: 'cart' } } },
];

/** One of Istio's histograms: how many requests took at most so many milliseconds. */
function buckets(labels: Record<string, string>, counts: Record<string, number>): Sample[] {
  return Object.entries(counts).map(([le, value]) => ({ labels: { ...labels, le }, value }));
}
const webToCart = {
  source_workload: 'web',
  source_workload_namespace: 'shop',
  destination_workload: 'cart-v2',
  destination_workload_namespace: 'shop',
  destination_service_name: 'cart',
  destination_service_namespace: 'shop',
};
const measured = [
  ...buckets({ ...webToCart, reporter: 'source' }, { '10': 50, '25': 90, '50': 100, '+Inf': 100 }),
  ...buckets({ ...webToCart, reporter: 'destination' }, { '10': 80, '25': 100, '+Inf': 100 }),
  ...buckets({ ...webToCart, reporter: 'source', destination_workload: 'cart' }, { '10': 999, '+Inf': 999 }),
];

describe('a trace', () => {
  test('answers what its contract says, spans in the order of the waterfall', async () => {
    const { data, warnings } = await loadTrace(query, traceContext({ spans: spans.toReversed(), manifests }));
    expect(traceSchema.parse(data)).toEqual(data);
    expect(data.spans.map(({ spanId, depth }) => [Number(spanId), depth])).toEqual([
      [1, 0],
      [2, 1],
    ]);
    expect(warnings).toEqual([]);
  });

  test("tells Istio's tags in words and in the graph's terms", async () => {
    const { data } = await loadTrace(query, traceContext({ spans, manifests }));
    const [client, server] = data.spans.map(({ story }) => story);
    const web = 'application:Kubernetes/shop/web/v1/web';
    const cart = 'application:Kubernetes/shop/cart/v2/cart-v2';
    const edges = [
      `${web}|${cart}|http`,
      `${web}|service:Kubernetes/shop/cart|http`,
      `service:Kubernetes/shop/cart|${cart}|http`,
    ];
    expect(client).toMatchObject({
      text: 'web sent GET http://cart:8080/items to cart-v2 and got 503.',
      workload: { namespace: 'shop', name: 'web' },
      pod: { namespace: 'shop', name: 'web-7d9f-abcde' },
      app: { namespace: 'shop', name: 'web', version: 'v1' },
      upstreamCluster: 'outbound|8080|v2|cart.shop.svc.cluster.local',
      requestId: '9eda11b4',
      status: '503',
      nodeId: web,
      edgeId: edges[0],
      edgeIds: edges,
    });
    expect(client?.responseFlags?.map(({ flag }) => flag)).toEqual(['URX', 'UF']);
    expect(client?.responseFlags?.[1]?.meaning).toBe('No connection to the called side could be made.');
    expect(server).toMatchObject({
      text: 'cart-v2 received GET / from web and answered 503.',
      workload: { namespace: 'shop', name: 'cart-v2' },
      nodeId: cart,
      edgeIds: edges,
    });
  });

  test('that the store does not have is not found', async () => {
    await expect(loadTrace(traceQuery.parse({ id: 'dead' }), traceContext({ spans }))).rejects.toMatchObject({
      code: 'not_found',
      message:
        'The trace store has no trace dead. It was not sampled, is not stored yet, or is no longer kept.',
    });
  });

  test('with nothing but spans that cannot be read says why', async () => {
    const context = traceContext();
    const traces = context.sources.traces;
    if (traces === undefined) throw new Error('no store');
    const broken = {
      ...traces,
      trace: async () => ({ spans: [], warnings: ['2 spans were left out: no id.'] }),
    };
    await expect(
      loadTrace(query, { ...context, sources: { ...context.sources, traces: broken } }),
    ).rejects.toMatchObject({
      code: 'source_failed',
      message: expect.stringContaining('2 spans were left out'),
    });
  });

  test("has the link to the store's own screen and what the store said beside", async () => {
    const context = traceContext({
      spans,
      link: (of) => `https://jaeger/trace/${of}`,
      warnings: ['A part is missing.'],
    });
    const { data, warnings } = await loadTrace(query, context);
    expect(data.link).toBe(`https://jaeger/trace/${id}`);
    expect(warnings).toEqual([{ code: 'trace_incomplete', source: 'traces', message: 'A part is missing.' }]);
  });

  test('is told by its tags alone where the objects cannot be read, and that is said', async () => {
    const { data, warnings } = await loadTrace(
      query,
      traceContext({ spans, manifests: new Error('forbidden') }),
    );
    expect(data.spans[0]?.story).toMatchObject({ app: { name: 'web' }, pod: { name: 'web-7d9f-abcde' } });
    expect(data.spans[0]?.story).not.toHaveProperty('workload');
    expect(warnings).toEqual([
      {
        code: 'objects_missing',
        source: 'kubernetes',
        message: 'Kubernetes objects could not be read, so spans are not told by their workloads: forbidden',
      },
    ]);
  });
});

describe('what is usual', () => {
  test('comes from one query for the whole trace, by the same source, destination and reporter', async () => {
    const asked: unknown[] = [];
    const context = traceContext({
      spans,
      manifests,
      query: async (metricQuery) => {
        asked.push(metricQuery);
        return { rows: measured, warnings: [] };
      },
    });
    const { data } = await loadTrace(query, context);
    expect(asked.length).toBe(1);
    const [client, server] = data.spans.map(({ usual }) => usual);
    expect(client).toMatchObject({ p50Ms: 10, atQuantile: 0.96 });
    expect(client?.p95Ms).toBeCloseTo(37.5);
    expect(server?.atQuantile).toBe(1);
    expect(client?.why.text.replaceAll('\u00a0', ' ')).toBe(
      '100 requests from web to cart-v2 in 10 min, as the proxy of web measured: half took up to 10 ms, 95 % up to 38 ms. This one took longer than 96.0 % of them.',
    );
    expect(client?.why.evidence[0]?.text).toContain('destination_workload="cart-v2"');
  });

  test('is said to be unknown where nothing was measured, with what to do', async () => {
    const { data } = await loadTrace(query, traceContext({ spans, manifests }));
    expect(data.spans[0]?.usual).toMatchObject({
      why: { text: expect.stringMatching(/^No requests from web to cart-v2/) },
    });
    expect(data.spans[0]?.usual?.why.fix).toContain('time range that holds the trace');
    expect(data.spans[0]?.usual).not.toHaveProperty('p50Ms');
  });

  test('is said to be unknown where the metrics cannot be read, beside the whole trace', async () => {
    const { data, warnings } = await loadTrace(
      query,
      traceContext({ spans, manifests, query: () => Promise.reject(new Error('Prometheus is away')) }),
    );
    expect(data.spans[0]?.usual?.why.text).toContain('Prometheus is away');
    expect(warnings.map(({ code }) => code)).toEqual(['metrics_missing']);
  });

  test('of empty histograms and of values that are no numbers is unknown, never NaN', async () => {
    const empty = [
      ...buckets({ ...webToCart, reporter: 'source' }, { '10': 0, '+Inf': 0 }),
      ...buckets({ ...webToCart, reporter: 'destination' }, { '10': Number.NaN, '+Inf': Number.NaN }),
    ];
    const { data } = await loadTrace(
      query,
      traceContext({ spans, manifests, query: async () => ({ rows: empty, warnings: [] }) }),
    );
    for (const { usual } of data.spans) expect(usual).not.toHaveProperty('atQuantile');
  });
});
