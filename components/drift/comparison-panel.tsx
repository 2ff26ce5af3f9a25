'use client';

import { EmptyState } from '#components/ui/empty-state.tsx';
import { StatusBadge } from '#components/ui/status-badge.tsx';
import { useUrlState } from '#components/ui/use-url-state.ts';
import type { Comparison } from '#lib/contract/drift.ts';
import { besideThisProxy, type ComparedSides } from './compared-sides.ts';
import { comparisonUrl } from './comparison-state.ts';
import { DifferenceBlock } from './difference-block.tsx';
import { LinesChoice } from './lines-choice.tsx';
import { words } from './words.ts';

type ComparisonPanelProps = {
  comparison: Comparison;
  /** How both are called, where the right one is not the proxy of the page. */
  sides?: ComparedSides;
};

/** Two forms of a proxy's configuration: how much was compared, then a block for each resource that differs. */
export function ComparisonPanel({ comparison, sides: given }: ComparisonPanelProps) {
  const { left, differences, sections, leftOut, moreDifferences } = comparison;
  const [{ lines }, change] = useUrlState(comparisonUrl);
  const sides = given ?? besideThisProxy(left);
  const compared = sections.reduce((sum, one) => sum + one.compared, 0);
  return (
    <>
      <div className="flex flex-wrap items-center gap-x-4 gap-y-1 px-4 py-1.5">
        <ul aria-label={words.compared} className="flex flex-wrap items-center gap-x-4 gap-y-0.5">
          {sections
            .filter((one) => one.compared > 0)
            .map(({ section, compared: count, differing }) => (
              <li key={section} className="flex items-center gap-1.5">
                <span>{words.noun(section, count)}</span>
                <StatusBadge
                  status={differing === 0 ? 'healthy' : 'degraded'}
                  text={differing === 0 ? words.allSame : words.differ(differing)}
                />
              </li>
            ))}
        </ul>
        <span className="flex-1" />
        {differences.length > 0 && (
          <>
            <span className="mono text-xs text-ink-muted">{words.legend(sides)}</span>
            <LinesChoice value={lines} onChange={(chosen) => change({ lines: chosen })} />
          </>
        )}
      </div>
      {differences.length === 0 && (
        <EmptyState
          isSmall
          title={compared === 0 ? words.nothing : words.same}
          text={compared === 0 ? words.nothingText : words.sameText(sides)}
        />
      )}
      <div className="flex flex-col gap-2 px-4">
        {differences.map((difference) => (
          <DifferenceBlock
            key={`${difference.section} ${difference.name}`}
            difference={difference}
            sides={sides}
            isOpenAtFirst={differences.length <= 5}
          />
        ))}
        {moreDifferences > 0 && <p className="text-ink-muted">{words.moreDifferences(moreDifferences)}</p>}
      </div>
      <p className="px-4 pt-3 text-xs text-ink-muted">
        {words.leftOut}: {leftOut.join(' ')}
      </p>
    </>
  );
}
