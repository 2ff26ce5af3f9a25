import { expect, test } from 'vitest';
import type { ControlPlane } from '#lib/contract/mesh.ts';
import type { ObjectKind } from '#lib/objects/kinds.ts';
import { leftOvers } from '#server/mesh/control-plane/left-overs/left-overs.ts';
import { type Manifest, meshObjects } from '#tests/support/objects-snapshot.ts';
import { recordedSnapshot } from '#tests/support/recorded-snapshot.ts';

const plane: ControlPlane = {
  revision: 'default',
  namespace: 'istio-system',
  versions: [],
  replicas: [],
  health: { status: 'healthy', reasons: [] },
};
const istiodService: Manifest = {
  kind: 'Service',
  namespace: 'istio-system',
  name: 'istiod',
  labels: { app: 'istiod' },
  spec: { selector: { app: 'istiod' } },
};
const webhook = (
  name: string,
  labels: Record<string, string>,
  selector: object = {},
  service = 'istiod',
): Manifest => ({
  kind: 'MutatingWebhookConfiguration',
  name,
  labels: { app: 'sidecar-injector', ...labels },
  webhooks: [
    {
      name: 'rev.namespace.sidecar-injector.istio.io',
      clientConfig: { service: { namespace: 'istio-system', name: service } },
      namespaceSelector: selector,
    },
  ],
});
const inSystem = (kind: Manifest['kind'], name: string, extra: object = {}): Manifest => ({
  kind,
  namespace: 'istio-system',
  name,
  ...extra,
});

function found(manifests: Manifest[], unread: ObjectKind[] = []) {
  const facts = {
    objects: meshObjects([istiodService, ...manifests]),
    rootNamespace: 'istio-system',
    proxies: [],
    answered: new Set<string>(),
    failures: new Map<string, string>(),
    versions: new Map<string, string>(),
  };
  return leftOvers({ ...facts, unread: new Set(unread) }, [plane]);
}

test.each<[string, Manifest, string]>([
  [
    'the operator',
    { kind: 'Deployment', namespace: 'istio-operator', name: 'istio-operator-1-17' },
    'kubectl delete deployment -n istio-operator istio-operator-1-17',
  ],
  ['its namespace', { kind: 'Namespace', name: 'istio-operator' }, 'kubectl delete namespace istio-operator'],
  [
    'an object for it',
    inSystem('IstioOperator', 'installed-state'),
    'kubectl delete istiooperators.install.istio.io -n istio-system installed-state',
  ],
  [
    'a webhook of a revision that is gone',
    webhook('istio-sidecar-injector-1-28', { 'istio.io/rev': '1-28' }),
    'kubectl delete mutatingwebhookconfiguration istio-sidecar-injector-1-28',
  ],
  [
    'a webhook whose Service is gone',
    webhook('istio-sidecar-injector', { 'istio.io/rev': 'default' }, {}, 'istiod-old'),
    'kubectl delete mutatingwebhookconfiguration istio-sidecar-injector',
  ],
  [
    'a webhook that was switched off',
    webhook(
      'istio-sidecar-injector',
      { 'istio.io/rev': 'default' },
      {
        matchLabels: { 'istio.io/deactivated': 'never-match' },
      },
    ),
    'kubectl delete mutatingwebhookconfiguration istio-sidecar-injector',
  ],
  [
    'a tag that leads nowhere',
    webhook('istio-revision-tag-old', { 'istio.io/rev': '1-28', 'istio.io/tag': 'old' }),
    'istioctl tag remove old',
  ],
  [
    'the mesh configuration of a revision that is gone',
    inSystem('ConfigMap', 'istio-1-28', { data: { mesh: '' } }),
    'kubectl delete configmap -n istio-system istio-1-28',
  ],
  [
    'the injector’s configuration of a revision that is gone',
    inSystem('ConfigMap', 'istio-sidecar-injector-1-28', { data: { config: '', values: '' } }),
    'kubectl delete configmap -n istio-system istio-sidecar-injector-1-28',
  ],
  [
    'the Service of a revision that is gone',
    inSystem('Service', 'istiod-1-28', {
      labels: { app: 'istiod', 'istio.io/rev': '1-28' },
      spec: { selector: { app: 'istiod', 'istio.io/rev': '1-28' } },
    }),
    'kubectl delete service -n istio-system istiod-1-28',
  ],
])('%s is a left-over', (_, manifest, command) => {
  expect(found([manifest]).leftOvers).toMatchObject([
    { object: { name: manifest.name }, command, why: expect.stringMatching(/\.$/) },
  ]);
});

test.each<[string, Manifest]>([
  [
    'a webhook of somebody else',
    { kind: 'MutatingWebhookConfiguration', name: 'cert-manager', webhooks: [{ name: 'a' }] },
  ],
  ['the webhook of a revision that runs', webhook('istio-sidecar-injector', { 'istio.io/rev': 'default' })],
  [
    'a ConfigMap whose name only begins alike',
    inSystem('ConfigMap', 'istio-ca-root-cert', { data: { 'root-cert.pem': '' } }),
  ],
  [
    'a ConfigMap of the same name elsewhere',
    { kind: 'ConfigMap', namespace: 'shop', name: 'istio-1-28', data: { mesh: '' } },
  ],
])('%s is none', (_, manifest) => {
  expect(found([manifest])).toEqual({ leftOvers: [] });
});

test('the recorded mesh has none', async () => {
  const { objects, rootNamespace } = await recordedSnapshot();
  const facts = {
    objects,
    rootNamespace,
    unread: new Set<ObjectKind>(),
    proxies: [],
    answered: new Set<string>(),
    failures: new Map<string, string>(),
    versions: new Map<string, string>(),
  };
  expect(leftOvers(facts, [plane])).toEqual({ leftOvers: [] });
});

test('what was not read is not taken to be gone', () => {
  const webhookOfNobody = webhook('istio-sidecar-injector', { 'istio.io/rev': 'default' }, {}, 'istiod-old');
  const operator: Manifest = { kind: 'Deployment', namespace: 'istio-operator', name: 'istio-operator' };
  const { leftOvers: left, leftOversNote } = found([webhookOfNobody, operator], ['Service', 'IstioOperator']);
  expect(left.map(({ object }) => object.name)).toEqual(['istio-operator']);
  expect(leftOversNote).toBe('Not everything was looked for: IstioOperator, Service could not be read.');
});
