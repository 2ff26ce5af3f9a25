import { describe, expect, test } from 'vitest';
import type { Span, SpanStory } from '#lib/contract/traces.ts';
import { traceQuery } from '#lib/contract/traces.ts';
import { loadTrace } from '#server/mesh/traces/load-trace.ts';
import type { Manifest } from '#tests/support/objects-snapshot.ts';
import { proxyTags, span } from '#tests/support/spans.ts';
import { deployment, traceContext } from '#tests/support/trace-context.ts';

const query = traceQuery.parse({ id: `${'0'.repeat(31)}1` });

async function storiesOf(spans: readonly Span[], manifests: readonly Manifest[] = []): Promise<SpanStory[]> {
  const { data } = await loadTrace(query, traceContext({ spans, manifests }));
  return data.spans.map(({ story }) => story);
}

async function storyOf(given: Partial<Span>, manifests: readonly Manifest[] = []): Promise<SpanStory> {
  const [story] = await storiesOf([span({ id: 1, from: 0, to: 5, kind: 'server', ...given })], manifests);
  if (story === undefined) throw new Error('no span came back');
  return story;
}

describe('the workload of a span', () => {
  const foo = deployment('foo', { version: 'v1' });
  const fooBar = deployment('foo-bar', { app: 'foo', version: 'v1' });

  test('is the one that its pod belongs to, however similar other names are', async () => {
    const attributes = proxyTags('foo-bar-7d9f-abcde', { app: 'foo', version: 'v1' });
    expect((await storyOf({ attributes }, [...foo, ...fooBar])).workload).toEqual({
      namespace: 'shop',
      name: 'foo-bar',
    });
  });

  test('is not guessed from a name where the pod is gone and two workloads share app and version', async () => {
    const story = await storyOf({ attributes: proxyTags('foo-gone-1', { app: 'foo', version: 'v1' }) }, [
      ...foo,
      ...fooBar,
    ]);
    expect(story).not.toHaveProperty('workload');
    expect(story.app).toEqual({ namespace: 'shop', name: 'foo', version: 'v1' });
  });

  test('is the only one of its app and version where the pod is gone', async () => {
    const story = await storyOf({ attributes: proxyTags('foo-gone-1', { app: 'foo', version: 'v1' }) }, foo);
    expect(story.workload).toEqual({ namespace: 'shop', name: 'foo' });
  });

  test('may have dots in the name of its pod', async () => {
    const { pod } = await storyOf({ attributes: proxyTags('node-1.example.com', { namespace: 'db' }) });
    expect(pod).toEqual({ namespace: 'db', name: 'node-1.example.com' });
  });

  test("of Envoy's span of the way out of a gateway is told by another span of that address", async () => {
    const gateway = deployment('gateway');
    const tags = proxyTags('gateway-7d9f-abcde', { ip: '10.0.0.9', type: 'router' });
    const [, wayOut] = await storiesOf(
      [
        span({ id: 1, kind: 'server', from: 0, to: 9, attributes: tags }),
        span({
          id: 2,
          parent: 1,
          kind: 'client',
          operation: 'router outbound|80||web.shop.svc.cluster.local; egress',
          from: 1,
          to: 8,
          attributes: {
            'network.local.address': '10.0.0.9',
            upstream_cluster: 'outbound|80||web.shop.svc.cluster.local',
            'http.status_code': '200',
          },
        }),
      ],
      gateway,
    );
    expect(wayOut?.workload).toEqual({ namespace: 'shop', name: 'gateway' });
    expect(wayOut?.text).toBe('gateway sent the request to web and got 200.');
    expect(wayOut?.edgeId).toBe(
      'application:Kubernetes/shop/gateway/latest/gateway|service:Kubernetes/shop/web|http',
    );
  });
});

