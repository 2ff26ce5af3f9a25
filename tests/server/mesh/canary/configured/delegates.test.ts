import { expect, test } from 'vitest';
import { cartSplit, cartSplits, to, virtualService } from '#tests/support/weighted-routes.ts';

const delegate = virtualService('cart-rules', {
  hosts: [],
  http: [
    { name: 'beta', match: [{ headers: { 'x-beta': {} } }], route: [to('v2')] },
    { name: 'split', route: [to('v1', 80), to('v2', 20)] },
  ],
});
const root = virtualService('cart', {
  http: [
    {
      name: 'pay',
      match: [{ uri: { prefix: '/pay' } }],
      delegate: { name: 'cart-rules' },
      retries: { attempts: 4 },
      mirror: { host: 'cart', subset: 'v2' },
    },
    { name: 'rest', route: [to('v1')] },
  ],
});

test('a delegate’s rule stands where it is written, under its root’s match and name', () => {
  const split = cartSplit(root, delegate);
  expect(split).toMatchObject({
    object: { name: 'cart-rules' },
    root: { name: 'cart' },
    route: 'split',
    path: 'spec.http[1]',
    routeName: 'pay-split',
    hosts: ['cart'],
    matches: ['path begins with /pay'],
    retryAttempts: 4,
    pins: [
      { routeName: 'pay-beta', matches: ['path begins with /pay, header x-beta is there'], versions: [1] },
      { routeName: 'rest', matches: [], versions: [0] },
    ],
  });
  expect(split.mirrors).toContainEqual({ version: 1, percent: 100 });
});

test('a delegate of two roots is a split for each, and nobody’s delegate is none', () => {
  const other = virtualService('cart-too', {
    hosts: ['cart-canary'],
    http: [{ delegate: { name: 'cart-rules' } }],
  });
  expect(cartSplits(root, other, delegate).map(({ route, root: of }) => [route, of.name])).toEqual([
    ['split-1', 'cart'],
    ['split-1-2', 'cart-too'],
  ]);
  expect(cartSplits(delegate)).toEqual([]);
});

test('a delegate that is missing leaves the other rules', () => {
  const lost = virtualService('cart', {
    http: [{ delegate: { name: 'gone' } }, { route: [to('v1', 1), to('v2', 1)] }],
  });
  expect(cartSplit(lost).path).toBe('spec.http[1]');
});
