import { describe, expect, test } from 'vitest';
import type { Requirement } from '#lib/contract/details.ts';
import type { ObjectKind } from '#lib/objects/kinds.ts';
import { serviceRequirements } from '#server/mesh/details/requirements/service-requirements.ts';
import { workloadRequirements } from '#server/mesh/details/requirements/workload-requirements.ts';
import { inventoryOf } from '#server/mesh/inventory/inventory.ts';
import type { MeshObjects } from '#server/mesh/mesh-objects.ts';
import { type Manifest, meshObjects } from '#tests/support/objects-snapshot.ts';
import { recordedSnapshot } from '#tests/support/recorded-snapshot.ts';

function listOf(objects: MeshObjects, unread: readonly ObjectKind[] = []) {
  const namespaces = new Map(objects.Namespace.map((namespace) => [namespace.metadata.name, namespace]));
  const inventory = inventoryOf(objects, 'istio-system');
  return {
    objects,
    unread,
    list: { inventory, namespaceOf: (name: string) => namespaces.get(name) },
  };
}

const [app, proxy] = [
  { name: 'app', ports: [{ containerPort: 8080, name: 'web' }] },
  { name: 'istio-proxy' },
];
const init = { name: 'istio-init', securityContext: { capabilities: { add: ['NET_ADMIN', 'NET_RAW'] } } };
const sidecar = { containers: [app, proxy], initContainers: [init] };
const labels = { app: 'web', version: 'v1' };
const namespace: Manifest = { kind: 'Namespace', name: 'shop', labels: { 'istio-injection': 'enabled' } };

const pod = (extra: Partial<Manifest> = {}): Manifest => ({
  kind: 'Pod',
  namespace: 'shop',
  name: 'a',
  labels,
  ownerReferences: [{ apiVersion: 'apps/v1', kind: 'StatefulSet', name: 'web', controller: true }],
  spec: sidecar,
  ...extra,
});
const port = (extra: object = {}) => ({ port: 80, name: 'http', targetPort: 8080, ...extra });
const service = (ports: object[] = [port()], extra: object = {}, name = 'web'): Manifest => ({
  kind: 'Service',
  namespace: 'shop',
  name,
  spec: { selector: { app: 'web' }, ports, ...extra },
});
const slice = (endpoints: object[]): Manifest => ({
  kind: 'EndpointSlice',
  namespace: 'shop',
  name: 'web-1',
  labels: { 'kubernetes.io/service-name': 'web' },
  endpoints,
});
const address = (ready: boolean) => ({
  addresses: ['10.0.0.1'],
  conditions: { ready },
  targetRef: { kind: 'Pod', name: 'a' },
});

function ofWorkload(
  manifests: readonly Manifest[],
  id: string,
  unread: readonly ObjectKind[] = [],
): Requirement | undefined {
  const facts = listOf(meshObjects([namespace, ...manifests]), unread);
  const [workload] = facts.list.inventory.workloadsIn('shop');
  if (workload === undefined) throw new Error('no workload');
  return workloadRequirements(workload, facts).find((one) => one.id === id);
}

function ofService(
  manifests: readonly Manifest[],
  id: string,
  unread: readonly ObjectKind[] = [],
): Requirement | undefined {
  const facts = listOf(meshObjects([namespace, ...manifests]), unread);
  const web = facts.list.inventory.service('shop', 'web');
  if (web === undefined) throw new Error('no service');
  return serviceRequirements(web, facts).find((one) => one.id === id);
}

const bare = pod({ spec: { containers: [app] } });
const withContainers = (...containers: object[]) =>
  pod({ spec: { ...sidecar, containers: [...containers, proxy] } });
const gatewayLabels = {
  'gateway.networking.k8s.io/gateway-name': 'edge',
  'gateway.istio.io/managed': 'istio.io-gateway-controller',
};
const gateway = pod({ labels: { app: 'web', ...gatewayLabels } });
const owned = (kind: string, extra: Partial<Manifest> = {}) =>
  pod({ ownerReferences: [{ apiVersion: 'v1', kind, name: 'web', controller: true }], ...extra });

type Case = [id: string, state: Requirement['state'], words: RegExp, manifests: Manifest[]];

