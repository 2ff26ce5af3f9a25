'use client';

import type { ComponentType } from 'react';
import type { ProxyTarget } from '#lib/proxy-target.ts';
import type { RowDifference } from '../differences/row-difference.ts';
import type { SectionRow } from '../section/section-definition.ts';
import { EnvoyCard } from './envoy-card.tsx';
import { ObjectCard } from './object-card.tsx';
import { RefusalLine } from './refusal-line.tsx';

type ItemDetailsProps<Row extends SectionRow> = {
  target: ProxyTarget;
  row: Row;
  Details: ComponentType<{ row: Row; target: ProxyTarget }>;
  difference: RowDifference | undefined;
};

/** An open row: what it says in words, then what Envoy has beside the object that it comes from. */
export function ItemDetails<Row extends SectionRow>(props: ItemDetailsProps<Row>) {
  const { target, row, Details, difference } = props;
  return (
    <div className="flex min-h-full flex-col gap-2.5 bg-selected px-4 py-2.5 lg:h-full">
      {row.errorState !== undefined && <RefusalLine row={row} errorState={row.errorState} target={target} />}
      <div className="shrink-0 lg:max-h-[55%] lg:overflow-y-auto">
        <Details row={row} target={target} />
      </div>
      <div className="grid min-h-0 flex-1 gap-3 lg:grid-cols-2">
        <EnvoyCard target={target} row={row} difference={difference} />
        <ObjectCard links={row.links} proofPath={row.proofPath} />
      </div>
    </div>
  );
}
