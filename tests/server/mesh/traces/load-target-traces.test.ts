import { describe, expect, test } from 'vitest';
import { targetTracesQuery } from '#lib/contract/traces.ts';
import { loadTargetTraces } from '#server/mesh/traces/load-target-traces.ts';
import type { Manifest } from '#tests/support/objects-snapshot.ts';
import { deployment, nothingFound, traceContext } from '#tests/support/trace-context.ts';

const manifests: Manifest[] = [
  ...deployment('cart', { version: 'v1' }),
  ...deployment('cart-v2', { app: 'cart', version: 'v2' }),
  ...deployment('web', { version: 'v1' }),
  { kind: 'Service', namespace: 'shop', name: 'cart', spec: { selector: { app: 'cart' } } },
  { kind: 'Service', namespace: 'shop', name: 'nowhere', spec: {} },
];
const services = ['cart.shop', 'web.shop'];

function queryOf(name: string) {
  return targetTracesQuery.parse({ namespace: 'shop', name, tags: 'a=1' });
}

describe('a workload', () => {
  test('is searched by its canonical service, narrowed by its revision where the app has others', async () => {
    const context = traceContext({ manifests, services });
    const { warnings } = await loadTargetTraces('workload')(queryOf('cart-v2'), context);
    expect(context.searches).toMatchObject([
      { service: 'cart.shop', tags: { a: '1', 'istio.canonical_revision': 'v2' } },
    ]);
    expect(context.searches[0]).not.toHaveProperty('proxies');
    expect(warnings).toEqual([]);
  });

  test('that is the only one of its app needs no more than the name', async () => {
    const context = traceContext({ manifests, services });
    await loadTargetTraces('workload')(queryOf('web'), context);
    expect(context.searches).toMatchObject([{ service: 'web.shop', tags: { a: '1' } }]);
    expect(Object.keys(context.searches[0]?.tags ?? {})).toEqual(['a']);
  });

  test('that shares app and version with another is told apart by its pods', async () => {
    const twin = deployment('cart-canary', { app: 'cart', version: 'v2' });
    const context = traceContext({ manifests: [...manifests, ...twin], services });
    const { warnings } = await loadTargetTraces('workload')(queryOf('cart-v2'), context);
    expect(warnings[0]?.message).toContain('only spans of pods that run now can be told apart');
    expect(context.searches).toMatchObject([
      { tags: { 'istio.canonical_revision': 'v2' }, proxies: ['cart-v2-7d9f-abcde.shop'] },
    ]);
  });

  test('is found under other names that Istio can be told to send', async () => {
    const named = traceContext({ manifests, services: ['cart-v2.shop'] });
    await loadTargetTraces('workload')(queryOf('cart-v2'), named);
    expect(named.searches[0]?.service).toBe('cart-v2.shop');

    const bare = traceContext({ manifests, services: ['cart'] });
    await loadTargetTraces('workload')(queryOf('cart-v2'), bare);
    expect(bare.searches[0]).toMatchObject({ service: 'cart', tags: { 'istio.namespace': 'shop' } });
  });

  test('that the store has never heard of says what to check', async () => {
    const { warnings } = await loadTargetTraces('workload')(
      queryOf('web'),
      traceContext({ manifests, services: ['cart.shop'] }),
    );
    expect(warnings.map(({ message }) => message)).toEqual([
      expect.stringMatching(/no service named web\.shop.*Check that tracing is on for shop/),
    ]);
  });

  test('that is not among the objects is searched by its name, and that is said', async () => {
    const context = traceContext({ manifests, services });
    const { warnings } = await loadTargetTraces('workload')(queryOf('gone'), context);
    expect(context.searches[0]?.service).toBe('gone.shop');
    expect(warnings[0]?.message).toContain('gone is not among the objects');
  });
});

test('an application is searched over all of its versions', async () => {
  const context = traceContext({ manifests, services });
  await loadTargetTraces('application')(queryOf('cart'), context);
  expect(context.searches).toMatchObject([{ service: 'cart.shop', tags: { a: '1' } }]);
  expect(context.searches[0]).not.toHaveProperty('kind');
});

