import type { Column } from '#components/ui/data-table/column.ts';

type MonoColumn<Row> = {
  id: string;
  title: string;
  value: (row: Row) => string | undefined;
  width?: number;
  isHiddenByDefault?: boolean;
  isWideOnly?: boolean;
};

/** A column of identifiers: in the fixed-width face, the whole text on hover. */
export function monoColumn<Row>(column: MonoColumn<Row>): Column<Row> {
  return {
    ...column,
    cell: (row) => (
      <span className="mono" title={column.value(row)}>
        {column.value(row)}
      </span>
    ),
  };
}
