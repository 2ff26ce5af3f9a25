import fc from 'fast-check';
import { expect, test } from 'vitest';
import { routeShares } from '#server/mesh/canary/in-envoy/route-shares.ts';
import { cartSplit } from '../made-cart.ts';

const target = fc.record({
  cluster: fc.constantFrom(
    'outbound|8080|v1|cart.shop.svc.cluster.local',
    'outbound|80|v1|cart.shop.svc.cluster.local',
    'outbound|8080|v2|cart.shop.svc.cluster.local',
    'outbound|8080|v3|cart.shop.svc.cluster.local',
    'PassthroughCluster',
  ),
  weight: fc.integer({ min: 0, max: 1_000_000 }),
});

test('whatever the weights, nothing of them is lost and nothing made up', () => {
  fc.assert(
    fc.property(fc.array(target, { maxLength: 8 }), (targets) => {
      const { shares, others } = routeShares(targets, cartSplit());
      const sum = [...shares, ...others.map(({ share }) => share)].reduce((total, share) => total + share, 0);
      const isAny = targets.some(({ weight }) => weight > 0);
      expect(shares).toHaveLength(2);
      expect(sum).toBeCloseTo(isAny ? 1 : 0, 9);
      const own = targets.filter(({ cluster }) => cluster.includes('|v2|'));
      const total = targets.reduce((all, { weight }) => all + weight, 0);
      const ofOwn = own.reduce((all, { weight }) => all + weight, 0);
      expect(shares[1]).toBeCloseTo(total === 0 ? 0 : ofOwn / total, 9);
    }),
  );
});
