'use client';

import Link from 'next/link';
import { usePlotArea, useXAxisScale, useYAxisScale, ZIndexLayer } from 'recharts';
import { useScopedAddress } from '#components/ui/scope/use-scoped-address.ts';
import type { Dot } from './dots.ts';

const aboveLines = 1100;
const size = 3.5;

/** Single requests over the lines, each a link to its trace. The traces tab has the same for keyboards. */
export function DotsLayer({ dots, peak }: { dots: readonly Dot[]; peak: number }) {
  const area = usePlotArea();
  const xOf = useXAxisScale();
  const yOf = useYAxisScale();
  const address = useScopedAddress();
  if (area === undefined || xOf === undefined || yOf === undefined) return null;
  return (
    <ZIndexLayer zIndex={aboveLines}>
      {dots.map((dot) => {
        const x = Number(xOf(dot.at));
        if (!(x >= area.x && x <= area.x + area.width)) return null;
        const isAbove = dot.value > peak;
        const y = isAbove ? area.y + size : Number(yOf(dot.value));
        const mark = <Mark dot={dot} x={x} y={y} isAbove={isAbove} />;
        if (dot.traceId === undefined) return <g key={dot.key}>{mark}</g>;
        return (
          <Link
            key={dot.key}
            href={address(`/traces/${dot.traceId}`)}
            tabIndex={-1}
            aria-label={dot.title}
            prefetch={false}
          >
            {mark}
          </Link>
        );
      })}
    </ZIndexLayer>
  );
}

type MarkProps = { dot: Dot; x: number; y: number; isAbove: boolean };

/** A circle for a trace, crossed where it has errors; a diamond for an exemplar; a triangle for what lies above. */
function Mark({ dot, x, y, isAbove }: MarkProps) {
  const color = dot.isError ? 'var(--mark-fail)' : 'var(--ink-muted)';
  const diamond = `M${x} ${y - size}L${x + size} ${y}L${x} ${y + size}L${x - size} ${y}Z`;
  const triangle = `M${x} ${y - size}L${x + size} ${y + size}H${x - size}Z`;
  const cross = `M${x - size} ${y - size}L${x + size} ${y + size}M${x + size} ${y - size}L${x - size} ${y + size}`;
  const shape = isAbove ? triangle : dot.isError ? cross : dot.kind === 'exemplar' ? diamond : undefined;
  return (
    <g className="cursor-pointer opacity-70 hover:opacity-100" data-kind={dot.kind}>
      <title>{dot.title}</title>
      <circle cx={x} cy={y} r={7} fill="transparent" />
      {shape === undefined ? (
        <circle cx={x} cy={y} r={size - 0.5} fill="var(--surface)" stroke={color} strokeWidth={1.25} />
      ) : (
        <path d={shape} fill={dot.isError && !isAbove ? 'none' : color} stroke={color} strokeWidth={1.5} />
      )}
    </g>
  );
}
