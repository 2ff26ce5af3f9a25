import { describe, expect, test } from 'vitest';
import { type ProxiesQuery, proxiesSchema } from '#lib/contract/proxies.ts';
import { ViglaError } from '#server/errors.ts';
import { loadProxies } from '#server/mesh/proxies/load-proxies.ts';
import { loadProxy } from '#server/mesh/proxies/load-proxy.ts';
import type { LoadContext, Sources } from '#server/sources/interface.ts';
import { ambientContext } from '#tests/support/ambient-recording.ts';
import { mutatedRecording } from '#tests/support/mutated-recording.ts';

const all = { namespaces: '*', include: [] } satisfies ProxiesQuery;

/** The recorded mesh with some of its sources replaced or taken away. */
function withSources(change: (sources: Sources) => Sources): LoadContext {
  const context = mutatedRecording({});
  return { ...context, sources: change(context.sources) };
}

function withoutIstiod({ istiod: _taken, ...sources }: Sources): Sources {
  return sources;
}

async function unreadPods(
  { objects }: Sources,
  signal: AbortSignal | undefined,
): ReturnType<Sources['objects']['snapshot']> {
  const snapshot = await objects.snapshot(signal);
  const unread = [{ kind: 'Pod' as const, reason: 'the connection was refused' }];
  return { ...snapshot, objects: { ...snapshot.objects, Pod: [] }, unread };
}

describe('the recorded fleet', () => {
  test('has every proxy with its workload, version, replica and connection, and asks none of them', async () => {
    const { data, warnings } = await loadProxies({ namespaces: '*', include: [] }, mutatedRecording({}));
    expect(proxiesSchema.parse(data)).toEqual(data);
    expect(warnings).toEqual([]);
    expect([data.items.length, data.asked]).toEqual([26, { proxies: 0, answered: 0 }]);
    expect(data.items.find(({ pod }) => pod.startsWith('productpage-'))).toMatchObject({
      cluster: 'Kubernetes',
      namespace: 'bookinfo',
      type: 'sidecar',
      workload: { kind: 'Deployment', name: 'productpage-v1' },
      version: '1.31-dev',
      revision: 'default',
      istiod: 'istiod-nzq5g7tk5w-9wgnl',
      // Recorded 01:59, moved to 28 minutes later.
      connectedAt: expect.stringMatching(/^2026-11-21T02:2\d/),
      drift: [],
      undecided: [],
    });
    expect(
      data.items
        .filter(({ type }) => type === 'gateway')
        .map(({ workload }) => workload?.name)
        .sort(),
    ).toEqual(['istio-egressgateway', 'istio-ingressgateway', 'storefront-istio']);
  });

  test('knows for some minutes what proxies said when they were asked', async () => {
    const context = mutatedRecording({});
    const asked = await loadProxies({ namespaces: ['bookinfo'], include: ['proxies'] }, context);
    expect(asked.data.asked).toEqual({ proxies: 10, answered: 10 });
    const { data } = await loadProxies({ namespaces: ['bookinfo', 'shop'], include: [] }, context);
    const withSize = data.items.filter(({ configBytes }) => configBytes !== undefined);
    expect(new Set(withSize.map(({ namespace }) => namespace))).toEqual(new Set(['bookinfo']));
    expect(withSize[0]?.certificate?.lifeShare).toBeLessThan(0.1);
  });

  test('names namespaces that there are not', async () => {
    const refused = loadProxies({ namespaces: ['shop', 'nowhere'], include: [] }, mutatedRecording({}));
    await expect(refused).rejects.toThrow(/no namespace "nowhere"/);
  });
});