describe('a service', () => {
  test("is searched by the spans of its workloads' receiving side", async () => {
    const context = traceContext({ manifests, services });
    await loadTargetTraces('service')(queryOf('cart'), context);
    expect(context.searches).toMatchObject([{ service: 'cart.shop', kind: 'server' }]);
  });

  test('without workloads has no spans of its own, and that is said', async () => {
    const context = traceContext({ manifests, services });
    const { data, warnings } = await loadTargetTraces('service')(queryOf('nowhere'), context);
    expect(context.searches).toEqual([]);
    expect(data.traces).toEqual([]);
    expect(warnings[0]?.message).toContain('No workload stands behind the service nowhere');
  });

  test("outside the mesh is searched by its callers' spans, for its hosts have no proxy", async () => {
    const entry: Manifest = {
      kind: 'ServiceEntry',
      namespace: 'shop',
      name: 'payments',
      spec: { hosts: ['payments.example.net'], ports: [{ number: 443, name: 'tls', protocol: 'TLS' }] },
    };
    const context = traceContext({ manifests: [...manifests, entry], services });
    const { warnings } = await loadTargetTraces('service')(queryOf('payments'), context);
    expect(context.searches).toMatchObject([
      { kind: 'client', tags: { a: '1', upstream_cluster: 'outbound|443||payments.example.net' } },
    ]);
    expect(warnings).toEqual([]);
  });

  test('with several apps behind it has the newest traces of all, each once', async () => {
    const mixed: Manifest = {
      kind: 'Service',
      namespace: 'shop',
      name: 'all',
      spec: { selector: { tier: 'front' } },
    };
    const labelled = manifests.map((one) =>
      one.kind === 'Pod' ? { ...one, labels: { ...Object(one.labels), tier: 'front' } } : one,
    );
    const traceAt = (traceId: string, startMs: number) => ({
      traceId,
      startMs,
      rootService: 'web.shop',
      rootOperation: '/',
      durationMs: 1,
      spanCount: 1,
      errorSpanCount: 0,
      services: [],
    });
    const context = traceContext({
      manifests: [...labelled, mixed],
      services,
      search: async ({ service }) => ({
        ...nothingFound,
        traces:
          service === 'web.shop' ? [traceAt('a', 1), traceAt('b', 5)] : [traceAt('b', 5), traceAt('c', 3)],
      }),
    });
    const { data } = await loadTargetTraces('service')(queryOf('all'), context);
    expect(data.traces.map(({ traceId }) => traceId)).toEqual(['b', 'c', 'a']);
  });

  test('whose one search fails still has what the other found, with a warning', async () => {
    const mixed: Manifest = {
      kind: 'Service',
      namespace: 'shop',
      name: 'all',
      spec: { selector: { tier: 'front' } },
    };
    const labelled = manifests.map((one) =>
      one.kind === 'Pod' ? { ...one, labels: { ...Object(one.labels), tier: 'front' } } : one,
    );
    const context = traceContext({
      manifests: [...labelled, mixed],
      services,
      search: async ({ service }) => {
        if (service === 'web.shop') throw new Error('too slow');
        return nothingFound;
      },
    });
    const { warnings } = await loadTargetTraces('service')(queryOf('all'), context);
    expect(warnings.map(({ message }) => message)).toEqual(['Some traces are missing: too slow']);
  });
});

test('of another cluster only spans of that cluster count', async () => {
  const context = traceContext({ manifests, services });
  await loadTargetTraces('workload')({ ...queryOf('web'), cluster: 'east' }, context);
  expect(context.searches[0]?.tags).toEqual({ a: '1', 'istio.cluster_id': 'east' });
});

test('without objects the name alone decides, and that is said', async () => {
  const context = traceContext({ manifests: new Error('forbidden'), services });
  const { warnings } = await loadTargetTraces('workload')(queryOf('web'), context);
  expect(context.searches[0]?.service).toBe('web.shop');
  expect(warnings[0]).toMatchObject({ code: 'objects_missing', source: 'kubernetes' });
});