describe('what tags say', () => {
  test("is read by OpenTelemetry's newer names too", async () => {
    const attributes = {
      ...proxyTags('web-1', { app: 'web' }),
      'http.request.method': 'POST',
      'url.full': 'http://web/pay',
      'http.response.status_code': '500',
    };
    expect(await storyOf({ attributes })).toMatchObject({
      text: 'web received POST http://web/pay and answered 500.',
      status: '500',
    });
  });

  test('is found among the resource, where OpenTelemetry keeps what is common to a process', async () => {
    const resource = {
      'k8s.pod.name': 'web-1',
      'k8s.namespace.name': 'shop',
      'istio.canonical_service': 'web',
    };
    expect(await storyOf({ resource })).toMatchObject({
      pod: { namespace: 'shop', name: 'web-1' },
      app: { namespace: 'shop', name: 'web' },
    });
  });

  test('of gRPC is its status with its name', async () => {
    const attributes = {
      ...proxyTags('web-1', { app: 'web' }),
      'http.status_code': '200',
      'grpc.status_code': '14',
    };
    const story = await storyOf({ attributes, isError: true });
    expect(story.status).toBe('gRPC 14 UNAVAILABLE');
    expect(story.edgeId).toMatch(/\|grpc$/);
  });

  test('of a request without an answer is just that', async () => {
    const attributes = {
      ...proxyTags('web-1', { app: 'web' }),
      'http.status_code': '0',
      response_flags: 'DC',
    };
    const story = await storyOf({ attributes });
    expect(story.text).toBe('web received GET / and got no answer.');
    expect(story.responseFlags?.[0]?.meaning).toBe(
      'The caller closed the connection before the answer was complete.',
    );
  });

  test('with a flag that Vigla does not know says where to look it up', async () => {
    const story = await storyOf({ attributes: { response_flags: 'XYZ' } });
    expect(story.responseFlags).toEqual([
      {
        flag: 'XYZ',
        meaning: 'A flag that Vigla does not know.',
        next: "Look it up in Envoy's access log documentation, under response flags.",
      },
    ]);
  });

  test('may be nothing at all', async () => {
    expect(await storyOf({ kind: 'internal', operation: 'work', service: 'job' })).toEqual({
      text: 'job did work.',
    });
  });
});

describe('where a span stands in the graph', () => {
  test('a call to an address outside the mesh leads to PassthroughCluster', async () => {
    const attributes = { ...proxyTags('web-1', { app: 'web' }), upstream_cluster: 'PassthroughCluster' };
    const story = await storyOf({ kind: 'client', attributes });
    expect(story.edgeId).toBe('application:Kubernetes/shop/web|passthrough:Kubernetes|http');
    expect(story.text).toContain('to an address that is no service of the mesh (PassthroughCluster)');
  });

  test('a call to a host of a ServiceEntry leads to its node', async () => {
    const entry: Manifest = {
      kind: 'ServiceEntry',
      namespace: 'external',
      name: 'payments',
      spec: { hosts: ['payments.example.net'], ports: [] },
    };
    const attributes = {
      ...proxyTags('web-1', { app: 'web' }),
      upstream_cluster: 'outbound|443||payments.example.net',
    };
    expect((await storyOf({ kind: 'client', attributes }, [entry])).edgeId).toBe(
      'application:Kubernetes/shop/web|serviceEntry:Kubernetes/external/payments|http',
    );
  });

  test('a request that arrives from nobody with a proxy comes from the unknown node', async () => {
    const attributes = proxyTags('web-1', { app: 'web' });
    expect((await storyOf({ attributes })).edgeId).toBe(
      'unknown:unknown|application:Kubernetes/shop/web|http',
    );
  });

  test('a request that arrives at a gateway from outside has no edge, since no metric counts it', async () => {
    const attributes = proxyTags('gateway-1', { app: 'gateway', type: 'router' });
    expect(await storyOf({ attributes })).not.toHaveProperty('edgeId');
  });

  test('a span whose caller is missing has no edge: who called is not known', async () => {
    const [story] = await storiesOf([
      span({
        id: 1,
        parent: 9,
        from: 0,
        to: 5,
        kind: 'server',
        attributes: proxyTags('web-1', { app: 'web' }),
      }),
    ]);
    expect(story).not.toHaveProperty('edgeId');
  });
});
