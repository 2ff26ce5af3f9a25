import type { Column } from './column.ts';

/** Rows that are in a cluster; where there is only one, they may leave it unsaid. */
export type InSomeCluster = { cluster?: string | undefined };

/** Whether rows are in more than one cluster. */
export function hasSeveralClusters(rows: readonly InSomeCluster[]): boolean {
  const [first] = rows;
  return rows.some(({ cluster }) => cluster !== first?.cluster);
}

/** Behind the last of these stands the cluster. */
const placeColumns = ['name', 'namespace', 'object'];

/**
 * The columns with one for the cluster behind name and namespace; the same where all rows are in one cluster. `yielding` is
 * the column that is hidden at first to make room for it.
 */
export function withClusterColumn<Row extends InSomeCluster>(
  columns: readonly Column<Row>[],
  rows: readonly Row[],
  yielding?: string,
): readonly Column<Row>[] {
  if (!hasSeveralClusters(rows)) return columns;
  const place = columns.findLastIndex(({ id }) => placeColumns.includes(id)) + 1;
  const others = columns.map((column) =>
    column.id === yielding ? { ...column, isHiddenByDefault: true } : column,
  );
  return others.toSpliced(place, 0, {
    id: 'cluster',
    title: 'Cluster',
    value: ({ cluster }) => cluster,
    width: 90,
    isWideOnly: true,
  });
}
