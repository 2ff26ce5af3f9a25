import { describe, expect, test } from 'vitest';
import { cartPin, cartSplit } from '../made-cart.ts';
import { lines, oneLog, pinnedOfWeb } from './made-logs.ts';

describe('calls of a version’s own Service are told from those of the host', () => {
  const backend = (name: string) => ({
    name,
    host: `${name}.shop.svc.cluster.local`,
    service: { namespace: 'shop', name },
    port: 8080,
    weight: 50,
    share: 0.5,
    workloads: [name],
  });
  const toBackends = cartSplit({
    routeName: 'split',
    versions: [backend('cart-v1'), backend('cart-v2')],
    pins: [cartPin({ routeName: 'testers', versions: [1] })],
  });
  const to = 'outbound|8080||cart-v1.shop.svc.cluster.local';
  const direct = (count: number, authority: string) => lines(count, { route: 'default', to, authority });

  test.each([['cart-v1'], ['cart-v1:8080'], ['cart-v1.shop:8080'], ['cart-v1.shop.svc.cluster.local']])(
    'by %s',
    async (authority) => {
      const own = lines(40, { route: 'split', to });
      const { pinnedShares, directLines } = await pinnedOfWeb(
        toBackends,
        oneLog([...own, ...direct(10, authority)]),
      );
      expect([pinnedShares, directLines]).toEqual([[0.2, 0], 10]);
    },
  );

  test('few of them, and nothing else, are no measure but tell enough', async () => {
    const source = await pinnedOfWeb(toBackends, oneLog(direct(3, 'cart-v1:8080')));
    expect(source).toMatchObject({ isMeasured: false, lines: 3, directLines: 3 });
    expect(source.why).toBe(
      'only 3 access-log lines of 1 proxy are of these hosts, fewer than 30, and all of them name a version’s own Service',
    );
  });

  test('a caller of nothing else has nothing left for the split', async () => {
    const source = await pinnedOfWeb(toBackends, oneLog(direct(50, 'cart-v1:8080')));
    expect(source).toMatchObject({ isMeasured: true, pinnedShares: [1, 0], directLines: 50 });
  });
});
