'use client';

import type { RowData } from '@tanstack/react-table';
import type { z } from 'zod';
import type { Column } from '#components/ui/data-table/column.ts';
import { DataTable } from '#components/ui/data-table/data-table.tsx';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { QueryBoundary } from '#components/ui/query-boundary.tsx';
import type { ProxyTarget } from '#lib/proxy-target.ts';
import { useZtunnel } from './use-ztunnel.ts';
import { words } from './words.ts';
import type { ZtunnelSection } from './ztunnel-state.ts';

type ZtunnelTableProps<Row> = {
  target: ProxyTarget;
  section: ZtunnelSection;
  schema: z.ZodType<{ rows: Row[] }>;
  columns: readonly Column<Row>[];
  rowId: (row: Row) => string;
};

/** One table of a ztunnel's dump. */
export function ZtunnelTable<Row extends RowData>(props: ZtunnelTableProps<Row>) {
  const { target, section, schema, columns, rowId } = props;
  const query = useZtunnel(target, section, schema);
  return (
    <QueryBoundary
      query={query}
      isEmpty={({ rows }) => rows.length === 0}
      empty={<EmptyState title={words.sections[section]} text={words.empty[section]} />}
    >
      {({ rows }) => <DataTable name={`ztunnel ${section}`} rows={rows} columns={columns} rowId={rowId} />}
    </QueryBoundary>
  );
}
