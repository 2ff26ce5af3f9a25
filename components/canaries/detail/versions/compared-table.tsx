'use client';

import { Fragment } from 'react';
import { useIsNarrow } from '#components/ui/use-media.ts';
import type { ComparedVersions } from '#lib/contract/canary-comparison.ts';
import { formatMs } from '#lib/format-ms.ts';
import { words } from '../words.ts';
import { ComparedDetails } from './compared-details.tsx';
import { ComparedRow } from './compared-row.tsx';

type ComparedTableProps = {
  compared: ComparedVersions;
  chosenName: string;
  open: string;
  onOpen: (name: string) => void;
  onChoose: (name: string) => void;
};

/** A row a version; each opens its quantiles and tests. */
export function ComparedTable({ compared, chosenName, open, onOpen, onChoose }: ComparedTableProps) {
  const isNarrow = useIsNarrow();
  const { versions, slowAboveMs } = compared;
  const { columns } = words.versions;
  const baseline = versions.find(({ isBaseline }) => isBaseline);
  const heads = [
    columns.requests,
    `${columns.failed} %`,
    ...(isNarrow ? [] : [`${columns.byProxy} %`]),
    ...(slowAboveMs === undefined ? [] : [`${columns.over(formatMs(slowAboveMs))} %`]),
    ...(isNarrow ? [] : ['p95']),
  ];
  return (
    <table aria-label={words.compared} className="-mb-px w-full">
      <thead>
        <tr className="text-xs text-ink-muted [&>th]:h-7 [&>th]:border-b [&>th]:px-2 [&>th]:font-medium max-md:[&>th]:px-1.5 md:[&>th]:whitespace-nowrap">
          <th scope="col" className="pl-8! text-left">
            {columns.version}
          </th>
          {heads.map((head) => (
            <th key={head} scope="col" className="text-right">
              {head}
            </th>
          ))}
          {!isNarrow && (
            <th scope="col" className="pr-4! text-left">
              {baseline === undefined ? columns.comparison : columns.comparedWith(baseline.name)}
            </th>
          )}
        </tr>
      </thead>
      <tbody>
        {versions.map((version) => {
          const isOpen = version.name === open;
          return (
            <Fragment key={version.name}>
              <ComparedRow
                version={version}
                hasTail={slowAboveMs !== undefined}
                isChosen={version.name === chosenName}
                isOpen={isOpen}
                isNarrow={isNarrow}
                onToggle={() => onOpen(isOpen ? '' : version.name)}
                onChoose={() => onChoose(version.name)}
              />
              {isOpen && (
                <tr>
                  <td colSpan={heads.length + (isNarrow ? 1 : 2)} className="border-b bg-canvas">
                    <ComparedDetails version={version} slowAboveMs={slowAboveMs} hasWords={isNarrow} />
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
