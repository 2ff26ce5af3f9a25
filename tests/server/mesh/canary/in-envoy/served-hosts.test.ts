import { expect, test } from 'vitest';
import { isServing, servedHosts } from '#server/mesh/canary/in-envoy/served-hosts.ts';

test('a Service is known by its long and short names, but not by a name without a namespace', () => {
  expect(servedHosts({ hosts: ['cart'], services: ['shop/cart'] })).toEqual([
    'cart.shop',
    'cart.shop.svc',
    'cart.shop.svc.cluster.local',
  ]);
  expect(servedHosts({ hosts: ['shop.example.com'], services: [] })).toEqual(['shop.example.com']);
  expect(servedHosts({ hosts: ['*'], services: [] })).toEqual(['*']);
});

test.each<[readonly string[], readonly string[], boolean]>([
  [['cart.shop.svc.cluster.local'], ['cart.shop.svc.cluster.local'], true],
  [['cart.shop.svc.cluster.local.'], ['cart.shop.svc.cluster.local'], true],
  [['cart.shop.svc.cluster.local:8080'], ['cart.shop.svc.cluster.local'], true],
  [['shop.example.com:*'], ['shop.example.com'], true],
  [['*.example.com'], ['shop.example.com'], true],
  [['shop.example.com'], ['*.example.com'], true],
  [['*.example.com'], ['example.com'], false],
  [['cart'], ['cart.shop.svc.cluster.local'], false],
  [['*'], ['shop.example.com'], false],
  [['*'], ['*'], true],
  [[], ['*'], false],
])('domains %j serve %j: %s', (domains, hosts, expected) => {
  expect(isServing({ routeConfig: '8080', domains }, hosts)).toBe(expected);
});

test.each([
  ['inbound-vip|8080|http|cart.shop.svc.cluster.local', true],
  ['inbound-vip|8080|http|bank.shop.svc.cluster.local', false],
  ['inbound|8080||cart.shop.svc.cluster.local', false],
])('the table %s of a waypoint serves the Service in its name: %s', (routeConfig, expected) => {
  expect(isServing({ routeConfig, domains: ['*'] }, ['cart.shop.svc.cluster.local'])).toBe(expected);
});
