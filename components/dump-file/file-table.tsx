'use client';

import { useMemo, useState } from 'react';
import { DataTable } from '#components/ui/data-table/data-table.tsx';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { QueryBoundary } from '#components/ui/query-boundary.tsx';
import { fileColumns } from './file-columns.tsx';
import { FileRowDetails } from './file-row-details.tsx';
import type { FileRow, FileSection } from './file-sections.ts';
import type { OpenedFile } from './opened-file.ts';
import { useFileSection } from './use-file-section.ts';
import { words } from './words.ts';

const detailsHeight = 320;

/** One section of an opened file as a table. */
export function FileTable({ file, section }: { file: OpenedFile; section: FileSection }) {
  const query = useFileSection(file, section);
  const [openId, setOpenId] = useState('');
  const columns = useMemo(() => fileColumns(section), [section]);
  const rows = useMemo(() => (query.data?.data.rows ?? []).map(withTexts), [query.data]);
  return (
    <div className="flex h-full min-h-0 flex-col bg-surface">
      <QueryBoundary query={query}>
        {() => (
          <div className="min-h-0 flex-1">
            {rows.length === 0 ? (
              <EmptyState title={words.nothing(section.title.toLowerCase())} />
            ) : (
              <DataTable
                name={`${section.title.toLowerCase()} of a file`}
                rows={rows}
                columns={columns}
                rowId={rowId}
                isDense
                selectedId={openId}
                onRowClick={(row) => setOpenId(row.id === openId ? '' : row.id)}
                expansion={{
                  openId,
                  height: detailsHeight,
                  content: (row) => <FileRowDetails file={file} row={row} />,
                }}
              />
            )}
          </div>
        )}
      </QueryBoundary>
    </div>
  );
}

function rowId({ id }: FileRow): string {
  return id;
}

function withTexts(row: Omit<FileRow, 'texts'> & Record<string, unknown>): FileRow {
  const { id, state, links, proofPath } = row;
  const texts = Object.fromEntries(
    Object.entries(row).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
  );
  return { id, state, links, proofPath, texts };
}
