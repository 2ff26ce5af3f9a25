import { expect, test } from 'vitest';
import { findSplit, splitsOfObject } from '#server/mesh/canary/configured/find-split.ts';
import { cartSplits, to, virtualService } from '#tests/support/weighted-routes.ts';

const route = [to('v1', 50), to('v2', 50)];
const splits = cartSplits(
  virtualService('cart', {
    http: [
      { name: 'a', match: [{ uri: { prefix: '/a' } }], route },
      { match: [{ uri: { prefix: '/b' } }], delegate: { name: 'rules' } },
      { route },
    ],
  }),
  virtualService('rules', { hosts: [], http: [{ route }] }),
  virtualService('root', { hosts: ['cart-canary'], http: [{ delegate: { name: 'rules' } }] }),
);
const cart = { kind: 'virtualservice', namespace: 'shop', name: 'cart' } as const;

test.each([
  ['a', 'spec.http[0]'],
  ['2', 'spec.http[2]'],
])('route %s is found by its name or index', (name, path) => {
  expect(findSplit({ splits, unread: [] }, { ...cart, route: name }).path).toBe(path);
});

test('of an object all its splits are found', () => {
  expect(splitsOfObject({ splits, unread: [] }, cart).map(({ route: name }) => name)).toEqual(['a', '2']);
});

test.each([
  [{ ...cart, route: '1' }, 'Route 1 of virtualservice shop/cart is no split; its splits are a, 2'],
  [
    { ...cart, name: 'nobody', route: 'a' },
    'virtualservice shop/nobody has no rule with two or more destinations',
  ],
  [
    { ...cart, name: 'root', route: '0' },
    'virtualservice shop/root has no rule with two or more destinations; it leads to VirtualService shop/rules, where they stand',
  ],
  [
    { ...cart, kind: 'httproute' as const, route: 'a' },
    'httproute shop/cart has no rule with two or more destinations',
  ],
])('what is not there is told', (asked, message) => {
  expect(() => findSplit({ splits, unread: [] }, asked)).toThrowError(
    expect.objectContaining({ code: 'not_found', message }),
  );
});

test('while a kind cannot be read nothing says that one of it is no split', () => {
  const unread = [{ kind: 'HTTPRoute', reason: 'forbidden (403)' } as const];
  expect(() => splitsOfObject({ splits, unread }, { ...cart, kind: 'httproute' })).toThrowError(
    expect.objectContaining({ code: 'source_unreachable', message: expect.stringMatching(/HTTPRoute.*403/) }),
  );
});
