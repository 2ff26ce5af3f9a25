'use client';

import { useMemo } from 'react';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { QueryBoundary } from '#components/ui/query-boundary.tsx';
import type { ObjectComparison, ObjectDifference } from '#lib/contract/compare-objects.ts';
import { CompareTable } from '../compare-table.tsx';
import { LeftOut } from '../left-out.tsx';
import { SidesLine } from '../sides-line.tsx';
import { useObjectComparison } from '../use-comparison.ts';
import { words } from '../words.ts';
import { objectColumns } from './object-columns.tsx';
import { ObjectDetail } from './object-detail.tsx';
import { objectFacets } from './object-facets.ts';

/** Objects that came, went or changed; a row opens its two forms. */
export function ObjectsTab() {
  const query = useObjectComparison();
  return (
    <div className="flex h-full min-h-0 flex-col">
      <QueryBoundary query={query}>{(comparison) => <Compared comparison={comparison} />}</QueryBoundary>
    </div>
  );
}

const detailHeight = 420;

function Compared({ comparison: { sides, kinds, differences, leftOut } }: { comparison: ObjectComparison }) {
  const counts = useMemo(() => sumOf(kinds), [kinds]);
  const detail = useMemo(
    () => ({
      height: detailHeight,
      content: (row: ObjectDifference) => <ObjectDetail difference={row} />,
    }),
    [],
  );
  return (
    <>
      <SidesLine sides={sides} />
      <p className="shrink-0 px-4 pb-2 text-ink-muted">{words.counts(counts)}.</p>
      <div className="min-h-80 flex-1 border-t">
        {differences.length === 0 ? (
          <EmptyState title={words.same} text={words.sameObjects(counts.same)} />
        ) : (
          <CompareTable
            name={words.differences}
            rows={differences}
            columns={objectColumns}
            facets={objectFacets}
            rowId={objectId}
            detail={detail}
          />
        )}
      </div>
      <LeftOut title={words.leftOut} sentences={leftOut} />
    </>
  );
}

function objectId({ object: { kind, namespace, name } }: ObjectDifference): string {
  return `${kind}/${namespace}/${name}`;
}

function sumOf(kinds: ObjectComparison['kinds']) {
  const sum = { added: 0, removed: 0, changed: 0, statusOnly: 0, same: 0 };
  for (const { added, removed, changed, statusOnly, same } of kinds) {
    sum.added += added;
    sum.removed += removed;
    sum.changed += changed;
    sum.statusOnly += statusOnly;
    sum.same += same;
  }
  return sum;
}
