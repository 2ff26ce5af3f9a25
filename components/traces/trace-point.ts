import type { TraceSummary } from '#lib/contract/traces.ts';
import { unitSpace } from '#lib/format-number.ts';
import type { ResolvedRange } from '#lib/time-range.ts';

/** Nothing lasts 0 on a logarithmic scale. */
const shortestMs = 0.01;

export type TracePoint = { startMs: number; shownMs: number; spanCount: number; trace: TraceSummary };

/** Dots of the plot, those with errors apart. Traces of another time range, kept while the next is asked for, have none. */
export function tracePoints(
  traces: readonly TraceSummary[],
  { fromMs, toMs }: ResolvedRange,
): { fine: TracePoint[]; failed: TracePoint[] } {
  const within = traces.filter(({ startMs }) => startMs >= fromMs && startMs <= toMs);
  const points = within.map((trace) => ({
    startMs: trace.startMs,
    shownMs: Math.max(trace.durationMs, shortestMs),
    spanCount: trace.spanCount,
    trace,
  }));
  return {
    fine: points.filter(({ trace }) => trace.errorSpanCount === 0),
    failed: points.filter(({ trace }) => trace.errorSpanCount > 0),
  };
}

type DurationScale = { scale: 'linear' | 'log'; domain: [number, number]; ticks: number[] };

/** The plot's height: logarithmic once the longest is a hundred times the shortest, with ticks at round values. */
export function durationScale(durationsMs: readonly number[]): DurationScale {
  const longest = Math.max(...durationsMs, shortestMs);
  const shortest = Math.max(Math.min(...durationsMs), shortestMs);
  if (longest < shortest * 100) {
    const step = roundUp(longest / 4);
    const ticks = [0, 1, 2, 3, 4].map((count) => count * step);
    return { scale: 'linear', domain: [0, 4 * step], ticks };
  }
  const low = Math.floor(Math.log10(shortest));
  const high = Math.ceil(Math.log10(longest) + 1e-9);
  const ticks = Array.from({ length: high - low + 1 }, (_, index) => 10 ** (low + index));
  return { scale: 'log', domain: [10 ** low, 10 ** high], ticks };
}

/** The next of 1, 2, 2.5 and 5 times a power of ten. */
function roundUp(value: number): number {
  const power = 10 ** Math.floor(Math.log10(value));
  const factor = [1, 2, 2.5, 5, 10].find((candidate) => candidate * power >= value * (1 - 1e-9)) ?? 10;
  return factor * power;
}

/** `0.01 ms`, `100 ms`, `10 s`: the round values of the axis, without a rounding that would make two alike. */
export function formatTick(milliseconds: number): string {
  const isLong = milliseconds >= 1000;
  return `${Number((isLong ? milliseconds / 1000 : milliseconds).toPrecision(3))}${unitSpace}${isLong ? 's' : 'ms'}`;
}
