import { oddities } from './oddities.ts';
import type { SpanNode } from './span-forest.ts';

/** Opens every circle of parents at its earliest span, which becomes a root. Each span is looked at a fixed number of times. */
export function breakCycles(nodes: readonly SpanNode[]): void {
  const settled = new Set<SpanNode>();
  for (const start of nodes) {
    const path: SpanNode[] = [];
    const onPath = new Set<SpanNode>();
    let node: SpanNode | undefined = start;
    while (node !== undefined && !settled.has(node) && !onPath.has(node)) {
      path.push(node);
      onPath.add(node);
      node = node.parent;
    }
    if (node !== undefined && onPath.has(node)) openAtEarliest(path.slice(path.indexOf(node)));
    for (const one of path) settled.add(one);
  }
}

function openAtEarliest(circle: readonly SpanNode[]): void {
  const [first] = circle.toSorted((left, right) => left.span.startMs - right.span.startMs);
  if (first === undefined) return;
  first.parent = undefined;
  first.oddities.push(oddities.cycle());
}
