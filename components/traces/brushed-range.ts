import { type ResolvedRange, type TimeRange, toAbsoluteRange } from '#lib/time-range.ts';

/** The plot's area: its left and right edge, in pixels of the page. */
type PlotEdges = { left: number; right: number };

const leastMs = 30_000;

/** The moment below a pixel; pixels beside the plot count as its edges. */
export function momentAt(x: number, { left, right }: PlotEdges, { fromMs, toMs }: ResolvedRange): number {
  const share = right <= left ? 0 : Math.min(1, Math.max(0, (x - left) / (right - left)));
  return fromMs + share * (toMs - fromMs);
}

/** The time range between two moments in either order, to the second; never shorter than a page's range may be. */
export function brushedRange(oneMs: number, otherMs: number): TimeRange {
  const fromMs = Math.floor(Math.min(oneMs, otherMs) / 1000) * 1000;
  const toMs = Math.ceil(Math.max(oneMs, otherMs) / 1000) * 1000;
  const missing = Math.max(0, leastMs - (toMs - fromMs));
  const before = Math.ceil(missing / 2000) * 1000;
  return toAbsoluteRange({ fromMs: fromMs - before, toMs: Math.max(toMs, fromMs - before + leastMs) });
}
