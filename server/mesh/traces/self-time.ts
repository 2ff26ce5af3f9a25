import type { SpanNode } from './span-forest.ts';
import type { TimesOf } from './span-times.ts';

/** Milliseconds of a span in which none of its children was at work; children at work at once count once. */
export function selfTime(node: SpanNode, timesOf: TimesOf): number {
  const { from, to } = timesOf(node);
  let covered = 0;
  let reached = from;
  const children = node.children.map(timesOf).sort((left, right) => left.from - right.from);
  for (const child of children) {
    const begin = Math.max(child.from, reached);
    const end = Math.min(child.to, to);
    if (end <= begin) continue;
    covered += end - begin;
    reached = end;
  }
  return Math.max(0, to - from - covered);
}
