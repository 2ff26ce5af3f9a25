import type { Span, Trace, TraceSummary } from '#lib/contract/traces.ts';
import { formatCount, formatQuantity } from '#lib/format-count.ts';
import { summariseSpans } from '#lib/traces/summarise-spans.ts';
import { clockOf } from './clock-of.ts';
import { clockSkews, isOutsideCaller } from './clock-skew.ts';
import { criticalPath } from './critical-path.ts';
import { oddities } from './oddities.ts';
import { orderSpans, type PlacedSpan } from './order-spans.ts';
import { selfTime } from './self-time.ts';
import { shallowest } from './shallowest.ts';
import { type SpanNode, spanForest } from './span-forest.ts';
import { type Interval, timesWith } from './span-times.ts';

/** A span with its place in the drawing. `critical` is in drawn time, with `skewMs` added. */
export type DrawnSpan = PlacedSpan & { skewMs: number; selfMs: number; critical: Interval[] };

export type DrawnTrace = { summary: TraceSummary; spans: DrawnSpan[]; remarks: Trace['remarks'] };

/** More spans than this are a burden to every screen. */
export const mostSpansDrawn = 10_000;

/**
 * The waterfall of a trace: every span once, in the order in which it is drawn, with corrected clocks, its own time and
 * its part of the critical path. What is odd stands at the spans, and about the trace as a whole in `remarks`. Undefined
 * without spans.
 */
export function drawTrace(spans: readonly Span[]): DrawnTrace | undefined {
  const { nodes, roots, copies } = spanForest(spans);
  const ordered = orderSpans(roots);
  const skews = clockSkews(ordered);
  const skewOf = ({ span }: SpanNode) => skews.get(clockOf(span)) ?? 0;
  const timesOf = timesWith(skewOf);
  for (const node of nodes) {
    node.children.sort((left, right) => timesOf(left).from - timesOf(right).from);
    if (isOutsideCaller(node)) node.oddities.push(oddities.clockSkew(skewOf(node)));
  }
  const summary = summariseSpans(
    nodes.map(({ span }) => ({ ...span, startMs: span.startMs + (skews.get(clockOf(span)) ?? 0) })),
  );
  if (summary === undefined) return undefined;
  const critical = criticalPath(roots, timesOf);
  const drawn = shallowest(
    orderSpans(roots.toSorted((left, right) => timesOf(left).from - timesOf(right).from)),
    mostSpansDrawn,
  );
  return {
    summary,
    spans: drawn.map(({ node, depth }) => ({
      node,
      depth,
      skewMs: skewOf(node),
      selfMs: selfTime(node, timesOf),
      critical: critical.get(node) ?? [],
    })),
    remarks: remarksOn(nodes, { copies, clocks: skews.size, drawn: drawn.length }),
  };
}

type Found = { copies: number; clocks: number; drawn: number };

function remarksOn(nodes: readonly SpanNode[], { copies, clocks, drawn }: Found): Trace['remarks'] {
  const withOddity = (code: string) =>
    nodes.filter((node) => node.oddities.some((oddity) => oddity.code === code)).length;
  const missing = withOddity('missingParent');
  const circles = withOddity('cycle');
  const doubled = withOddity('duplicateId');
  const remarks = [
    missing > 0 && {
      code: 'missingParent',
      text: `The store does not have the parent of ${formatQuantity(missing, 'span')}, so the trace is not whole.`,
    },
    circles > 0 && {
      code: 'cycle',
      text: `Parents of ${formatQuantity(circles, 'span')} lead back to the span itself; these circles were opened.`,
    },
    doubled > 0 && {
      code: 'duplicateId',
      text: `The id of ${formatQuantity(doubled, 'span')} is another span's as well.`,
    },
    copies > 0 && {
      code: 'copies',
      text: `${formatQuantity(copies, 'exact copy', 'exact copies')} of spans left out.`,
    },
    clocks > 0 && {
      code: 'clockSkew',
      text: `Clocks disagree: the spans of ${formatQuantity(clocks, 'place')} lie outside their callers' and are drawn where they fit. Durations are as they were measured.`,
    },
    drawn < nodes.length && {
      code: 'cut',
      text: `The trace has ${formatCount(nodes.length)} spans. The ${formatCount(drawn)} nearest to its beginning are shown; what lies deeper counts in the figures, but is not drawn.`,
    },
  ];
  return remarks.filter((remark) => remark !== false);
}
