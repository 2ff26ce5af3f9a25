import { expect, test } from 'vitest';
import { certificateText } from '#components/proxies/certificate-text.ts';
import { filterProxies, fleetFacetOptions, fleetFacets } from '#components/proxies/fleet-facets.ts';
import { sumLine } from '#components/proxies/sum-line.ts';
import { makeDrift, makeProxy } from '#tests/support/make-proxy.ts';

const none = { drift: [], state: [], type: [], version: [], revision: [], istiod: [], clusters: [] };
const stale = makeProxy({
  pod: 'stale',
  syncs: [{ type: 'RDS', state: 'STALE' }],
  drift: [makeDrift('stale', 'degraded')],
});
const gateway = makeProxy({ pod: 'gateway', type: 'gateway', istiod: undefined, revision: 'canary' });
const well = makeProxy({ pod: 'well' });
const silent = makeProxy({
  pod: 'silent',
  istiod: undefined,
  undecided: [{ class: 'unknownToIstiod', because: 'No istiod answered.' }],
});
const items = [stale, gateway, well];

test.each<[string, object, string[]]>([
  ['nothing chosen', {}, ['stale', 'gateway', 'well']],
  ['a class of drift', { drift: ['stale'] }, ['stale']],
  ['none of it', { drift: ['none'] }, ['gateway', 'well']],
  ['a state of any type', { state: ['STALE'] }, ['stale']],
  ['one of two values', { type: ['gateway', 'sidecar'] }, ['stale', 'gateway', 'well']],
  ['two facets at once', { type: ['sidecar'], drift: ['none'] }, ['well']],
  ['not connected', { istiod: ['not connected'] }, ['gateway']],
  ['a revision, which not all have', { revision: ['canary'] }, ['gateway']],
])('%s', (_, chosen, expected) => {
  expect(filterProxies(items, { ...none, ...chosen }).map(({ pod }) => pod)).toEqual(expected);
});

test('a proxy that nobody could tell of is not called unconnected', () => {
  const found = (istiod: string) => filterProxies([gateway, silent], { ...none, istiod: [istiod] });
  expect(found('not connected')).toEqual([gateway]);
  expect(found('not known')).toEqual([silent]);
});

test('a facet offers what is there and what an address asks for, with words and counts', () => {
  const [drift] = fleetFacets;
  expect(drift && fleetFacetOptions(items, drift, ['made-up'])).toEqual([
    { value: 'none', word: 'In sync', count: 2 },
    { value: 'made-up', word: 'made-up', count: 0 },
    { value: 'stale', word: 'Stale', count: 1 },
  ]);
});

test('the sum says how many are not well', () => {
  expect(sumLine(items)).toBe('3 proxies, 1 degraded');
  expect(sumLine([well])).toBe('1 proxy');
});

const nowMs = Date.parse('2026-11-21T12:00:00Z');
test.each<[string | undefined, RegExp]>([
  [undefined, /^–$/],
  ['2026-11-21T11:59:00Z', /^expired$/],
  ['2026-11-21T12:40:30Z', /^40\smin$/],
  ['2026-11-22T11:30:00Z', /^23\sh$/],
  ['2026-11-26T12:30:00Z', /^5\sdays$/],
])('a certificate until %s', (notAfter, expected) => {
  const certificate = notAfter === undefined ? undefined : { notBefore: '', notAfter, lifeShare: 0.5 };
  expect(certificateText({ certificate }, nowMs)).toMatch(expected);
});