test.each<Case>([
  ['injection', 'ok', /runs the proxy/, [pod()]],
  ['injection', 'warning', /no sidecar/, [bare]],
  ['injection', 'failed', /1 of 2 pods/, [pod(), pod({ name: 'b', spec: { containers: [app] } })]],
  ['injection', 'ok', /gateway/, [gateway]],
  [
    'injection',
    'notApplicable',
    /control plane/,
    [pod({ labels: { app: 'istiod' }, spec: { containers: [app] } })],
  ],
  ['redirection', 'ok', /istio-init sets/, [pod()]],
  [
    'redirection',
    'ok',
    /CNI/,
    [pod({ spec: { ...sidecar, initContainers: [{ name: 'istio-validation' }] } })],
  ],
  [
    'redirection',
    'failed',
    /passes by the mesh/,
    [pod({ spec: { ...sidecar, initContainers: [{ name: 'istio-init' }] } })],
  ],
  ['redirection', 'failed', /passes by the mesh/, [pod({ spec: { containers: [app, proxy] } })]],
  [
    'redirection',
    'warning',
    /switched off/,
    [pod({ annotations: { 'sidecar.istio.io/interceptionMode': 'NONE' } })],
  ],
  ['redirection', 'notApplicable', /sidecar/, [bare]],
  ['app-label', 'ok', /label app=web says/, [pod()]],
  [
    'app-label',
    'ok',
    /label app.kubernetes.io\/name=shop says/,
    [pod({ labels: { 'app.kubernetes.io/name': 'shop' } })],
  ],
  [
    'app-label',
    'ok',
    /canonical-name=shop says/,
    [pod({ labels: { 'service.istio.io/canonical-name': 'shop' } })],
  ],
  [
    'app-label',
    'warning',
    /calls it by the workload's name, web/,
    [pod({ labels: { 'service.istio.io/canonical-name': 'web' } })],
  ],
  ['app-label', 'notApplicable', /Istio deployed/, [pod({ labels: gatewayLabels })]],
  ['version-label', 'ok', /version=v1/, [pod()]],
  [
    'version-label',
    'warning',
    /calls it latest/,
    [pod({ labels: { app: 'web', 'service.istio.io/canonical-revision': 'latest' } })],
  ],
  ['service-membership', 'ok', /Service web of namespace shop selects/, [pod(), service()]],
  ['service-membership', 'warning', /No Service selects/, [pod()]],
  ['service-membership', 'notApplicable', /runs to its end/, [owned('CronJob')]],
  [
    'port-conflicts',
    'ok',
    /No two Services/,
    [pod(), service(), service([port({ name: 'grpc' })], {}, 'too')],
  ],
  [
    'port-conflicts',
    'failed',
    /take port 8080 of the pods for different/,
    [pod(), service(), service([port({ name: 'tcp' })], {}, 'too')],
  ],
  [
    'port-conflicts',
    'failed',
    /port 8080/,
    [pod(), service([port({ targetPort: 'web' })]), service([port({ name: 'any' })], {}, 'too')],
  ],
  [
    'port-conflicts',
    'ok',
    /No two/,
    [pod(), service(), service([port({ name: 'dns', protocol: 'UDP' })], {}, 'too')],
  ],
  ['port-conflicts', 'notApplicable', /No Service/, [pod()]],
  ['reserved-ports', 'ok', /15000, 15001/, [pod(), service()]],
  [
    'reserved-ports',
    'failed',
    /Port 15006/,
    [withContainers({ name: 'app', ports: [{ containerPort: 15006 }] })],
  ],
  ['reserved-ports', 'failed', /Port 15090/, [pod(), service([port({ targetPort: 15090 })])]],
  ['reserved-ports', 'ok', /None/, [pod(), service([port({ port: 15090, targetPort: 8080 })])]],
  ['reserved-ports', 'notApplicable', /sidecar/, [bare]],
  ['uid-1337', 'ok', /None of its own/, [pod()]],
  [
    'uid-1337',
    'failed',
    /user 1337/,
    [withContainers({ name: 'app', securityContext: { runAsUser: 1337 } })],
  ],
  ['uid-1337', 'failed', /user 1337/, [pod({ spec: { ...sidecar, securityContext: { runAsUser: 1337 } } })]],
  [
    'uid-1337',
    'ok',
    /None/,
    [
      pod({
        spec: {
          ...sidecar,
          containers: [{ ...app, securityContext: { runAsUser: 7 } }, proxy],
          securityContext: { runAsUser: 1337 },
        },
      }),
    ],
  ],
])('of a workload, %s is %s: %s', (id, state, words, manifests) => {
  const requirement = ofWorkload(manifests, id);
  expect(requirement?.state).toBe(state);
  expect(requirement?.why.text).toMatch(words);
  if (state === 'failed' || state === 'warning') {
    expect(requirement?.why.evidence.length).toBeGreaterThan(0);
    expect(requirement?.pods.length).toBeGreaterThan(0);
  }
});

test('only the pods that do not meet a requirement are named', () => {
  const bad = withContainers({ name: 'app', securityContext: { runAsUser: 1337 } });
  expect(ofWorkload([pod(), { ...bad, name: 'b' }], 'uid-1337')?.pods).toEqual(['b']);
});

test('what could not be read is unknown, not wrong', () => {
  expect(ofWorkload([pod()], 'service-membership', ['Service'])?.state).toBe('unknown');
  expect(ofWorkload([pod()], 'port-conflicts', ['Service'])?.state).toBe('unknown');
  expect(ofService([pod(), service()], 'endpoints', ['EndpointSlice'])?.state).toBe('unknown');
});

