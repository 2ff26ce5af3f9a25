import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type ObjectKind, objectKindNames, objectKinds } from '#lib/objects/kinds.ts';
import { createKubernetes } from '#server/sources/kubernetes/kubernetes.ts';
import { type Kubeapi, startKubeapi } from '#tests/support/kubeapi.ts';
import { change, snapshotWhere } from '#tests/support/kubernetes-objects.ts';
import { type RecordedObject, recordedList } from '#tests/support/recorded-list.ts';

let api: Kubeapi;
let source: ReturnType<typeof createKubernetes>;

beforeAll(async () => {
  api = await startKubeapi();
  source = createKubernetes({ kubeconfigPath: api.kubeconfig });
});

afterAll(async () => {
  await source.stop();
  await api.stop();
});

/** The server gives each object a version of its own life, and Vigla leaves out who wrote what. */
function comparable(kind: ObjectKind, object: unknown): unknown {
  const parsed = objectKinds[kind].schema.parse(object);
  const {
    resourceVersion: _,
    managedFields: __,
    generation: ___,
    ...metadata
  } = { managedFields: 0, ...parsed.metadata };
  const { 'kubectl.kubernetes.io/last-applied-configuration': ____, ...annotations } = metadata.annotations;
  const { apiVersion: _____, kind: ______, ...rest } = { apiVersion: 0, kind: 0, ...parsed };
  return { ...rest, metadata: { ...metadata, annotations } };
}

function keyOf(object: RecordedObject): string {
  return `${object.metadata.namespace ?? ''}/${object.metadata.name}`;
}

const readConfigMaps = ['istio-system/istio', 'istio-system/istio-sidecar-injector'];

/** Istio was installed without an operator. */
const absentKinds = 'The cluster does not have: IstioOperator';

describe('the objects of the recorded cluster', () => {
  test.each(objectKindNames)('%s: exactly those of the recording are there', async (kind) => {
    const recorded = recordedList(kind).filter(
      (object) => kind !== 'ConfigMap' || readConfigMaps.includes(keyOf(object)),
    );
    const snapshot = await source.snapshot();
    const expected = recorded.sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
    expect(snapshot.objects[kind].map((object) => comparable(kind, object))).toEqual(
      expected.map((object) => comparable(kind, object)),
    );
  });

  test('the recording has objects of most kinds', () => {
    expect(objectKindNames.filter((kind) => recordedList(kind).length > 0)).toHaveLength(23);
  });

  test('the control plane is found, nothing is left out and all is well', async () => {
    const snapshot = await source.snapshot();
    expect(snapshot).toMatchObject({
      cluster: 'Kubernetes',
      rootNamespace: 'istio-system',
      unread: [],
      rejected: [],
    });
    expect(await source.status()).toEqual({
      id: 'kubernetes',
      state: 'ok',
      address: api.url,
      found: 'context "recorded" of the kubeconfig',
      details: [absentKinds],
    });
  });
});

