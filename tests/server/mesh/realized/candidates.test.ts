import { expect, test } from 'vitest';
import { candidatesFor } from '#server/mesh/realized/candidates.ts';
import { type Manifest, meshObjects } from '#tests/support/objects-snapshot.ts';
import { proxyPod } from '#tests/support/proxy-links.ts';

const replicaSet = (name: string) => [{ apiVersion: 'apps/v1', kind: 'ReplicaSet', name, controller: true }];
const pods: readonly Manifest[] = [
  proxyPod({ name: 'web-1', ownerReferences: replicaSet('web') }),
  proxyPod({ name: 'web-2', ownerReferences: replicaSet('web') }),
  proxyPod({ name: 'cart-1', labels: { app: 'cart' } }),
  proxyPod({ name: 'gate-1', namespace: 'doors', labels: { app: 'gate' } }, ['router']),
  proxyPod({ name: 'far-1', namespace: 'away', labels: { app: 'far' } }),
  proxyPod({ name: 'plain', labels: { app: 'web' }, spec: { containers: [{ name: 'app' }] } }),
  proxyPod({ name: 'ztunnel-1', namespace: 'istio-system', labels: { app: 'ztunnel' } }),
];
const everybody = ['doors/gate-1', 'shop/cart-1', 'shop/web-1', 'away/far-1', 'shop/web-2'];

type Case = { is: string; object: Manifest; others?: readonly Manifest[]; candidates: readonly string[] };

test.each<Case>([
  {
    is: 'a policy is looked for where it holds',
    object: {
      kind: 'AuthorizationPolicy',
      namespace: 'shop',
      name: 'a',
      spec: { selector: { matchLabels: { app: 'web' } } },
    },
    candidates: ['shop/web-1', 'shop/web-2'],
  },
  {
    is: 'a policy of the whole mesh at everybody',
    object: { kind: 'Telemetry', namespace: 'istio-system', name: 'a', spec: {} },
    candidates: ['away/far-1', 'doors/gate-1', 'shop/cart-1', 'shop/web-1', 'shop/web-2'],
  },
  {
    is: 'a Sidecar where it is in force',
    object: { kind: 'Sidecar', namespace: 'away', name: 'a', spec: {} },
    candidates: ['away/far-1'],
  },
  {
    is: 'a Gateway at the proxies that serve it',
    object: {
      kind: 'IstioGateway',
      namespace: 'config',
      name: 'a',
      spec: { selector: { app: 'gate' }, servers: [{ port: { number: 80 }, hosts: ['*'] }] },
    },
    candidates: ['doors/gate-1'],
  },
  {
    is: 'a Service at its own pods, then at gateways, then at clients, those of its namespace first',
    object: {
      kind: 'Service',
      namespace: 'shop',
      name: 'a',
      spec: { selector: { app: 'web' }, ports: [{ port: 80 }] },
    },
    candidates: ['shop/web-1', 'shop/web-2', 'doors/gate-1', 'shop/cart-1', 'away/far-1'],
  },
  {
    is: 'one replica of each workload before the others',
    object: { kind: 'DestinationRule', namespace: 'shop', name: 'a', spec: { host: 'x' } },
    candidates: everybody,
  },
  {
    is: 'a VirtualService of the mesh at clients, not at gateways',
    object: { kind: 'VirtualService', namespace: 'shop', name: 'a', spec: { hosts: ['x'] } },
    candidates: ['shop/cart-1', 'shop/web-1', 'away/far-1', 'shop/web-2'],
  },
  {
    is: 'a VirtualService that is exported to its own namespace',
    object: { kind: 'VirtualService', namespace: 'away', name: 'a', spec: { hosts: ['x'], exportTo: ['.'] } },
    candidates: ['away/far-1'],
  },
  {
    is: 'a VirtualService of a gateway there alone',
    object: {
      kind: 'VirtualService',
      namespace: 'shop',
      name: 'a',
      spec: { hosts: ['x'], gateways: ['config/front'] },
    },
    others: [
      {
        kind: 'IstioGateway',
        namespace: 'config',
        name: 'front',
        spec: { selector: { app: 'gate' }, servers: [{ port: { number: 80 }, hosts: ['*'] }] },
      },
    ],
    candidates: ['doors/gate-1'],
  },
  {
    is: 'an HTTPRoute of a Service at clients',
    object: {
      kind: 'HTTPRoute',
      namespace: 'shop',
      name: 'a',
      spec: { parentRefs: [{ kind: 'Service', name: 'web' }] },
    },
    candidates: ['shop/cart-1', 'shop/web-1', 'away/far-1', 'shop/web-2'],
  },
  {
    is: 'an Ingress at gateways',
    object: { kind: 'Ingress', namespace: 'shop', name: 'a' },
    candidates: ['doors/gate-1'],
  },
])('$is', ({ object, others = [], candidates }) => {
  const mesh = { objects: meshObjects([...pods, object, ...others]), rootNamespace: 'istio-system' };
  const found = candidatesFor(
    { kind: object.kind, namespace: object.namespace ?? '', name: object.name },
    mesh,
  );
  expect(found.map(({ proxy }) => `${proxy.namespace}/${proxy.name}`)).toEqual(candidates);
});

test('what does not exist any more may be anywhere', () => {
  const mesh = { objects: meshObjects(pods), rootNamespace: 'istio-system' };
  const found = candidatesFor({ kind: 'VirtualService', namespace: 'shop', name: 'gone' }, mesh);
  expect(found.map(({ proxy }) => `${proxy.namespace}/${proxy.name}`)).toEqual(everybody);
});
