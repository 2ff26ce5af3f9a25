import { expect, test } from 'vitest';
import type { Manifest } from '#tests/support/objects-snapshot.ts';
import { backend, cartSplit, httpRoute, to, virtualService } from '#tests/support/weighted-routes.ts';

const half = { http: [{ route: [to('v1', 50), to('v2', 50)] }] };
const one = virtualService('cart', half, { creationTimestamp: '2026-01-02T00:00:00Z' });
const whole = { http: [{ route: [{ destination: { host: 'cart.shop.svc.cluster.local' } }] }] };
const problems = (...others: Manifest[]) => cartSplit(one, ...others).problems.map(({ text }) => text);

test.each<[string, Manifest, string[]]>([
  [
    'an older one',
    virtualService('before', whole, { creationTimestamp: '2026-01-01T00:00:00Z' }),
    [
      'VirtualService shop/before has the same host shop/cart and is older: callers’ proxies take only that one.',
    ],
  ],
  [
    'a younger one',
    virtualService('after', whole, { creationTimestamp: '2026-01-03T00:00:00Z' }),
    [
      'VirtualService shop/after has the same host shop/cart and is younger: callers’ proxies take only this one.',
    ],
  ],
  [
    'one of another namespace',
    virtualService(
      'after',
      { ...whole, hosts: ['cart.shop.svc.cluster.local'] },
      { namespace: 'web', creationTimestamp: '2026-01-03T00:00:00Z' },
    ),
    [
      'VirtualService web/after has the same host shop/cart and is younger: callers’ proxies take only this one, but those in namespace web take that one.',
    ],
  ],
  [
    'an HTTPRoute',
    httpRoute('cart', { rules: [{ backendRefs: [backend('cart-stable')] }] }),
    [
      'HTTPRoute shop/cart has the same host shop/cart: proxies take one of the two; their routes show which.',
    ],
  ],
  ['one of another host', virtualService('else', { ...whole, hosts: ['cart-canary'] }), []],
  ['one of gateways only', virtualService('else', { ...whole, gateways: ['edge'] }), []],
  ['a wildcard', virtualService('else', { ...whole, hosts: ['*.shop.svc.cluster.local'] }), []],
])('%s', (_, other, texts) => {
  expect(problems(other)).toEqual(texts);
});

test('one for callers of other namespaces is none', () => {
  const own = virtualService('cart', { ...half, exportTo: ['.'] });
  const other = virtualService(
    'cart',
    { ...whole, hosts: ['cart.shop.svc.cluster.local'], exportTo: ['.'] },
    { namespace: 'web' },
  );
  expect(cartSplit(own, other).problems).toEqual([]);
});

test('routes of the Gateway API are merged: only the same match contradicts', () => {
  const backendRefs = [backend('cart-stable'), backend('cart-canary')];
  const at = (value: string) => [{ path: { type: 'PathPrefix', value } }];
  const main = httpRoute('main', { rules: [{ matches: at('/'), backendRefs }] });
  const other = (value: string) =>
    httpRoute('other', { rules: [{ matches: at(value), backendRefs: [backend('cart-stable')] }] });
  expect(cartSplit(main, other('/a')).problems).toEqual([]);
  expect(cartSplit(main, other('/')).problems).toMatchObject([
    {
      id: 'two-routes',
      text: 'HTTPRoute shop/other has the same host shop/cart and a rule with the same match, and is younger: this rule wins.',
    },
  ]);
});
