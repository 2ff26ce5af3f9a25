'use client';

import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { JsonView } from '#components/ui/json/json-view.tsx';
import { ProxyLinks } from '#components/ui/proxy-links.tsx';
import { QueryBoundary } from '#components/ui/query-boundary.tsx';
import { formatBytes } from '#lib/format-bytes.ts';
import type { FileRow } from './file-sections.ts';
import type { OpenedFile } from './opened-file.ts';
import { words } from './words.ts';

/** An open row: what the dump has, beside the objects behind it. */
export function FileRowDetails({ file, row }: { file: OpenedFile; row: FileRow }) {
  const query = useQuery({
    queryKey: ['dump file value', file.id, row.proofPath],
    queryFn: ({ signal }) => file.document.value(row.proofPath, signal),
    placeholderData: undefined,
  });
  return (
    <div className="grid h-full gap-3 bg-selected px-4 py-2.5 lg:grid-cols-[2fr_1fr]">
      <Frame title={words.json} note={row.proofPath}>
        <QueryBoundary query={query} isSmall>
          {({ value, byteCount }) =>
            value === undefined ? (
              <p className="px-3 py-2 text-ink-muted">{words.tooLarge(formatBytes(byteCount))}</p>
            ) : (
              <JsonView value={value} label={words.json} />
            )
          }
        </QueryBoundary>
      </Frame>
      <Frame title={words.objects}>
        <div className="px-3 py-2">
          <ProxyLinks links={row.links} isCompact={false} />
        </div>
      </Frame>
    </div>
  );
}

function Frame({ title, note, children }: { title: string; note?: string; children: ReactNode }) {
  return (
    <section
      aria-label={title}
      className="flex min-h-0 min-w-0 flex-col overflow-hidden rounded-md border bg-surface max-lg:min-h-52"
    >
      <div className="flex h-8 shrink-0 items-center gap-2 border-b px-3 text-xs">
        <h3 className="font-semibold whitespace-nowrap">{title}</h3>
        <span className="mono min-w-0 flex-1 truncate text-right text-2xs text-ink-muted" title={note}>
          {note}
        </span>
      </div>
      <div className="min-h-0 flex-1 overflow-auto">{children}</div>
    </section>
  );
}
