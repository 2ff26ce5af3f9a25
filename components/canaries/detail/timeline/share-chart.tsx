'use client';

import { ReferenceArea, ReferenceLine } from 'recharts';
import { axisTicks } from '#components/ui/chart/axis-ticks.ts';
import type { CanaryDetail } from '#lib/contract/canary-detail.ts';
import { formatConfiguredFigure, formatShare } from '#lib/format-share.ts';

import { words } from '../words.ts';
import { ChangeMarks } from './change-marks.tsx';
import { configuredBand } from './configured-band.ts';
import { TimelineChart } from './timeline-chart.tsx';
import type { TimelineLine } from './timeline-lines.ts';

type ShareChartProps = { detail: CanaryDetail; chosen: number; lines: readonly TimelineLine[] };

/** What share of each source's requests went to a version, slice by slice, against what is configured. */
export function ShareChart({ detail, chosen, lines }: ShareChartProps) {
  const { timeline, versions } = detail;
  const band = configuredBand(detail, chosen);
  const highest = lines
    .flatMap(({ shares }) => shares)
    .reduce<number>((most, share) => Math.max(most, share ?? 0), band?.high ?? 0);
  const ticks = axisTicks(highest, 1);
  return (
    <TimelineChart
      title={words.shareOf(versions[chosen]?.name ?? '')}
      atMs={timeline.atMs}
      lines={lines}
      valuesOf={({ shares }) => shares}
      domain={[0, ticks.at(-1) ?? 1]}
      ticks={ticks}
      formatTick={formatConfiguredFigure}
      format={formatShare}
      className="h-40"
    >
      {band !== undefined && (
        <ReferenceArea
          x1={band.fromSeconds}
          x2={band.toSeconds}
          y1={band.low}
          y2={band.high}
          fill="var(--ink)"
          fillOpacity={0.08}
          ifOverflow="hidden"
        />
      )}
      {band !== undefined && (
        <ReferenceLine
          segment={[
            { x: band.fromSeconds, y: band.share },
            { x: band.toSeconds, y: band.share },
          ]}
          stroke="var(--ink-muted)"
          strokeWidth={1.25}
          strokeDasharray="4 3"
        />
      )}
      <ChangeMarks changes={timeline.changes} atMs={timeline.atMs} hasText />
    </TimelineChart>
  );
}