describe('a change', () => {
  const services = '/api/v1/namespaces/shop/services';
  const virtualServices = '/apis/networking.istio.io/v1/namespaces/shop/virtualservices';
  const hasService = (name: string) => (snapshot: Awaited<ReturnType<typeof source.snapshot>>) =>
    snapshot.objects.Service.some((service) => service.metadata.name === name);

  test('leaves the snapshot the same object until it comes', async () => {
    expect(await source.snapshot()).toBe(await source.snapshot());
  });

  test('gives a new snapshot, in which what did not change is the same object', async () => {
    const before = await source.snapshot();
    await change(api.url, { method: 'POST', path: services, body: { metadata: { name: 'made' }, spec: {} } });
    const after = await snapshotWhere(source, hasService('made'), 'the new Service');
    expect(after).not.toBe(before);
    expect(hasService('made')(before)).toBe(false);
    expect(after.objects.Pod).toBe(before.objects.Pod);
    expect(after.objects.Service[0]).toBe(before.objects.Service[0]);
  });

  test('of a label and the deletion arrive', async () => {
    const path = `${services}/made`;
    await change(api.url, { method: 'PATCH', path, body: { metadata: { labels: { colour: 'blue' } } } });
    const isBlue = (service: { metadata: { labels: Record<string, string> } }) =>
      service.metadata.labels.colour === 'blue';
    await snapshotWhere(source, (snapshot) => snapshot.objects.Service.some(isBlue), 'the label');
    await change(api.url, { method: 'DELETE', path });
    await snapshotWhere(source, (snapshot) => !hasService('made')(snapshot), 'the deletion');
  });

  test('arrives without the fields that only tell who wrote what', async () => {
    const annotations = { 'kubectl.kubernetes.io/last-applied-configuration': '{"big":true}', kept: 'yes' };
    const metadata = { name: 'applied', annotations, managedFields: [{ manager: 'kubectl' }] };
    await change(api.url, { method: 'POST', path: services, body: { metadata, spec: {} } });
    const snapshot = await snapshotWhere(source, hasService('applied'), 'the applied Service');
    const applied = snapshot.objects.Service.find((service) => service.metadata.name === 'applied');
    expect(applied?.metadata.annotations).toEqual({ kept: 'yes' });
    expect(applied?.metadata).not.toHaveProperty('managedFields');
  });

  test('to something malformed takes the object out and names it, until it is repaired', async () => {
    const path = `${virtualServices}/checkout-canary`;
    const body = { metadata: { name: 'checkout-canary' }, spec: { hosts: 'checkout' } };
    await change(api.url, { method: 'POST', path: virtualServices, body });
    const broken = await snapshotWhere(source, (snapshot) => snapshot.rejected.length > 0, 'the rejection');
    expect(broken.rejected).toEqual([
      {
        kind: 'VirtualService',
        namespace: 'shop',
        name: 'checkout-canary',
        reason: 'spec.hosts: Invalid input: expected array, received string',
      },
    ]);
    expect((await source.status()).details).toEqual([
      absentKinds,
      'Left out VirtualService shop/checkout-canary: spec.hosts: Invalid input: expected array, received string',
    ]);
    await change(api.url, { method: 'PATCH', path, body: { spec: { hosts: ['checkout'] } } });
    const healed = await snapshotWhere(source, (snapshot) => snapshot.rejected.length === 0, 'the repair');
    expect(healed.objects.VirtualService.map((object) => object.metadata.name)).toContain('checkout-canary');
  });

  test('of the mesh configuration arrives', async () => {
    const path = '/api/v1/namespaces/istio-system/configmaps/istio';
    await change(api.url, { method: 'PATCH', path, body: { data: { mesh: 'accessLogFile: /dev/stdout' } } });
    await snapshotWhere(
      source,
      (snapshot) => snapshot.objects.ConfigMap[0]?.data?.mesh === 'accessLogFile: /dev/stdout',
      'the mesh configuration',
    );
  });

  test('to another revision of istiod brings the ConfigMaps of that revision', async () => {
    const configMaps = '/api/v1/namespaces/istio-system/configmaps';
    await change(api.url, { method: 'POST', path: configMaps, body: { metadata: { name: 'istio-canary' } } });
    const labels = { app: 'istiod', 'istio.io/rev': 'canary' };
    const body = { metadata: { name: 'istiod-canary', labels }, spec: { containers: [] } };
    await change(api.url, { method: 'POST', path: '/api/v1/namespaces/istio-system/pods', body });
    const snapshot = await snapshotWhere(
      source,
      ({ objects }) => objects.ConfigMap.length > 2,
      'the ConfigMap',
    );
    expect(snapshot.objects.ConfigMap.map((object) => object.metadata.name)).toEqual([
      'istio',
      'istio-canary',
      'istio-sidecar-injector',
    ]);
  });
});
