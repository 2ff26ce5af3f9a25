import { expect, test } from 'vitest';
import { canaryFacetOptions, canaryFacets, filterCanaries } from '#components/canaries/list/canary-facets.ts';
import { makeCanary } from '#tests/support/make-canary.ts';

const gateway = { kind: 'Gateway', namespace: 'shop', name: 'shop-gateway' };
const object = (kind: string, name: string) => ({ kind, namespace: 'shop', name });
const wrong = makeCanary({ verdict: { status: 'mismatch', text: '' } });
const reviews = makeCanary({ object: object('VirtualService', 'reviews') });
const entry = makeCanary({ object: object('HTTPRoute', 'storefront'), isMesh: false, gateways: [gateway] });
const both = makeCanary({
  object: object('VirtualService', 'both'),
  gateways: [gateway],
  problems: [{ id: 'sum', text: 'Sum 110.' }],
});
const items = [wrong, reviews, entry, both];
const none = { status: [], kind: [], reach: [], rule: [], clusters: [] };

test.each<[string, object, string[]]>([
  ['nothing chosen', {}, ['catalog-mesh', 'reviews', 'storefront', 'both']],
  ['a verdict', { status: ['mismatch'] }, ['catalog-mesh']],
  ['one of two verdicts', { status: ['mismatch', 'minor'] }, ['catalog-mesh']],
  ['a kind', { kind: ['VirtualService'] }, ['reviews', 'both']],
  ['met at gateways, also where the mesh meets it, too', { reach: ['gateway'] }, ['storefront', 'both']],
  ['two facets at once', { kind: ['VirtualService'], reach: ['gateway'] }, ['both']],
  ['odd rules', { rule: ['odd'] }, ['both']],
  ['a verdict that there is not', { status: ['made-up'] }, []],
])('%s', (_, chosen, expected) => {
  expect(filterCanaries(items, { ...none, ...chosen }).map((item) => item.object.name)).toEqual(expected);
});

test('a facet offers what is there and what an address asks for, with words and counts', () => {
  const [status] = canaryFacets;
  expect(status && canaryFacetOptions(items, status, ['made-up', 'minor'])).toEqual([
    { value: 'consistent', word: 'Consistent', count: 3 },
    { value: 'made-up', word: 'made-up', count: 0 },
    { value: 'minor', word: 'Minor', count: 0 },
    { value: 'mismatch', word: 'Mismatch', count: 1 },
  ]);
});
