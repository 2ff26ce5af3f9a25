import { expect, test } from 'vitest';
import { shortCluster } from '#components/proxy/shared/short-cluster.ts';
import { shortHost } from '#components/proxy/shared/short-host.ts';

test.each([
  ['details.bookinfo.svc.cluster.local:9080', 'details:9080'],
  ['details.bookinfo.svc.cluster.local', 'details'],
  ['details.bookinfo.svc.cluster.local.', 'details'],
  ['catalog.shop.svc.cluster.local:8080', 'catalog.shop:8080'],
  ['catalog.shop.svc.mesh.example:8080', 'catalog.shop:8080'],
  ['catalog.shop.svc', 'catalog.shop'],
  ['api.example.com:443', 'api.example.com:443'],
  ['*.wiki.example.org', '*.wiki.example.org'],
  ['10.96.1.21', '10.96.1.21'],
  ['allow_any', 'allow_any'],
  ['', ''],
])('in bookinfo, %s is called %s', (host, short) => {
  expect(shortHost(host, 'bookinfo')).toBe(short);
});

test.each([
  ['outbound|9080|v1|reviews.bookinfo.svc.cluster.local', { host: 'reviews', subset: 'v1', port: '9080' }],
  [
    'outbound|8080||catalog.shop.svc.cluster.local',
    { host: 'catalog.shop', subset: undefined, port: '8080' },
  ],
  ['inbound|9080||', { host: 'inbound 9080', subset: undefined, port: undefined }],
  ['BlackHoleCluster', { host: 'BlackHoleCluster', subset: undefined, port: undefined }],
  ['a|b', { host: 'a|b', subset: undefined, port: undefined }],
])('the cluster %s is known by %j', (name, parts) => {
  expect(shortCluster(name, 'bookinfo')).toEqual(parts);
});
