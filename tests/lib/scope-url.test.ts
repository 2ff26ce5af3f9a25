import { expect, test } from 'vitest';
import { scopedAddress, scopeUrl } from '#lib/scope-url.ts';
import { decodeUrlState, encodeUrlState, queryText } from '#lib/url-state.ts';

test('an address without a scope means the default namespaces, ten minutes and a refresh every 15 s', () => {
  expect(decodeUrlState(scopeUrl, new URLSearchParams()).values).toEqual({
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
