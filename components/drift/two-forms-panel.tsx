'use client';

import { useIsNarrow } from '#components/ui/use-media.ts';
import { useUrlState } from '#components/ui/use-url-state.ts';
import type { Change, DifferenceLine } from '#lib/contract/drift.ts';
import { ChangeList } from './change-list.tsx';
import type { ComparedSides } from './compared-sides.ts';
import { comparisonUrl } from './comparison-state.ts';
import { LinesChoice } from './lines-choice.tsx';
import { SplitLines } from './split-lines.tsx';
import { UnifiedLines } from './unified-lines.tsx';
import { words } from './words.ts';

type TwoFormsPanelProps = {
  changes: readonly Change[];
  moreChanges: number;
  lines: readonly DifferenceLine[];
  sides: ComparedSides;
  /** There is a form on one side only, which needs no second column. */
  isWhole: boolean;
  /** Left out where the choice of columns stands elsewhere. */
  hasChoice?: boolean;
};

/** Two forms of one thing: the fields that differ with both values, then both forms line by line. */
export function TwoFormsPanel(props: TwoFormsPanelProps) {
  const { changes, moreChanges, lines, sides, isWhole, hasChoice = false } = props;
  const [{ lines: layout }, change] = useUrlState(comparisonUrl);
  const isNarrow = useIsNarrow();
  const isSplit = layout === 'split' && !isWhole && !isNarrow;
  return (
    <>
      {changes.length > 0 && <ChangeList changes={changes} moreChanges={moreChanges} sides={sides} />}
      {hasChoice && !isWhole && (
        <div className="flex items-center justify-end gap-2 border-b px-3 py-1 max-md:hidden">
          <span className="mono text-xs text-ink-muted">{words.legend(sides)}</span>
          <LinesChoice value={layout} onChange={(chosen) => change({ lines: chosen })} />
        </div>
      )}
      {isSplit ? <SplitLines lines={lines} sides={sides} /> : <UnifiedLines lines={lines} sides={sides} />}
    </>
  );
}
