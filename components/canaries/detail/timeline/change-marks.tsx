'use client';

import { ReferenceLine } from 'recharts';
import type { CanaryTimeline } from '#lib/contract/canary-timeline.ts';

type ChangeMarksProps = {
  changes: CanaryTimeline['changes'];
  atMs: readonly number[];
  /** Says what changed, beside the line. */
  hasText?: boolean;
};

/** Labels of changes that follow closely stand below each other, in so many rows. */
const labelRows = 3;

/** A line across the chart wherever the weights changed. */
export function ChangeMarks({ changes, atMs, hasText = false }: ChangeMarksProps) {
  const [first = 0] = atMs;
  const last = atMs.at(-1) ?? first;
  return changes
    .filter((change) => change.atMs >= first && change.atMs <= last)
    .map((change, index) => {
      const isLate = change.atMs > (first + last) / 2;
      return (
        <ReferenceLine
          key={`${change.atMs} ${change.text}`}
          x={change.atMs / 1000}
          stroke="var(--accent)"
          strokeWidth={1.25}
          {...(hasText && {
            label: {
              value: change.text,
              position: isLate ? 'insideTopRight' : 'insideTopLeft',
              dy: (index % labelRows) * 13 - 14,
              fill: 'var(--ink)',
              fontSize: 11.5,
            },
          })}
        />
      );
    });
}
