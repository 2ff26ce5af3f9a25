import { expect, test } from 'vitest';
import { routingGaps } from '#server/mesh/ambient/routing-gaps.ts';
import { meshObjects } from '#tests/support/objects-snapshot.ts';

test.each([
  ['reviews', 1],
  ['reviews.bookinfo.svc.cluster.local', 1],
  ['reviews.bookinfo.com', 0],
  ['reviews.bookinfo', 0],
  ['*', 0],
])('a VirtualService for %s in an ambient namespace without a waypoint has %d gaps', (host, count) => {
  const objects = meshObjects([
    { kind: 'Namespace', name: 'bookinfo', labels: { 'istio.io/dataplane-mode': 'ambient' } },
    { kind: 'Service', namespace: 'bookinfo', name: 'reviews', spec: { ports: [] } },
    { kind: 'VirtualService', namespace: 'bookinfo', name: 'reviews', spec: { hosts: [host] } },
  ]);
  expect(routingGaps(objects)).toHaveLength(count);
});