describe('what fails', () => {
  test('without a way to istiod the pods are there, nothing is called drift and it is said once', async () => {
    const { data, warnings } = await loadProxies(all, withSources(withoutIstiod));
    expect([data.items.length, data.items.flatMap(({ drift }) => drift)]).toEqual([26, []]);
    expect(data.items.every(({ undecided }) => undecided[0]?.class === 'unknownToIstiod')).toBe(true);
    expect(warnings.map(({ code }) => code)).toEqual(['istiod_missing']);
  });

  test('without objects istiod knows the proxies, and none of their pods is called gone', async () => {
    const context = withSources((sources) => ({
      ...sources,
      objects: { ...sources.objects, snapshot: () => Promise.reject(new Error('forbidden')) },
    }));
    const { data, warnings } = await loadProxies(all, context);
    expect([data.items.length, data.items.filter(({ type }) => type === 'gateway').length]).toEqual([26, 3]);
    expect(data.items.flatMap(({ drift }) => drift.map((one) => one.class)).sort()).toEqual([
      'rejected',
      'stale',
    ]);
    expect(warnings.map(({ message }) => message)).toEqual([expect.stringContaining('forbidden')]);
  });

  test('without both the reason is told', async () => {
    const context = withSources((sources) => ({
      ...withoutIstiod(sources),
      objects: { ...sources.objects, snapshot: () => Promise.reject(new Error('forbidden')) },
    }));
    await expect(loadProxies(all, context)).rejects.toThrow('forbidden');
  });

  test('without istiod, pods that cannot be read are no empty fleet', async () => {
    const context = withSources((sources) => ({
      ...withoutIstiod(sources),
      objects: { ...sources.objects, snapshot: (signal) => unreadPods(sources, signal) },
    }));
    const refused = { code: 'source_failed', message: expect.stringMatching(/refused.*no way to istiod/) };
    await expect(loadProxies(all, context)).rejects.toMatchObject(refused);
    const known = withSources((sources) => ({
      ...sources,
      objects: { ...sources.objects, snapshot: (signal) => unreadPods(sources, signal) },
    }));
    expect((await loadProxies(all, known)).data.items).toHaveLength(26);
  });

  test('proxies that do not answer are counted, and say why', async () => {
    const context = withSources((sources) => ({
      ...sources,
      envoy: {
        admin: async (proxy, question, signal) => {
          if (proxy.namespace === 'shop') throw new ViglaError('source_timeout', 'no answer within 10 s');
          return (await sources.envoy?.admin(proxy, question, signal)) ?? new Uint8Array();
        },
      },
    }));
    const { data, warnings } = await loadProxies({ namespaces: '*', include: ['proxies'] }, context);
    expect(data.asked).toEqual({ proxies: 26, answered: 16 });
    expect(warnings.map(({ message }) => message)).toEqual([
      '10 of 26 proxies did not answer: their certificates, sizes and errors are missing.',
    ]);
    const silent = data.items.find(({ namespace }) => namespace === 'shop');
    expect(silent?.unanswered).toBe('no answer within 10 s');
  });

  test('answers that are missing beside the dump leave their classes undecided', async () => {
    const context = withSources((sources) => ({
      ...sources,
      envoy: {
        admin: async (proxy, question, signal) => {
          if (question.path !== 'config_dump') throw new ViglaError('source_failed', 'answered 500');
          return (await sources.envoy?.admin(proxy, question, signal)) ?? new Uint8Array();
        },
      },
    }));
    const { data } = await loadProxies({ namespaces: ['external'], include: ['proxies'] }, context);
    expect(data.items.map(({ unanswered, undecided }) => [unanswered, undecided])).toEqual([
      [
        undefined,
        [
          { class: 'endpointMissing', because: expect.stringContaining('answered 500') },
          { class: 'certificateOld', because: expect.stringContaining('answered 500') },
        ],
      ],
    ]);
  });

  test('more than fifty proxies are not all asked', async () => {
    const context = mutatedRecording({
      objects: (objects) => ({
        ...objects,
        Pod: [0, 1, 2].flatMap((copy) =>
          objects.Pod.map((pod) => ({
            ...pod,
            metadata: {
              ...pod.metadata,
              name: copy === 0 ? pod.metadata.name : `${pod.metadata.name}-${copy}`,
            },
          })),
        ),
      }),
    });
    const { data, warnings } = await loadProxies({ namespaces: '*', include: ['proxies'] }, context);
    expect([data.items.length, data.asked.proxies]).toEqual([78, 50]);
    expect(warnings.map(({ code }) => code)).toContain('proxies_not_asked');
  });
});

describe('one proxy', () => {
  test('of a pod that is not there, or that has none, is not found', async () => {
    const context = mutatedRecording({});
    await expect(loadProxy({ namespace: 'shop', pod: 'nobody' }, context)).rejects.toThrow(/no pod nobody/);
    const { objects } = await context.sources.objects.snapshot();
    const plain = objects.Pod.find(({ metadata }) => metadata.namespace === 'legacy')?.metadata.name ?? '';
    await expect(loadProxy({ namespace: 'legacy', pod: plain }, context)).rejects.toThrow(/has no proxy/);
  });

  test('whose configuration istiod cannot give leaves that undecided', async () => {
    const context = mutatedRecording({
      istiod: (endpoint, value) => (endpoint === 'config_dump' ? { configs: 'none' } : value),
    });
    const { data } = await loadProxy({ namespace: 'shop', pod: 'checkout-99n5fqdxdr-m2n4z' }, context);
    expect(data.drift.map((one) => one.class)).toEqual(['stale']);
    expect(data.undecided).toEqual([
      { class: 'contentDiffers', because: expect.stringContaining('could not be compared') },
    ]);
  });
});

test('of an ambient mesh ztunnel is known, the waypoint refuses listeners, and pods without a running Envoy are unknown', async () => {
  const context = ambientContext();
  const { data } = await loadProxies({ namespaces: '*', include: ['proxies'] }, context);
  const classesOf = (type: string) =>
    data.items.filter((item) => item.type === type).map(({ drift }) => drift.map((one) => one.class));
  expect(classesOf('ztunnel')).toEqual([[]]);
  expect(classesOf('waypoint')).toEqual([['rejected', 'errorState']]);
  // Of that mesh only ztunnel and the waypoint ran: the others are objects alone.
  expect([...classesOf('sidecar'), ...classesOf('gateway')]).toEqual(Array(4).fill(['unknownToIstiod']));
  const waypoint = data.items.find(({ type }) => type === 'waypoint');
  const { data: one } = await loadProxy(
    { namespace: waypoint?.namespace ?? '', pod: waypoint?.pod ?? '' },
    context,
  );
  const compared = one.drift.find((drift) => drift.class === 'contentDiffers');
  expect(compared?.items.every(({ section }) => section === 'listeners')).toBe(true);
});