const ready = slice([address(true)]);
test.each<Case>([
  ['port-protocols', 'ok', /every port/, [service()]],
  ['port-protocols', 'warning', /guess the protocol of port 80/, [service([port({ name: 'web' })])]],
  [
    'port-protocols',
    'warning',
    /port 81/,
    [service([port(), port({ port: 81, name: 'http', appProtocol: 'own' })])],
  ],
  ['port-protocols', 'notApplicable', /no ports/, [service([])]],
  ['port-protocols', 'notApplicable', /Gateway objects/, [gateway, service([port({ name: 'web' })])]],
  ['port-conflicts', 'ok', /No two/, [pod(), service()]],
  [
    'port-conflicts',
    'failed',
    /shop\/web and shop\/too/,
    [pod(), service(), service([port({ name: 'tcp' })], {}, 'too')],
  ],
  [
    'port-conflicts',
    'ok',
    /No other/,
    [
      pod(),
      service([port({ port: 90, targetPort: 9090 })]),
      service([port({ name: 'tcp' })], {}, 'too'),
      service([port()], {}, 'three'),
    ],
  ],
  ['port-conflicts', 'notApplicable', /No workload/, [service()]],
  ['reserved-ports', 'failed', /Port 80 leads to a port of/, [pod(), service([port({ targetPort: 15001 })])]],
  ['reserved-ports', 'ok', /None/, [pod(), service()]],
  ['reserved-ports', 'notApplicable', /sidecar/, [bare, service([port({ targetPort: 15001 })])]],
  ['target-ports', 'ok', /some container/, [pod(), service([port({ targetPort: 'web' })])]],
  [
    'target-ports',
    'failed',
    /No container has a port named admin/,
    [pod(), service([port({ targetPort: 'admin' })])],
  ],
  ['target-ports', 'notApplicable', /name/, [pod(), service()]],
  ['endpoints', 'ok', /1 of 1/, [pod(), service(), ready]],
  [
    'endpoints',
    'warning',
    /1 of 2/,
    [pod(), service(), slice([address(true), { ...address(false), addresses: ['10.0.0.2'] }])],
  ],
  ['endpoints', 'failed', /None of its endpoints is ready/, [pod(), service(), slice([address(false)])]],
  ['endpoints', 'failed', /No pod has the labels app=web/, [service()]],
  ['endpoints', 'notApplicable', /by hand/, [service([port()], { selector: {} })]],
  [
    'endpoints',
    'notApplicable',
    /ExternalName/,
    [service([], { type: 'ExternalName', externalName: 'a.example.com' })],
  ],
  ['headless', 'ok', /not ready are in neither/, [service([port()], { clusterIP: 'None' })]],
  [
    'headless',
    'warning',
    /handed out too/,
    [service([port()], { clusterIP: 'None', publishNotReadyAddresses: true })],
  ],
  ['headless', 'notApplicable', /not headless/, [service()]],
])('of a Service, %s is %s: %s', (id, state, words, manifests) => {
  const requirement = ofService(manifests, id);
  expect(requirement?.state).toBe(state);
  expect(requirement?.why.text).toMatch(words);
  if (state === 'failed' || state === 'warning') expect(requirement?.why.evidence.length).toBeGreaterThan(0);
});

describe('the recorded mesh', () => {
  test('fails where it was made to, and nowhere else', async () => {
    const { objects } = await recordedSnapshot();
    const facts = listOf(objects);
    const { inventory } = facts.list;
    const judged = [
      ...inventory.workloads.map((workload) => ({
        subject: `workload ${workload.namespace}/${workload.name}`,
        requirements: workloadRequirements(workload, facts),
      })),
      ...objects.Service.map((one) => ({
        subject: `service ${one.metadata.namespace}/${one.metadata.name}`,
        requirements: serviceRequirements(one, facts),
      })),
    ];
    const inState = (state: Requirement['state']) =>
      judged.flatMap(({ subject, requirements }) =>
        requirements.filter((one) => one.state === state).map(({ id }) => `${subject}: ${id}`),
      );
    const all = judged.flatMap(({ requirements }) => requirements);
    const counts = (['ok', 'warning', 'failed', 'unknown', 'notApplicable'] as const).map(
      (state) => `${state} ${inState(state).length}`,
    );
    console.log(`requirements of the recorded mesh: ${all.length} judged: ${counts.join(', ')}`);
    expect(inState('failed')).toEqual([
      'workload broken/beta: reserved-ports',
      'workload shop/reports: port-conflicts',
      'service broken/beta: reserved-ports',
      'service kube-system/kube-dns: endpoints',
      'service shop/orphan: endpoints',
      'service shop/reports: port-conflicts',
      'service shop/reports-raw: port-conflicts',
    ]);
    expect(inState('warning')).toEqual([
      'workload legacy/batch: injection',
      'workload observability/zipkin: injection',
      'workload shop/checkout: version-label',
      'workload shop/legacy-cron: injection',
      'workload shop/legacy-cron: service-membership',
      'service kube-system/kube-dns: port-protocols',
      'service shop/checkout: port-protocols',
    ]);
    expect(inState('unknown')).toEqual([]);
  });
});
