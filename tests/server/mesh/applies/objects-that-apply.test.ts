import { describe, expect, test } from 'vitest';
import {
  objectsThatApplyToService,
  objectsThatApplyToWorkload,
  type ServiceSubject,
} from '#server/mesh/applies/objects-that-apply.ts';
import { type Manifest, meshObjects } from '#tests/support/objects-snapshot.ts';

const labels: Readonly<Record<string, string>> = { app: 'web', version: 'v1' };
const web = { namespace: 'shop', name: 'web', labels, services: ['web'] };
const service: Manifest = {
  kind: 'Service',
  namespace: 'shop',
  name: 'web',
  spec: { selector: { app: 'web' } },
};

function ofWorkload(manifests: readonly Manifest[], subject: Partial<typeof web> = {}) {
  const mesh = { objects: meshObjects([service, ...manifests]), rootNamespace: 'istio-system' };
  return objectsThatApplyToWorkload({ ...web, ...subject }, mesh).map(
    ({ object, scope }) => `${object.kind} ${object.namespace}/${object.name}: ${scope}`,
  );
}

const selector = { matchLabels: { app: 'web' } };
const target = (kind: string, name: string) => ({ targetRefs: [{ kind, name }] });

describe.each([
  'AuthorizationPolicy',
  'PeerAuthentication',
  'RequestAuthentication',
  'Telemetry',
  'WasmPlugin',
  'ProxyConfig',
] as const)('%s', (kind) => {
  test.each<[string, Manifest, string[]]>([
    ['by selector', { kind, namespace: 'shop', name: 'a', spec: { selector } }, [`${kind} shop/a: selector`]],
    [
      'for others',
      { kind, namespace: 'shop', name: 'a', spec: { selector: { matchLabels: { app: 'x' } } } },
      [],
    ],
    ['for its namespace', { kind, namespace: 'shop', name: 'a', spec: {} }, [`${kind} shop/a: namespace`]],
    ['for another namespace', { kind, namespace: 'other', name: 'a', spec: {} }, []],
    [
      'for the mesh',
      { kind, namespace: 'istio-system', name: 'a', spec: {} },
      [`${kind} istio-system/a: mesh`],
    ],
    [
      'for gateways of the root namespace',
      { kind, namespace: 'istio-system', name: 'a', spec: { selector } },
      [],
    ],
  ])('%s', (_, manifest, expected) => {
    expect(ofWorkload([manifest])).toEqual(expected);
  });
});

test('what has no proxy obeys no policy, but its hosts are still spoken of', () => {
  const mesh = {
    objects: meshObjects([
      service,
      { kind: 'PeerAuthentication', namespace: 'shop', name: 'a', spec: {} },
      { kind: 'Sidecar', namespace: 'shop', name: 'a' },
      { kind: 'DestinationRule', namespace: 'shop', name: 'web', spec: { host: 'web' } },
    ]),
    rootNamespace: 'istio-system',
  };
  const kinds = (isOutOfMesh: boolean) =>
    objectsThatApplyToWorkload({ ...web, isOutOfMesh }, mesh).map(({ object }) => object.kind);
  expect(kinds(true)).toEqual(['DestinationRule']);
  expect(kinds(false)).toEqual(['DestinationRule', 'PeerAuthentication', 'Sidecar']);
});

test('an EnvoyFilter selects by labels of its own field', () => {
  const filter = (labels: Record<string, string>): Manifest => ({
    kind: 'EnvoyFilter',
    namespace: 'shop',
    name: 'a',
    spec: { workloadSelector: { labels } },
  });
  expect(ofWorkload([filter({ version: 'v1' })])).toEqual(['EnvoyFilter shop/a: selector']);
  expect(ofWorkload([filter({ version: 'v2' })])).toEqual([]);
});

test('one Sidecar holds: that of the workload, else the oldest of the namespace, else that of the mesh', () => {
  const sidecar = (
    namespace: string,
    name: string,
    spec = {},
    creationTimestamp = '2026-01-02T00:00:00Z',
  ): Manifest => ({
    kind: 'Sidecar',
    namespace,
    name,
    spec,
    creationTimestamp,
  });
  const root = sidecar('istio-system', 'root');
  const [old, young] = [sidecar('shop', 'old', {}, '2026-01-01T00:00:00Z'), sidecar('shop', 'a-young')];
  const own = sidecar('shop', 'own', { workloadSelector: { labels: { app: 'web' } } });
  expect(ofWorkload([root])).toEqual(['Sidecar istio-system/root: mesh']);
  expect(ofWorkload([root, young, old])).toEqual(['Sidecar shop/old: namespace']);
  expect(ofWorkload([root, young, old, own])).toEqual(['Sidecar shop/own: selector']);
});

