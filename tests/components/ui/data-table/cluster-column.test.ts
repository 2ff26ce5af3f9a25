import { expect, test } from 'vitest';
import { withClusterColumn } from '#components/ui/data-table/cluster-column.ts';
import type { Column } from '#components/ui/data-table/column.ts';

type Row = { cluster?: string; name: string };
const columnOf = (id: string): Column<Row> => ({ id, title: id, value: ({ name }) => name });
const idsOf = (ids: string[], rows: Row[]) => withClusterColumn(ids.map(columnOf), rows).map(({ id }) => id);
const both = [
  { cluster: 'east', name: 'cart' },
  { cluster: 'west', name: 'cart' },
];

test.for<[string, string[], Row[], string[]]>([
  [
    'behind the namespace',
    ['health', 'name', 'namespace', 'rate'],
    both,
    ['health', 'name', 'namespace', 'cluster', 'rate'],
  ],
  [
    'behind the name of what has no namespace',
    ['health', 'name', 'rate'],
    both,
    ['health', 'name', 'cluster', 'rate'],
  ],
  ['nowhere, with one cluster', ['name', 'namespace'], both.slice(1), ['name', 'namespace']],
  ['nowhere, with rows that do not say', ['name'], [{ name: 'cart' }, { name: 'web' }], ['name']],
  ['nowhere, with no rows', ['name'], [], ['name']],
])('the cluster stands %s', ([, columns, rows, expected]) => {
  expect(idsOf(columns, rows)).toEqual(expected);
});

test('it is the name of the row’s cluster', () => {
  const cluster = withClusterColumn([columnOf('name')], both).find(({ id }) => id === 'cluster');
  expect(both.map((row) => cluster?.value(row))).toEqual(['east', 'west']);
});

test('a column may make room for it: hidden until somebody wants it', () => {
  const hidden = (rows: Row[]) =>
    withClusterColumn([columnOf('name'), columnOf('kind')], rows, 'kind')
      .filter(({ isHiddenByDefault }) => isHiddenByDefault)
      .map(({ id }) => id);
  expect(hidden(both)).toEqual(['kind']);
  expect(hidden(both.slice(1))).toEqual([]);
});
