'use client';

import { ReferenceDot, ReferenceLine } from 'recharts';
import { useScope } from '#components/ui/scope/use-scope.ts';
import type { CanaryDetail } from '#lib/contract/canary-detail.ts';
import { formatClockSeconds } from '#lib/format-time.ts';
import { evidenceText, powerOfTen } from '../evidence-figure.ts';
import { ratioText } from '../share-text.ts';
import { sourceId } from '../sources/source-id.ts';
import { words } from '../words.ts';
import { ChangeMarks } from './change-marks.tsx';
import { evidenceAxis } from './evidence-axis.ts';
import { TimelineChart } from './timeline-chart.tsx';
import type { TimelineLine } from './timeline-lines.ts';

type EvidenceChartProps = { detail: CanaryDetail; lines: readonly TimelineLine[] };

const markText = { fontSize: 10.5, fontFamily: 'var(--font-mono)', fill: 'var(--ink-muted)' };

/** How the evidence against the configured split grew in each source, and from where on it is decided. */
export function EvidenceChart({ detail: { timeline, versions, sources }, lines }: EvidenceChartProps) {
  const { zone } = useScope();
  const { atMs, changes, decisionLog10 } = timeline;
  // Sources together follow no one split where one of them is off: their evidence would decide nothing.
  const ofSources = lines.filter(({ id }) => sources.some((source) => sourceId(source) === id));
  const { domain, ticks, isCut } = evidenceAxis(ofSources, decisionLog10);
  return (
    <TimelineChart
      title={words.evidenceAgainst(ratioText(versions.map(({ weight }) => weight)))}
      atMs={atMs}
      lines={ofSources}
      valuesOf={({ evidenceLog10 }) => evidenceLog10}
      domain={domain}
      ticks={ticks}
      formatTick={(tick) => `${isCut && tick === domain[1] ? '> ' : ''}${powerOfTen(tick)}`}
      format={evidenceText}
      className="h-28"
    >
      <ReferenceLine
        y={decisionLog10}
        stroke="var(--ink-muted)"
        strokeDasharray="4 3"
        label={{
          value: words.decidedFrom(evidenceText(decisionLog10)),
          position: 'insideBottomRight',
          ...markText,
        }}
      />
      <ChangeMarks changes={changes} atMs={atMs} />
      {sources.map((source) => {
        const line = ofSources.find(({ id }) => id === sourceId(source));
        if (line === undefined || source.decidedAt === undefined || source.verdict.status !== 'mismatch')
          return null;
        const epochMs = Date.parse(source.decidedAt);
        return (
          <ReferenceDot
            key={line.id}
            x={epochMs / 1000}
            y={decisionLog10}
            r={3.5}
            fill="var(--surface)"
            stroke={line.look.color}
            strokeWidth={1.75}
            label={{
              value: words.decidedAt(source.workload, formatClockSeconds({ epochMs, zone })),
              position: epochMs > ((atMs[0] ?? 0) + (atMs.at(-1) ?? 0)) / 2 ? 'left' : 'right',
              dy: -9,
              fill: 'var(--ink)',
              fontSize: 11.5,
            }}
          />
        );
      })}
    </TimelineChart>
  );
}
