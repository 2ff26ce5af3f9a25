import { expect, test } from 'vitest';
import { cartSplit, to, virtualService } from '#tests/support/weighted-routes.ts';

test('a rule after the split counts like one before it, one that is never reached does not', () => {
  const split = cartSplit(
    virtualService('cart', {
      http: [
        { name: 'split', match: [{ uri: { prefix: '/new' } }], route: [to('v1', 50), to('v2', 50)] },
        { name: 'rest', route: [to('v1')] },
        { name: 'late', route: [to('v2')] },
      ],
    }),
  );
  expect(split.pins.map(({ routeName, versions: reached }) => [routeName, reached])).toEqual([['rest', [0]]]);
});

test('a destination without a subset reaches every version of the host', () => {
  const split = cartSplit(
    virtualService('cart', {
      http: [
        { name: 'whole', match: [{ uri: { exact: '/' } }], route: [{ destination: { host: 'cart' } }] },
        {
          name: 'elsewhere',
          match: [{ uri: { exact: '/x' } }],
          route: [{ destination: { host: 'cart-canary' } }],
        },
        { name: 'split', route: [to('v1', 50), to('v2', 50)] },
      ],
    }),
  );
  expect(split.pins.map(({ routeName, versions: reached }) => [routeName, reached])).toEqual([
    ['whole', [0, 1]],
  ]);
});

test('a rule at a gateway is no pin of callers in the mesh', () => {
  const split = cartSplit(
    virtualService('cart', {
      gateways: ['mesh', 'edge'],
      http: [
        { match: [{ gateways: ['edge'] }], route: [to('v2')] },
        { match: [{ gateways: ['mesh'] }], route: [to('v1', 50), to('v2', 50)] },
      ],
    }),
  );
  expect(split.pins).toEqual([]);
});
