'use client';

import { TwoFormsPanel } from '#components/drift/two-forms-panel.tsx';
import { QueryBoundary } from '#components/ui/query-boundary.tsx';
import type { ObjectDifference } from '#lib/contract/compare-objects.ts';
import { comparedSides } from '../compared-sides.ts';
import { ownAndOther, ownAndOtherLines } from '../own-and-other.ts';
import { useComparedObject } from '../use-comparison.ts';
import { words } from '../words.ts';

/** Both forms of an object: its fields that differ, then its YAML. */
export function ObjectDetail({ difference: { object } }: { difference: ObjectDifference }) {
  const query = useComparedObject(object);
  return (
    <section aria-label={object.name} className="h-full overflow-y-auto bg-surface">
      <QueryBoundary query={query} isSmall showsWarnings={false}>
        {({ fields, moreFields, lines, change }) => (
          <>
            {change === 'statusOnly' && (
              <p className="border-b px-3 py-1.5 text-ink-muted">{words.onlyStatusText}</p>
            )}
            <TwoFormsPanel
              changes={fields.map(ownAndOther)}
              moreChanges={moreFields}
              lines={ownAndOtherLines(lines)}
              sides={comparedSides}
              isWhole={change === 'added' || change === 'removed'}
              hasChoice
            />
          </>
        )}
      </QueryBoundary>
    </section>
  );
}
