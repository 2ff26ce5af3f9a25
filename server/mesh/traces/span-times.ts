import type { SpanNode } from './span-forest.ts';

/** Beginning and end of a span as it is drawn, epoch milliseconds. */
export type SpanTimes = { from: number; to: number };
export type TimesOf = (node: SpanNode) => SpanTimes;
export type Interval = [number, number];

export function timesWith(skewOf: (node: SpanNode) => number): TimesOf {
  const known = new Map<SpanNode, SpanTimes>();
  return (node) => {
    let times = known.get(node);
    if (times === undefined) {
      const from = node.span.startMs + skewOf(node);
      times = { from, to: from + node.span.durationMs };
      known.set(node, times);
    }
    return times;
  };
}
