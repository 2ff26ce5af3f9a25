import { expect, test } from 'vitest';
import { objectLink, objectPlace } from '#lib/object-place.ts';

test.each<[kind: string, link: string | undefined]>([
  ['VirtualService', '/config/shop/VirtualService/one?path=spec.http%5B2%5D'],
  ['IstioGateway', '/config/shop/IstioGateway/one?path=spec.http%5B2%5D'],
  ['Service', '/services/shop/one'],
  ['Deployment', '/workloads/shop/one'],
  ['Pod', '/proxies/shop/one'],
  ['Namespace', '/workloads?namespaces=one'],
  ['MeshConfig', '/mesh?tab=configuration'],
  ['Secret', undefined],
  ['Rollout', undefined],
])('%s is shown at %s', (kind, link) => {
  expect(objectLink({ kind, namespace: 'shop', name: 'one' }, 'spec.http[2]')).toBe(link);
});

test('an object of no namespace has its page as well', () => {
  expect(objectPlace({ kind: 'GatewayClass', namespace: '', name: 'istio' })).toEqual({
    path: '/config/_cluster/GatewayClass/istio',
  });
});
