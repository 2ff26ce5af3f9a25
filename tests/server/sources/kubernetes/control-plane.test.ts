import { expect, test } from 'vitest';
import { type ObjectOf, objectKinds } from '#lib/objects/kinds.ts';
import { configMapNames, findControlPlane } from '#server/sources/kubernetes/control-plane.ts';

function istiod(options: { namespace: string; revision?: string; clusterId?: string }): ObjectOf<'Pod'> {
  const env = options.clusterId === undefined ? [] : [{ name: 'CLUSTER_ID', value: options.clusterId }];
  const revision = options.revision === undefined ? {} : { 'istio.io/rev': options.revision };
  return objectKinds.Pod.schema.parse({
    metadata: { name: 'istiod-1', namespace: options.namespace, labels: { app: 'istiod', ...revision } },
    spec: { containers: [{ name: 'discovery', env }] },
  });
}

test('without an istiod the root namespace is the default one and the cluster is Kubernetes', () => {
  expect(findControlPlane([], 'istio-system')).toEqual({
    cluster: 'Kubernetes',
    rootNamespace: 'istio-system',
    revisions: [],
  });
});

test('the cluster is named as CLUSTER_ID in the pod of istiod names it, wherever it runs', () => {
  const pods = [istiod({ namespace: 'mesh', clusterId: 'east' })];
  expect(findControlPlane(pods, 'istio-system')).toEqual({
    cluster: 'east',
    rootNamespace: 'mesh',
    revisions: ['default'],
  });
});

test('of several control planes the one in the default namespace counts, else the first by name', () => {
  const pods = [
    istiod({ namespace: 'mesh-b', clusterId: 'b' }),
    istiod({ namespace: 'mesh-a', clusterId: 'a' }),
  ];
  expect(findControlPlane(pods, 'istio-system')).toMatchObject({ cluster: 'a', rootNamespace: 'mesh-a' });
  expect(findControlPlane(pods, 'mesh-b')).toMatchObject({ cluster: 'b', rootNamespace: 'mesh-b' });
});

test('the mesh configuration and the template of the injector are read for each revision', () => {
  const pods = [
    istiod({ namespace: 'istio-system', revision: 'default' }),
    istiod({ namespace: 'istio-system', revision: '1-27' }),
    istiod({ namespace: 'istio-system', revision: '1-27' }),
  ];
  expect(configMapNames(findControlPlane(pods, 'istio-system'))).toEqual([
    'istio',
    'istio-1-27',
    'istio-sidecar-injector',
    'istio-sidecar-injector-1-27',
  ]);
});
