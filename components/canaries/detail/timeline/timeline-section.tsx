'use client';

import dynamic from 'next/dynamic';
import { LineMark } from '#components/ui/chart/line-mark.tsx';
import type { CanaryDetail } from '#lib/contract/canary-detail.ts';
import { formatConfiguredFigure } from '#lib/format-share.ts';
import { PageSection } from '../page-section.tsx';
import { ratioText } from '../share-text.ts';
import { words } from '../words.ts';
import { timelineLines } from './timeline-lines.ts';

// The charting library is larger than the rest of the page; its places are kept while it loads.
const ShareChart = dynamic(() => import('./share-chart.tsx').then((module) => module.ShareChart), {
  ssr: false,
  loading: () => <div className="h-40" />,
});
const EvidenceChart = dynamic(() => import('./evidence-chart.tsx').then((module) => module.EvidenceChart), {
  ssr: false,
  loading: () => <div className="h-28" />,
});

type TimelineSectionProps = { detail: CanaryDetail; chosen: number; selected: string };

/** Share and evidence over time, with the changes of weights. */
export function TimelineSection({ detail, chosen, selected }: TimelineSectionProps) {
  const { timeline, versions, sources } = detail;
  const { lines, leftOut } = timelineLines(timeline, { sources, chosen, selected });
  const isEmpty = lines.every(({ shares }) => shares.every((share) => share === null));
  const delta = sources[0]?.versions[chosen]?.delta;
  if (isEmpty)
    return (
      <PageSection
        title={words.overTime}
        hint={detail.unobserved === undefined ? words.nothingOverTime : words.notObservedOverTime}
      >
        {null}
      </PageSection>
    );
  return (
    <>
      <PageSection
        title={words.shareOf(versions[chosen]?.name ?? '')}
        hint={words.perSlice(timeline.stepSeconds)}
        aside={
          <ul className="flex flex-wrap gap-x-3 text-xs">
            {lines.map(({ id, title, look }) => (
              <li key={id} className="flex items-center gap-1.5" title={id}>
                <LineMark {...look} /> {title}
              </li>
            ))}
            <li className="flex items-center gap-1.5 text-ink-muted">
              <LineMark color="var(--ink-muted)" dash="4 3" />
              {words.configuredWithin(delta === undefined ? undefined : formatConfiguredFigure(delta))}
            </li>
            {leftOut > 0 && <li className="text-ink-muted">{words.moreSources(leftOut)}</li>}
          </ul>
        }
      >
        <div className="px-4 pb-3">
          <ShareChart detail={detail} chosen={chosen} lines={lines} />
        </div>
      </PageSection>
      <PageSection
        title={words.evidenceAgainst(ratioText(versions.map(({ weight }) => weight)))}
        hint={words.bayesFactor}
      >
        <div className="px-4 pb-3">
          <EvidenceChart detail={detail} lines={lines} />
        </div>
      </PageSection>
    </>
  );
}
