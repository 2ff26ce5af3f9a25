'use client';

import { EmptyState } from '#components/ui/empty-state.tsx';
import { QueryBoundary } from '#components/ui/query-boundary.tsx';
import type { ProxyTarget } from '#lib/proxy-target.ts';
import type { SectionDefinition, SectionRow } from './section-definition.ts';
import { SectionFoot } from './section-foot.tsx';
import { SectionTable } from './section-table.tsx';
import { useSection } from './use-section.ts';

type SectionViewProps<Row extends SectionRow> = {
  target: ProxyTarget;
  definition: SectionDefinition<Row>;
};

/** One section of a proxy's configuration: its rows, and below them what is no row. */
export function SectionView<Row extends SectionRow>({ target, definition }: SectionViewProps<Row>) {
  const query = useSection(target, definition);
  return (
    <div className="flex h-full min-h-0 flex-col bg-surface">
      <QueryBoundary query={query}>
        {(section) => (
          <>
            <div className="min-h-0 flex-1">
              {section.rows.length === 0 ? (
                <EmptyState {...definition.empty} />
              ) : (
                <SectionTable target={target} definition={definition} rows={section.rows} />
              )}
            </div>
            <SectionFoot target={target} section={section} />
          </>
        )}
      </QueryBoundary>
    </div>
  );
}
