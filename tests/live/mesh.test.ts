import { afterEach, expect, test } from 'vitest';
import { loadMesh } from '#server/mesh/control-plane/load-mesh.ts';
import { loadMeshConfiguration } from '#server/mesh/control-plane/load-mesh-configuration.ts';
import { loadMeshMetrics } from '#server/mesh/control-plane/load-mesh-metrics.ts';
import { loadMeshProblems } from '#server/mesh/control-plane/load-mesh-problems.ts';
import { loadMeshRegistry } from '#server/mesh/control-plane/load-mesh-registry.ts';
import { createIstiod } from '#server/sources/istiod/istiod.ts';
import { createKubernetes } from '#server/sources/kubernetes/kubernetes.ts';
import { createRecording } from '#server/sources/recording/recording.ts';
import { startFaultyProxy } from '#tests/support/faulty-proxy.ts';
import { startKubeapi, writeKubeconfig } from '#tests/support/kubeapi.ts';
import { change, snapshotWhere } from '#tests/support/kubernetes-objects.ts';
import { meshContext } from '#tests/support/mesh-context.ts';

const toStop: { stop(): Promise<void> }[] = [];
afterEach(async () => {
  for (const each of toStop.splice(0).reverse()) await each.stop();
});

function stopLater<Started extends { stop(): Promise<void> }>(started: Started): Started {
  toStop.push(started);
  return started;
}

async function startMesh(isForbidden: (address: string) => boolean = () => false) {
  const api = stopLater(await startKubeapi());
  const proxy = stopLater(await startFaultyProxy(api.url));
  proxy.setFault({ kind: 'status', status: 403 }, isForbidden);
  const kubernetes = stopLater(createKubernetes({ kubeconfigPath: writeKubeconfig(proxy.url) }));
  const direct = stopLater(createKubernetes({ kubeconfigPath: api.kubeconfig }));
  const { forwardPort } = direct;
  const istiod = createIstiod({ forwardPort, objects: direct, timeoutMs: 10_000, limitBytes: 10_000_000 });
  const context = meshContext({ istiod });
  return { api, kubernetes, context: { ...context, sources: { ...context.sources, objects: kubernetes } } };
}

const webhook = (name: string, labels: Record<string, string>) => ({
  method: 'POST' as const,
  path: '/apis/admissionregistration.k8s.io/v1/mutatingwebhookconfigurations',
  body: {
    metadata: { name, labels: { app: 'sidecar-injector', ...labels } },
    webhooks: [
      {
        name: 'rev.namespace.sidecar-injector.istio.io',
        clientConfig: { service: { namespace: 'istio-system', name: 'istiod-gone' } },
        sideEffects: 'None',
        admissionReviewVersions: ['v1'],
      },
    ],
  },
});

test('a live control plane tells what its recording tells', async () => {
  const { context } = await startMesh();
  const recording = createRecording({});
  const recorded = await loadMesh(
    {},
    { ...context, sources: recording, nowSeconds: Math.floor(recording.now() / 1000) },
  );
  const live = await loadMesh({}, context);
  expect(live.warnings).toEqual([]);
  for (const part of [
    'revisions',
    'tags',
    'outside',
    'versions',
    'leftOvers',
    'clusters',
    'networks',
    'gateways',
  ] as const)
    expect(live.data[part]).toEqual(recorded.data[part]);
  expect(live.data.controlPlanes).toMatchObject([
    {
      revision: 'default',
      versions: ['1.31-dev'],
      proxies: { connected: 26 },
      health: { status: 'healthy' },
    },
  ]);
  const configuration = await loadMeshConfiguration({}, context);
  expect(configuration.data.settings.filter(({ isChanged }) => isChanged)).toHaveLength(2);
  expect((await loadMeshProblems({}, context)).data.problems.length).toBeGreaterThan(13);
  expect((await loadMeshRegistry({ include: ['endpoints'] }, context)).data.services).toHaveLength(38);
  const { data } = await loadMeshMetrics({ range: 600, at: 'now' }, context);
  expect(data.figures.filter(({ value }) => value === undefined)).toEqual([]);
});

test('a webhook that is left over shows as soon as it is there', async () => {
  const { api, kubernetes, context } = await startMesh();
  expect((await loadMesh({}, context)).data.leftOvers).toEqual([]);
  await change(api.url, webhook('istio-sidecar-injector-1-20', { 'istio.io/rev': '1-20' }));
  await change(api.url, webhook('istio-revision-tag-old', { 'istio.io/rev': '1-20', 'istio.io/tag': 'old' }));
  await snapshotWhere(
    kubernetes,
    ({ objects }) => objects.MutatingWebhookConfiguration.length === 3,
    'the webhooks of the revision that is gone',
  );
  const { data, warnings } = await loadMesh({}, context);
  expect(data.leftOvers.map(({ command }) => command).sort()).toEqual([
    'istioctl tag remove old',
    'kubectl delete mutatingwebhookconfiguration istio-sidecar-injector-1-20',
  ]);
  expect(data.tags).toMatchObject([{ tag: 'old', revision: '1-20', health: { status: 'degraded' } }]);
  expect(warnings).toEqual([]);
});

test('who may not read webhooks sees the rest, with a warning and no false left-overs', async () => {
  const { context } = await startMesh((address) => address.includes('mutatingwebhookconfigurations'));
  const { data, warnings } = await loadMesh({}, context);
  expect(warnings).toMatchObject([
    {
      source: 'kubernetes',
      message: expect.stringMatching(/^MutatingWebhookConfiguration objects could not be read/),
    },
  ]);
  expect(data).toMatchObject({
    controlPlanes: [{ health: { status: 'healthy' } }],
    leftOvers: [],
    leftOversNote: expect.stringContaining('MutatingWebhookConfiguration'),
  });
});
