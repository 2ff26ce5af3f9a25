import type { SpanNode } from './span-forest.ts';

export type PlacedSpan = { node: SpanNode; depth: number };

/** Spans in the order in which they are drawn: each below its parent, depth first, children by start. */
export function orderSpans(roots: readonly SpanNode[]): PlacedSpan[] {
  const ordered: PlacedSpan[] = [];
  // A stack of our own: traces may be deeper than that of the language.
  const open: PlacedSpan[] = roots.map((node) => ({ node, depth: 0 })).reverse();
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    ordered.push(next);
    const depth = next.depth + 1;
    for (const child of next.node.children.toReversed()) open.push({ node: child, depth });
  }
  return ordered;
}
