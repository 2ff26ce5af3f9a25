'use client';

import { useMemo } from 'react';
import type { Column } from '#components/ui/data-table/column.ts';
import { DataTable } from '#components/ui/data-table/data-table.tsx';
import type { Bootstrap } from '#lib/contract/proxy-sections.ts';
import { bootstrapWords } from '../detail-words.ts';
import { Mono } from '../shared/mono.tsx';

type Entry = Bootstrap['metadata'][number];

const columns: readonly Column<Entry>[] = [
  {
    id: 'key',
    title: bootstrapWords.key,
    width: 280,
    value: ({ key }) => key,
    cell: ({ key }) => <Mono text={key} />,
    narrowCell: ({ key, value }) => (
      <span className="mono flex flex-col leading-[18px]">
        <span className="truncate">{key}</span>
        <span className="truncate text-ink-muted">{value}</span>
      </span>
    ),
  },
  {
    id: 'value',
    title: bootstrapWords.value,
    value: ({ value }) => value,
    cell: ({ value }) => <Mono text={value} isMuted />,
    isWideOnly: true,
  },
];

/** The node's metadata and its labels, to search in. */
export function MetadataTable({ metadata, labels }: Pick<Bootstrap, 'metadata' | 'labels'>) {
  const rows = useMemo(() => {
    const known = new Set(metadata.map(({ key }) => key));
    const fromLabels = Object.entries(labels).map(([name, value]) => ({ key: `LABELS.${name}`, value }));
    return [...metadata, ...fromLabels.filter(({ key }) => !known.has(key))];
  }, [metadata, labels]);
  return (
    <section aria-label={bootstrapWords.metadata} className="h-full min-h-96 min-w-0">
      <DataTable
        name="node metadata"
        rows={rows}
        columns={columns}
        rowId={({ key }) => key}
        isDense
        placeholder={bootstrapWords.searchMetadata}
        initialSort={{ column: 'key', isDescending: false }}
      />
    </section>
  );
}
