import { expect, test } from 'vitest';
import { sectionUrl } from '#components/proxy/proxy-state.ts';
import { facetOptions } from '#components/proxy/section/facet-options.ts';
import { filterRows } from '#components/proxy/section/filter-rows.ts';
import { objectFacet } from '#components/proxy/section/object-facet.ts';
import type { Facet, SectionRow } from '#components/proxy/section/section-definition.ts';
import type { ProxyLink } from '#lib/contract/proxy-links.ts';
import { decodeUrlState } from '#lib/url-state.ts';

type Row = SectionRow & { ports: string[] };

const facets: readonly Facet<Row>[] = [
  { id: 'port', title: 'Port', read: ({ ports }) => ports },
  objectFacet(),
];

function link(kind: string, namespace: string, name: string): ProxyLink {
  return { kind, namespace, name, confidence: 'marker', relation: 'shows', because: 'It says so.' };
}

const rows: readonly Row[] = [
  row('reviews', ['9080'], [link('VirtualService', 'bookinfo', 'reviews')]),
  row('ratings', ['9080', '80'], [link('VirtualService', 'bookinfo', 'ratings')]),
  row('catalog', ['8080'], [link('HTTPRoute', 'shop', 'catalog'), link('Service', 'shop', 'catalog')]),
  row('allow_any', [], []),
];

function row(id: string, ports: string[], links: ProxyLink[]): Row {
  return { id, state: 'active', links, proofPath: 'configs[5]', ports };
}

function shown(address: string): string[] {
  const { values } = decodeUrlState(sectionUrl, new URLSearchParams(address));
  return filterRows(rows, facets, values).map(({ id }) => id);
}

test.each([
  ['', ['reviews', 'ratings', 'catalog', 'allow_any']],
  ['port=9080', ['reviews', 'ratings']],
  ['port=80,8080', ['ratings', 'catalog']],
  ['port=1', []],
  ['object=HTTPRoute', ['catalog']],
  ['object=Service', ['catalog']],
  ['object=VirtualService/bookinfo/reviews', ['reviews']],
  ['object=VirtualService/shop/reviews', []],
  ['object=VirtualService&port=80', ['ratings']],
])('the address "%s" shows %j', (address, ids) => {
  expect(shown(address)).toEqual(ids);
});

test('a facet offers every value with how many rows have it, numbers by their size', () => {
  expect(facetOptions(rows, { read: ({ ports }) => ports }, [])).toEqual([
    { value: '80', word: '80', count: 1 },
    { value: '8080', word: '8080', count: 1 },
    { value: '9080', word: '9080', count: 2 },
  ]);
});

test('what an address asks for is offered, too, where no row has it', () => {
  expect(facetOptions(rows, { read: ({ ports }) => ports }, ['1'])[0]).toEqual({
    value: '1',
    word: '1',
    count: 0,
  });
});

test.each([
  ['IstioGateway', 'Gateway (Istio)'],
  ['Gateway', 'Gateway'],
  ['VirtualService/bookinfo/reviews', 'VirtualService bookinfo/reviews'],
])('the object %s is called %s', (value, word) => {
  expect(objectFacet().wordOf?.(value)).toBe(word);
});
