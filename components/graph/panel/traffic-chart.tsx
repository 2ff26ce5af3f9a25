import { useId } from 'react';
import type { GraphSeries } from '#lib/contract/graph-series.ts';
import { formatBytesPerSecond } from '#lib/format-bytes.ts';
import { formatRate } from '#lib/format-rate.ts';
import { formatClock, type TimeZoneChoice } from '#lib/format-time.ts';
import { panelWords } from './panel-words.ts';

const size = { width: 348, height: 64, top: 10, bottom: 50 };

type Point = GraphSeries['points'][number];

/** Rate over the window with its errors below, in one small drawing; TCP shows bytes. */
export function TrafficChart({ series, zone }: { series: GraphSeries; zone: TimeZoneChoice }) {
  const titleId = useId();
  const isTcp = series.points.every((point) => point.requestsPerSecond === undefined);
  const rateOf = (point: Point) => (isTcp ? point.bytesPerSecond : point.requestsPerSecond);
  const known = series.points.flatMap((point) => rateOf(point) ?? []);
  const first = series.points[0];
  const last = series.points.at(-1);
  if (first === undefined || last === undefined || known.length === 0) {
    return <p className="text-xs text-ink-muted">{panelWords.noSeries}</p>;
  }
  const peak = roundUp(Math.max(...known));
  const format = isTcp ? formatBytesPerSecond : formatRate;
  const scale = { from: first.at, span: Math.max(1, last.at - first.at), peak };
  const errors = linesOf(series.points, (point) => (isTcp ? undefined : point.errorsPerSecond), scale);
  const shownErrors = series.points.some((point) => (point.errorsPerSecond ?? 0) > 0) ? errors : [];
  const middle = (first.at + last.at) / 2;
  const clock = (at: number) => formatClock({ epochMs: at * 1000, zone });
  return (
    <svg
      viewBox={`0 0 ${size.width} ${size.height}`}
      className="block w-full [&_text]:fill-ink-muted [&_text]:font-mono [&_text]:text-[10.5px]"
      role="img"
      aria-labelledby={titleId}
    >
      <title id={titleId}>{panelWords.chart(format(known.at(-1)), format(Math.max(...known)))}</title>
      <path d={`M0 ${size.bottom + 0.5}H${size.width}`} className="stroke-border" />
      <path d={`M0 ${size.top + 0.5}H${size.width}`} className="stroke-border" strokeDasharray="2 3" />
      {shownErrors.map((line) => (
        <path key={line} d={`${line} V${size.bottom} H${startOf(line)} Z`} className="fill-mark-fail/20" />
      ))}
      {linesOf(series.points, rateOf, scale).map((line) => (
        <path key={line} d={line} fill="none" className="stroke-mark-tcp" strokeWidth={1.5} />
      ))}
      {shownErrors.map((line) => (
        <path key={line} d={line} fill="none" className="stroke-mark-fail" strokeWidth={1.5} />
      ))}
      <text x={size.width} y={8} textAnchor="end">
        {format(peak)}
      </text>
      <text x={0} y={62}>
        {clock(first.at)}
      </text>
      <text x={size.width / 2} y={62} textAnchor="middle">
        {clock(middle)}
      </text>
      <text x={size.width} y={62} textAnchor="end">
        {clock(last.at)}
      </text>
    </svg>
  );
}

type Scale = { from: number; span: number; peak: number };

/** One path for each unbroken run of known values. */
function linesOf(
  points: readonly Point[],
  read: (point: Point) => number | undefined,
  scale: Scale,
): string[] {
  const lines: string[] = [];
  let isOpen = false;
  for (const point of points) {
    const value = read(point);
    if (value === undefined) {
      isOpen = false;
      continue;
    }
    const x = (((point.at - scale.from) / scale.span) * size.width).toFixed(1);
    const y = (size.bottom - (value / scale.peak) * (size.bottom - size.top)).toFixed(1);
    if (isOpen) lines.push(`${lines.pop() ?? ''} L${x} ${y}`);
    else lines.push(`M${x} ${y}`);
    isOpen = true;
  }
  return lines;
}

/** The next number that reads well, so that the line stays below its label: 1.7 becomes 2. */
function roundUp(value: number): number {
  if (value <= 0) return 1;
  const unit = 10 ** Math.floor(Math.log10(value));
  const step = [1.2, 1.5, 2, 3, 4, 5, 6, 8].find((factor) => value <= factor * unit * 0.98) ?? 10;
  return step * unit;
}

function startOf(line: string): string {
  return line.slice(1, line.indexOf(' '));
}
