import { expect, test } from 'vitest';
import { versionOfCluster } from '#server/mesh/canary/version-of-cluster.ts';

const host = 'cart.shop.svc.cluster.local';
const versionOf = versionOfCluster([
  { host, subset: 'v1' },
  { host, subset: 'v2', port: 8080 },
  { host, subset: 'v2', port: 9090 },
  { host: 'cart-v3.shop.svc.cluster.local', port: 8080 },
  { host: 'api.example.com' },
]);

test.each<[string, number | undefined]>([
  ['outbound|8080|v1|cart.shop.svc.cluster.local', 0],
  ['outbound|80|v1|cart.shop.svc.cluster.local', 0],
  ['outbound|8080|v2|cart.shop.svc.cluster.local', 1],
  ['outbound|9090|v2|cart.shop.svc.cluster.local', 2],
  ['outbound|80|v2|cart.shop.svc.cluster.local', undefined],
  ['outbound|8080||cart.shop.svc.cluster.local', undefined],
  ['outbound|8080||cart-v3.shop.svc.cluster.local', 3],
  ['outbound|443||api.example.com', 4],
  ['outbound_.8080_.v1_.cart.shop.svc.cluster.local', 0],
  ['inbound-vip|8080|http/v1|cart.shop.svc.cluster.local', 0],
  ['inbound|8080|v1|cart.shop.svc.cluster.local', undefined],
  ['inbound|8080||', undefined],
  ['PassthroughCluster', undefined],
  ['', undefined],
])('%s', (cluster, version) => {
  expect(versionOf(cluster)).toBe(version);
});
