import type { SpanNode } from './span-forest.ts';
import type { Interval, SpanTimes, TimesOf } from './span-times.ts';

type Step = { node: SpanNode | undefined; children: readonly SpanNode[]; window: SpanTimes };

/**
 * The parts of each span that the end of the trace waited for, by the method of Jaeger's critical path: from a span's end
 * backwards, the child that ended last is what was waited for, before its beginning the one that ended last until then,
 * and what no child accounts for is the span's own. The parts of all spans together never overlap. Several roots are
 * taken as children of the trace.
 */
export function criticalPath(
  roots: readonly SpanNode[],
  timesOf: TimesOf,
): ReadonlyMap<SpanNode, Interval[]> {
  const found = new Map<SpanNode, Interval[]>();
  const open: Step[] = [{ node: undefined, children: roots, window: spanning(roots, timesOf) }];
  for (let step = open.pop(); step !== undefined; step = open.pop()) {
    const own: Interval[] = [];
    const { from, to } = step.window;
    let until = to;
    const latestFirst = step.children.toSorted((left, right) => timesOf(right).to - timesOf(left).to);
    for (const child of latestFirst) {
      const times = timesOf(child);
      // Of what ends after its parent only the part inside was waited for.
      const end = until === to ? Math.min(times.to, to) : times.to;
      const begin = Math.max(times.from, from);
      if (end > until || end <= begin) continue;
      if (end < until) own.push([end, until]);
      open.push({ node: child, children: child.children, window: { from: begin, to: end } });
      until = begin;
    }
    if (until > from) own.push([from, until]);
    if (step.node !== undefined && own.length > 0) found.set(step.node, own.reverse());
  }
  return found;
}

function spanning(roots: readonly SpanNode[], timesOf: TimesOf): SpanTimes {
  let from = Number.POSITIVE_INFINITY;
  let to = Number.NEGATIVE_INFINITY;
  for (const root of roots) {
    const times = timesOf(root);
    from = Math.min(from, times.from);
    to = Math.max(to, times.to);
  }
  return { from, to };
}
