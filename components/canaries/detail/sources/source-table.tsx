'use client';

import { Fragment } from 'react';
import { useMedia } from '#components/ui/use-media.ts';
import type { CanaryDetail } from '#lib/contract/canary-detail.ts';
import { words } from '../words.ts';
import { SourceDetails } from './source-details.tsx';
import { sourceId } from './source-id.ts';
import { SourceRow } from './source-row.tsx';

type SourceTableProps = {
  detail: CanaryDetail;
  chosen: number;
  /** Id of the source whose row is open. */
  open: string;
  onOpen: (id: string) => void;
};

/** Below it, what is beside the navigation has no room for columns. */
const tooNarrowForColumns = '(max-width: 960px)';

/** Every caller of the rule, the most urgent first as the answer has them. */
export function SourceTable({ detail, chosen, open, onOpen }: SourceTableProps) {
  const isNarrow = useMedia(tooNarrowForColumns);
  const { sources, versions } = detail;
  const { columns } = words.sources;
  return (
    <table aria-label={words.bySource} className="-mb-px w-full table-fixed">
      {!isNarrow && (
        <thead>
          <tr className="text-xs text-ink-muted [&>th]:h-7 [&>th]:border-b [&>th]:px-2 [&>th]:font-medium [&>th]:whitespace-nowrap">
            <th scope="col" className="w-37 pl-8! text-left">
              {columns.source}
            </th>
            <th scope="col" className="text-left">
              {columns.bars}
            </th>
            <th scope="col" className="w-18 text-right">
              {columns.requests}
            </th>
            <th scope="col" className="w-26 text-right" title={words.wilson}>
              {columns.interval} <span className="font-normal">%</span>
            </th>
            <th scope="col" className="w-19 text-right" title={words.bayesFactor}>
              {columns.evidence}
            </th>
            <th scope="col" className="w-33 text-left">
              {columns.verdict}
            </th>
          </tr>
        </thead>
      )}
      <tbody>
        {sources.map((source) => {
          const id = sourceId(source);
          const isOpen = id === open;
          return (
            <Fragment key={id}>
              <SourceRow
                source={source}
                versions={versions}
                chosen={chosen}
                isOpen={isOpen}
                isNarrow={isNarrow}
                onToggle={() => onOpen(isOpen ? '' : id)}
              />
              {isOpen && (
                <tr>
                  <td colSpan={isNarrow ? 1 : 6} className="border-b bg-canvas p-0">
                    <SourceDetails source={source} versions={versions} />
                  </td>
                </tr>
              )}
            </Fragment>
          );
        })}
      </tbody>
    </table>
  );
}
