import { describe, expect, test } from 'vitest';
import { itemFacets } from '#components/inventory/facets.ts';
import { type Filters, facetOptions, filterRows } from '#components/inventory/filter-rows.ts';
import type { Facet } from '#components/inventory/list-definition.ts';
import { sumLine } from '#components/inventory/sum-line.ts';
import type { WorkloadItem } from '#lib/contract/inventory.ts';
import { itemStatus } from '#lib/item-status.ts';
import { makeHealth, makeItem, makeMembership } from '#tests/support/make-item.ts';

const kindFacet: Facet<WorkloadItem> = {
  id: 'kind',
  title: 'Kind',
  read: (row) => row.kind,
  wordOf: (kind) => kind,
};
const facets = [...itemFacets<WorkloadItem>(), kindFacet];
const list = { facets, labelsOf: (row: WorkloadItem) => row.labels };
const none: Filters = { health: [], mesh: [], kind: [], mtls: [], clusters: [], labels: '' };

const rows = [
  makeItem({ name: 'a', health: makeHealth('failing') }),
  makeItem({ name: 'b', kind: 'CronJob', labels: { app: 'b', tier: 'night' } }),
  makeItem({ name: 'c', health: makeHealth('idle'), inMesh: makeMembership('none') }),
];
const namesOf = (filters: Partial<Filters>) =>
  filterRows(rows, list, { ...none, ...filters }).map(({ name }) => name);

describe('filters', () => {
  test('without a condition everything stays, in its order', () => {
    expect(namesOf({})).toEqual(['a', 'b', 'c']);
  });

  test('of one facet any chosen value will do, of several facets all must fit', () => {
    expect(namesOf({ health: ['failing', 'healthy'] })).toEqual(['a', 'b']);
    expect(namesOf({ health: ['failing', 'healthy'], kind: ['CronJob'] })).toEqual(['b']);
  });

  test('what is not in the mesh can be asked for by state and by membership', () => {
    expect(namesOf({ health: ['notInMesh'] })).toEqual(['c']);
    expect(namesOf({ mesh: ['none'] })).toEqual(['c']);
  });

  test('a value that no row has leaves none', () => {
    expect(namesOf({ kind: ['Rollout'] })).toEqual([]);
  });

  test('labels are asked for by a selector', () => {
    expect(namesOf({ labels: 'tier=night' })).toEqual(['b']);
    expect(namesOf({ labels: '!tier' })).toEqual(['a', 'c']);
  });

  test('a selector that is not understood filters nothing', () => {
    expect(namesOf({ labels: 'tier in (night' })).toEqual(['a', 'b', 'c']);
  });
});

describe('the menu of a facet', () => {
  test('offers what rows have, with how many have it, by word', () => {
    expect(facetOptions(rows, kindFacet, [])).toEqual([
      { value: 'CronJob', word: 'CronJob', count: 1 },
      { value: 'Deployment', word: 'Deployment', count: 2 },
    ]);
  });

  test('keeps what is chosen though no row has it, so that it can be taken back', () => {
    expect(facetOptions(rows, kindFacet, ['Rollout'])).toContainEqual({
      value: 'Rollout',
      word: 'Rollout',
      count: 0,
    });
  });

  test('says states that there are not as the address has them', () => {
    const [health] = facets;
    expect(health?.wordOf('broken')).toBe('broken');
    expect(health?.wordOf('notInMesh')).toBe('Not in mesh');
  });
});

const workloads = { noun: { one: 'workload', many: 'workloads' }, statusOf: itemStatus };

test.each([
  [rows, '3 workloads, 1 failing'],
  [[makeItem()], '1 workload'],
  [
    [makeItem({ health: makeHealth('degraded') }), makeItem({ health: makeHealth('unknown') })],
    '2 workloads, 1 degraded, 1 unknown',
  ],
])('the sum says how many there are and how many are not well', (items, line) => {
  expect(sumLine(items, workloads)).toBe(line);
});
