import { expect, test } from 'vitest';
import { findPlace } from '#lib/manifest/find-place.ts';

const places = [
  { path: 'metadata', from: 1, to: 3 },
  { path: 'metadata.labels', from: 2, to: 3 },
  { path: 'metadata.labels["app.kubernetes.io/name"]', from: 3, to: 3 },
  { path: 'spec', from: 4, to: 12 },
  { path: 'spec.http', from: 5, to: 7 },
  { path: 'spec.http[0]', from: 6, to: 7, name: 'first' },
  { path: 'spec.http[0].name', from: 6, to: 6 },
  { path: 'spec.portLevelMtls', from: 8, to: 10 },
  { path: 'spec.portLevelMtls.8080', from: 9, to: 10 },
  { path: 'spec.portLevelMtls.8080.mode', from: 10, to: 10 },
  { path: 'spec.subsets', from: 11, to: 12 },
  { path: 'spec.subsets[0]', from: 11, to: 11, name: 'v1' },
  { path: 'spec.subsets[1]', from: 12, to: 12, name: '2024' },
];

test.each<[path: string, place: string | undefined, isExact: boolean]>([
  ['spec.http[0].name', 'spec.http[0].name', true],
  ['http[0]', 'spec.http[0]', true],
  ['spec.http[first]', 'spec.http[0]', true],
  ['subsets[v1]', 'spec.subsets[0]', true],
  ['subsets[2024]', 'spec.subsets[1]', true],
  ['spec.portLevelMtls[8080].mode', 'spec.portLevelMtls.8080.mode', true],
  ['metadata.labels["app.kubernetes.io/name"]', 'metadata.labels["app.kubernetes.io/name"]', true],
  ['spec.http[3].route[0]', 'spec.http', false],
  ['subsets[v9]', 'spec.subsets', false],
  ['rules[2]', 'spec', false],
  ['spec', 'spec', true],
  ['', undefined, false],
  ['spec..http', undefined, false],
  ['[', undefined, false],
])('%s leads to %s', (path, place, isExact) => {
  const found = findPlace(places, path);
  expect([found.place?.path, found.isExact]).toEqual([place, isExact]);
});

test('without a spec a path that is not there leads nowhere', () => {
  expect(findPlace([{ path: 'metadata', from: 1, to: 1 }], 'spec.http')).toEqual({
    place: undefined,
    isExact: false,
  });
});
