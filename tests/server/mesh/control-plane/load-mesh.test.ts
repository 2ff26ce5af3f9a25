import { describe, expect, test } from 'vitest';
import { meshSchema } from '#lib/contract/mesh.ts';
import type { IstiodFailure } from '#lib/proxy/istiod-endpoints.ts';
import { loadMesh } from '#server/mesh/control-plane/load-mesh.ts';
import type { ObjectsSnapshot } from '#server/sources/interface.ts';
import { istiodReplicas, type ReplicaSays } from '#tests/support/istiod-replicas.ts';
import { meshContext } from '#tests/support/mesh-context.ts';
import { type Manifest, objectsSnapshot } from '#tests/support/objects-snapshot.ts';

const istiodPod = (name: string): Manifest => ({
  kind: 'Pod',
  namespace: 'istio-system',
  name,
  labels: { app: 'istiod', 'istio.io/rev': 'default' },
  spec: { containers: [{ name: 'discovery', image: 'pilot:1.30.0' }] },
  status: { conditions: [{ type: 'Ready', status: 'True' }] },
});
const objects = objectsSnapshot([
  {
    kind: 'Deployment',
    namespace: 'istio-system',
    name: 'istiod',
    labels: { app: 'istiod' },
    spec: { replicas: 2 },
  },
  istiodPod('istiod-1'),
  istiodPod('istiod-2'),
]);

const says: ReplicaSays['says'] = {
  syncz: [
    {
      proxy: 'web.shop',
      proxy_type: 'sidecar',
      istio_version: '1.30.0',
      cluster_sent: 'a',
      cluster_acked: 'a',
    },
  ],
  version: '1.30.0-abc-Clean',
  clusterz: [{ id: 'Kubernetes', secretName: '', syncStatus: 'synced' }],
  networkz: null,
  mesh: { trustDomain: 'cluster.local' },
  metrics: 'citadel_server_root_cert_expiry_timestamp 4e9',
};
const whole: ReplicaSays = { replica: 'istiod-1', revision: 'default', says };
const failing = (code: IstiodFailure['code'], message: string): ReplicaSays => ({
  replica: 'istiod-2',
  revision: 'default',
  says: {},
  failure: { code, message },
});

async function load(replicas: readonly ReplicaSays[] | undefined, read: ObjectsSnapshot | Error = objects) {
  const istiod = replicas === undefined ? {} : { istiod: istiodReplicas(replicas) };
  const answer = await loadMesh({}, meshContext({ objects: read, ...istiod }));
  expect(meshSchema.safeParse(answer.data).error).toBeUndefined();
  return answer;
}

describe('the mesh', () => {
  test('is whole where everybody answers', async () => {
    const { data, warnings } = await load([
      whole,
      { ...whole, replica: 'istiod-2', says: { ...says, syncz: [] } },
    ]);
    expect(warnings).toEqual([]);
    expect(data).toMatchObject({
      controlPlanes: [
        { health: { status: 'healthy' }, versions: ['1.30.0'], proxies: { connected: 1, inSync: 1 } },
      ],
      clusters: [{ id: 'Kubernetes', syncs: [{ replica: 'istiod-1' }, { replica: 'istiod-2' }] }],
      networks: [],
      trust: {
        domains: [{ domain: 'cluster.local' }],
        roots: [{ replica: 'istiod-1' }, { replica: 'istiod-2' }],
      },
    });
  });

  test.each<[string, IstiodFailure['code'], string]>([
    ['is gone', 'unreachable', 'connection refused'],
    ['refuses Vigla', 'forbidden', '403'],
    ['wants a token', 'unauthorized', '401'],
    ['takes too long', 'timeout', 'no answer within 5 s'],
  ])('says which replica %s, once, and shows what the other knows', async (_, code, message) => {
    const { data, warnings } = await load([whole, failing(code, message)]);
    expect(warnings).toEqual([
      { code: `istiod_${code}`, source: 'istiod', message: `istiod istiod-2: ${message}` },
    ]);
    expect(data.controlPlanes).toMatchObject([
      {
        health: { status: 'degraded' },
        proxies: { connected: 1, inSync: 1 },
        replicas: [{ proxies: { connected: 1 } }, { unanswered: message }],
      },
    ]);
  });

  test('is read off the objects alone where no way leads to istiod', async () => {
    const { data, warnings } = await load(undefined);
    expect(warnings).toEqual([
      { code: 'istiod_missing', source: 'istiod', message: expect.stringContaining('no way to istiod') },
    ]);
    expect(data.controlPlanes).toMatchObject([{ health: { status: 'unknown' }, versions: [] }]);
    expect(data.versions).toMatchObject([{ type: 'istiod', version: '1.30.0', source: 'image', count: 2 }]);
  });

  test('lacks only what an old istiod has no endpoint for', async () => {
    const { clusterz: _, networkz: __, ...old } = says;
    const { data, warnings } = await load([{ ...whole, says: old }]);
    expect(warnings.map(({ code }) => code)).toEqual(['istiod_no_such_endpoint']);
    expect(data).toMatchObject({ clusters: [], controlPlanes: [{ proxies: { connected: 1 } }] });
  });

  test.each<[string, unknown]>([
    ['null', null],
    ['an empty body', ''],
    ['something of another shape', { odd: [1] }],
    ['a list of nonsense', [1, 'a', null, {}]],
    ['something cut off', '[{"proxy": "web.sh'],
  ])('stands where istiod says %s to everything', async (_, said) => {
    const all = Object.fromEntries(Object.keys(says).map((endpoint) => [endpoint, said]));
    const { data } = await load([{ ...whole, says: all }]);
    expect(data.controlPlanes).toHaveLength(1);
    expect(data.clusters).toEqual([]);
  });

  test('is known by istiod alone where the objects cannot be read', async () => {
    const { data, warnings } = await load([whole], new Error('pods is forbidden'));
    expect(warnings).toEqual([
      {
        code: 'objects_missing',
        source: 'kubernetes',
        message: expect.stringContaining('pods is forbidden'),
      },
    ]);
    expect(data).toMatchObject({
      controlPlanes: [],
      versions: [{ type: 'sidecar', version: '1.30.0', skew: 'same' }],
      clusters: [{ id: 'Kubernetes' }],
    });
  });

  test('says which kinds could not be read', async () => {
    const unread = [{ kind: 'MutatingWebhookConfiguration' as const, reason: 'is forbidden (403)' }];
    const { warnings } = await load([whole], { ...objects, unread });
    expect(warnings).toMatchObject([
      { message: expect.stringMatching(/^MutatingWebhookConfiguration .*403/) },
    ]);
  });
});

test('a request that was given up is not answered with warnings', async () => {
  const context = meshContext({ objects: new Error('aborted'), istiod: istiodReplicas([whole]) });
  await expect(loadMesh({}, { ...context, signal: AbortSignal.abort(new Error('gone')) })).rejects.toThrow(
    'gone',
  );
});
