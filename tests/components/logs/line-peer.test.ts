import { expect, test } from 'vitest';
import { linePeer } from '#components/logs/line-peer.ts';
import { accessLog } from '#tests/support/log-line.ts';

test.each([
  [
    'outbound|9080|v1|details.bookinfo.svc.cluster.local',
    { direction: 'outbound', name: 'details.bookinfo', subset: 'v1' },
  ],
  ['outbound|3306||mysql.shop.svc.cluster.local', { direction: 'outbound', name: 'mysql.shop' }],
  ['outbound|443||api.example.com', { direction: 'outbound', name: 'api.example.com' }],
  ['inbound|9080||', { direction: 'inbound', name: '10.244.2.6' }],
  ['InboundPassthroughCluster', { direction: 'inbound', name: '10.244.2.6' }],
  ['PassthroughCluster', { direction: 'outbound', name: 'PassthroughCluster' }],
  ['BlackHoleCluster', { direction: 'outbound', name: 'BlackHoleCluster' }],
  ['xds-grpc', { direction: 'outbound', name: 'xds-grpc' }],
  [undefined, { name: '10.244.2.6' }],
])('the cluster %s is with %j', (upstreamCluster, expected) => {
  expect(linePeer(accessLog({ upstreamCluster, downstreamRemoteAddress: '10.244.2.6:39094' }))).toEqual(
    expected,
  );
});

test('an IPv6 caller keeps its colons, and a line that says nothing has no peer', () => {
  expect(linePeer(accessLog({ downstreamRemoteAddress: '[fd00::1]:4000' }))).toEqual({ name: 'fd00::1' });
  expect(linePeer(accessLog({}))).toBeUndefined();
});
