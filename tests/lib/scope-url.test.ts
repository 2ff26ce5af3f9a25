import { expect, test } from 'vitest';
import { scopedAddress, scopeUrl } from '#lib/scope-url.ts';
import { decodeUrlState, encodeUrlState, queryText } from '#lib/url-state.ts';

test('an address without a scope means the default namespaces, ten minutes and a refresh every 15 s', () => {
  expect(decodeUrlState(scopeUrl, new URLSearchParams()).values).toEqual({
    cluster: '',
    from: 'now-10m',
    to: 'now',
    refresh: '15s',
    kiosk: false,
  });
});

test('namespaces are names in order, each once, or a star', () => {
  expect(
    decodeUrlState(scopeUrl, new URLSearchParams('namespaces=shop,bookinfo,shop')).values.namespaces,
  ).toEqual(['bookinfo', 'shop']);
  expect(decodeUrlState(scopeUrl, new URLSearchParams('namespaces=*&kiosk=1')).values).toMatchObject({
    namespaces: '*',
    kiosk: true,
  });
});

test('a name that no namespace can have is refused by name', () => {
  expect(decodeUrlState(scopeUrl, new URLSearchParams('namespaces=shop,Not_One')).ignored).toEqual([
    { parameter: 'namespaces', message: '"Not_One" is not a namespace name' },
  ]);
});

test('choosing the default again takes the namespaces out of the address', () => {
  const parameters = new URLSearchParams('namespaces=shop&type=app');
  const values = { ...decodeUrlState(scopeUrl, parameters).values, namespaces: undefined };
  expect(queryText(encodeUrlState(scopeUrl, { values, parameters }))).toBe('?type=app');
});

test('a link to another page takes the scope along and nothing else', () => {
  const current = new URLSearchParams('namespaces=shop&from=now-1h&find=x&kiosk=1');
  expect(scopedAddress('/graph', { current, own: { selected: 'node:a/b' } })).toBe(
    '/graph?namespaces=shop&from=now-1h&kiosk=1&selected=node:a/b',
  );
  expect(scopedAddress('/graph', { current, own: { namespaces: 'bookinfo' } })).toBe(
    '/graph?namespaces=bookinfo&from=now-1h&kiosk=1',
  );
});

test.for<[string, string, string | undefined, string]>([
  // [the page's scope, what is linked to, its cluster, the address]
  ['every cluster', '', 'east', '/services/shop/cart'],
  ['every cluster', '', 'west', '/services/shop/cart?cluster=west'],
  ['every cluster', '', undefined, '/services/shop/cart'],
  ['every cluster', '', 'unknown', '/services/shop/cart'],
  ['another cluster', 'cluster=west', 'west', '/services/shop/cart?cluster=west'],
  ['another cluster', 'cluster=west', 'east', '/services/shop/cart?cluster=east'],
  ['another cluster', 'cluster=west', undefined, '/services/shop/cart?cluster=west'],
  ['another cluster', 'cluster=west', 'unknown', '/services/shop/cart?cluster=west'],
  ['the home cluster alone', 'cluster=east', 'east', '/services/shop/cart?cluster=east'],
  ['the home cluster alone', 'cluster=east', 'west', '/services/shop/cart?cluster=west'],
])('from %s (%s) a link to what is in %s says so where it must', ([, scope, cluster, address]) => {
  const current = new URLSearchParams(scope);
  expect(scopedAddress('/services/shop/cart', { current, own: { cluster }, homeCluster: 'east' })).toBe(
    address,
  );
});

test('a link made before the home cluster is known names the cluster', () => {
  expect(scopedAddress('/graph', { current: new URLSearchParams(), own: { cluster: 'east' } })).toBe(
    '/graph?cluster=east',
  );
});