describe('a policy with a target', () => {
  const policy: Manifest = {
    kind: 'AuthorizationPolicy',
    namespace: 'shop',
    name: 'a',
    spec: target('Gateway', 'edge'),
  };
  const gateway = { 'gateway.networking.k8s.io/gateway-name': 'edge' };

  test('holds for the proxy of that Gateway alone', () => {
    expect(ofWorkload([policy])).toEqual([]);
    expect(ofWorkload([policy], { labels: gateway, services: [] })).toEqual([
      'AuthorizationPolicy shop/a: target',
    ]);
  });

  test('is all that a waypoint obeys', () => {
    const waypoint = { ...gateway, 'gateway.istio.io/managed': 'istio.io-mesh-controller' };
    const wide: Manifest = { kind: 'AuthorizationPolicy', namespace: 'shop', name: 'wide', spec: {} };
    expect(ofWorkload([policy, wide], { labels: { ...waypoint, app: 'web' }, services: [] })).toEqual([
      'AuthorizationPolicy shop/a: target',
    ]);
  });
});

const webService: ServiceSubject = { kind: 'Service', namespace: 'shop', name: 'web', hosts: [] };

function ofService(manifests: readonly Manifest[], subject = webService) {
  const mesh = { objects: meshObjects([service, ...manifests]), rootNamespace: 'istio-system' };
  return objectsThatApplyToService(subject, mesh).map(
    ({ object, scope }) => `${object.kind} ${object.namespace}/${object.name}: ${scope}`,
  );
}

const route = (namespace: string, hosts: string[], to: string): Manifest => ({
  kind: 'VirtualService',
  namespace,
  name: 'vs',
  spec: { hosts, http: [{ route: [{ destination: { host: to } }] }] },
});

test.each<[string, Manifest, string[]]>([
  ['its short name', route('shop', ['web'], 'other'), ['VirtualService shop/vs: host']],
  ['its short name elsewhere', route('other', ['web'], 'other'), []],
  ['its full name', route('other', ['web.shop.svc.cluster.local'], 'x'), ['VirtualService other/vs: host']],
  ['a wildcard', route('other', ['*.shop.svc.cluster.local'], 'x'), ['VirtualService other/vs: host']],
  ['a backend', route('other', ['any.example.com'], 'web.shop'), ['VirtualService other/vs: backend']],
  [
    'a DestinationRule',
    { kind: 'DestinationRule', namespace: 'a', name: 'dr', spec: { host: 'web.shop.svc.cluster.local' } },
    ['DestinationRule a/dr: host'],
  ],
  [
    'a GAMMA route',
    {
      kind: 'HTTPRoute',
      namespace: 'shop',
      name: 'r',
      spec: { parentRefs: [{ kind: 'Service', name: 'web' }] },
    },
    ['HTTPRoute shop/r: host'],
  ],
  [
    'a backend of a GRPCRoute',
    {
      kind: 'GRPCRoute',
      namespace: 'shop',
      name: 'r',
      spec: { rules: [{ backendRefs: [{ name: 'web' }] }] },
    },
    ['GRPCRoute shop/r: backend'],
  ],
  [
    'a target',
    { kind: 'AuthorizationPolicy', namespace: 'shop', name: 'p', spec: target('Service', 'web') },
    ['AuthorizationPolicy shop/p: target'],
  ],
])('a Service is spoken of by %s', (_, manifest, expected) => {
  expect(ofService([manifest])).toEqual(expected);
});

test('a ServiceEntry is spoken of by each of its hosts, also through wildcards on either side', () => {
  const entry = (hosts: string[]): ServiceSubject => ({
    kind: 'ServiceEntry',
    namespace: 'ext',
    name: 'e',
    hosts,
  });
  const rule: Manifest = {
    kind: 'DestinationRule',
    namespace: 'ext',
    name: 'dr',
    spec: { host: 'api.example.com' },
  };
  const expected = ['DestinationRule ext/dr: host', 'ServiceEntry ext/e: host'];
  expect(ofService([rule], entry(['other.example.com', 'api.example.com']))).toEqual(expected);
  expect(ofService([{ ...rule, spec: { host: '*.example.com' } }], entry(['api.example.com']))).toEqual(
    expected,
  );
  expect(ofService([rule], entry(['api.example.org']))).toEqual(['ServiceEntry ext/e: host']);
});

test('a gateway’s proxy is spoken of by its Gateways and the routes bound to them', () => {
  const manifests: Manifest[] = [
    {
      kind: 'Deployment',
      namespace: 'edge',
      name: 'gw',
      spec: { template: { metadata: { labels: { istio: 'gw' } } } },
    },
    { kind: 'IstioGateway', namespace: 'shop', name: 'g', spec: { selector: { istio: 'gw' } } },
    {
      kind: 'VirtualService',
      namespace: 'shop',
      name: 'bound',
      spec: { hosts: ['a.example.com'], gateways: ['g'] },
    },
    { kind: 'VirtualService', namespace: 'shop', name: 'mesh', spec: { hosts: ['web'] } },
  ];
  expect(
    ofWorkload(manifests, { namespace: 'edge', name: 'gw', labels: { istio: 'gw' }, services: [] }),
  ).toEqual(['IstioGateway shop/g: gateway', 'VirtualService shop/bound: gateway']);
});
