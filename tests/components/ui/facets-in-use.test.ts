import { expect, test } from 'vitest';
import { facetsInUse } from '#components/ui/facets-in-use.ts';

const facets = [
  { id: 'kind' as const, read: ({ kind }: { kind: string }) => kind },
  {
    id: 'clusters' as const,
    read: ({ clusters }: { clusters: string[] }) => clusters,
    isOnlyForSeveral: true,
  },
];
const east = { kind: 'Deployment', clusters: ['east'] };
const west = { kind: 'Deployment', clusters: ['west'] };
const none = { kind: [], clusters: [] };

test.for<[string, (typeof east)[], Record<'kind' | 'clusters', string[]>, string[]]>([
  ['rows of two clusters', [east, west], none, ['kind', 'clusters']],
  ['rows of one', [east, east], none, ['kind']],
  [
    'rows of one, and an address that asks for another',
    [east],
    { ...none, clusters: ['west'] },
    ['kind', 'clusters'],
  ],
  ['no rows', [], none, ['kind']],
])('%s', ([, rows, chosen, offered]) => {
  expect(facetsInUse(facets, { rows, chosen }).map(({ id }) => id)).toEqual(offered);
});
