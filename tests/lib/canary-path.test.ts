import { expect, test } from 'vitest';
import { canaryPath } from '#lib/canary-path.ts';

test.each<[kind: string, name: string, route: string, expected: string]>([
  ['HTTPRoute', 'catalog-mesh', '1', '/canaries/httproute/shop/catalog-mesh/1'],
  ['VirtualService', 'reviews', 'split', '/canaries/virtualservice/shop/reviews/split'],
  ['VirtualService', 'mysql', 'tcp-0', '/canaries/virtualservice/shop/mysql/tcp-0'],
  ['GRPCRoute', 'a.b', 'to v2/half?', '/canaries/grpcroute/shop/a.b/to%20v2%2Fhalf%3F'],
])('rule of %s %s called %s has its page', (kind, name, route, expected) => {
  expect(canaryPath({ kind, namespace: 'shop', name }, route)).toBe(expected);
});
