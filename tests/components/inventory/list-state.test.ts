import { expect, test } from 'vitest';
import { listUrl } from '#components/inventory/list-state.ts';
import { parseHidden, parseSort, printHidden, printSort } from '#components/ui/data-table/view-text.ts';
import { decodeUrlState, encodeUrlState } from '#lib/url-state.ts';

test.each([
  ['health', { column: 'health', isDescending: false }],
  ['-rate', { column: 'rate', isDescending: true }],
])('the address says the sort as "%s"', (text, sort) => {
  expect(parseSort(text)).toEqual(sort);
  expect(printSort(sort)).toBe(text);
});

test.each([
  ['none', []],
  ['labels', ['labels']],
  ['labels,cluster', ['labels', 'cluster']],
])('the address says hidden columns as "%s"', (text, hidden) => {
  expect(parseHidden(text)).toEqual(hidden);
  expect(printHidden(hidden)).toBe(text);
});

test('an address without a word on columns leaves them to what the browser remembers', () => {
  expect(parseHidden('')).toBeUndefined();
});

test('a list as it is at first needs nothing in the address, and other parameters are left alone', () => {
  const parameters = new URLSearchParams('namespaces=shop&health=failing');
  const values = { ...decodeUrlState(listUrl, parameters).values, health: [] };
  expect(encodeUrlState(listUrl, { values, parameters }).toString()).toBe('namespaces=shop');
});

test('filters, sort and columns go into the address and come back', () => {
  const parameters = new URLSearchParams(
    'q=rev&health=failing,degraded&mesh=none&kind=Job&labels=app=reviews&sort=-rate&hide=none',
  );
  const { values, ignored } = decodeUrlState(listUrl, parameters);
  expect(ignored).toEqual([]);
  expect(values).toMatchObject({ health: ['failing', 'degraded'], labels: 'app=reviews', sort: '-rate' });
  expect(encodeUrlState(listUrl, { values, parameters: new URLSearchParams() })).toEqual(parameters);
});
