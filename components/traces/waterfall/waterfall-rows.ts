import type { TraceSpan } from '#lib/contract/traces.ts';

/** A span's line in the waterfall. */
export type WaterfallRow = {
  /** The span's id; ids that come twice are told apart by a number behind. */
  key: string;
  span: TraceSpan;
  /** Key of the span above it in the drawing. */
  parentKey: string | undefined;
  /** Spans below it, at any depth. */
  descendantCount: number;
};

/** All lines of a trace, in the order in which its spans come: parents before what is below them. */
export function waterfallRows(spans: readonly TraceSpan[]): WaterfallRow[] {
  const seen = new Map<string, number>();
  const open: { depth: number; row: WaterfallRow }[] = [];
  return spans.map((span) => {
    const count = (seen.get(span.spanId) ?? 0) + 1;
    seen.set(span.spanId, count);
    while ((open.at(-1)?.depth ?? -1) >= span.depth) open.pop();
    for (const { row } of open) row.descendantCount += 1;
    const row: WaterfallRow = {
      key: count === 1 ? span.spanId : `${span.spanId}.${count}`,
      span,
      parentKey: open.at(-1)?.row.key,
      descendantCount: 0,
    };
    open.push({ depth: span.depth, row });
    return row;
  });
}

/** Lines that show while what is below the collapsed ones is folded away. */
export function shownRows(
  rows: readonly WaterfallRow[],
  collapsed: ReadonlySet<string>,
): readonly WaterfallRow[] {
  if (collapsed.size === 0) return rows;
  const shown: WaterfallRow[] = [];
  for (let index = 0; index < rows.length; index += 1) {
    const row = rows[index];
    if (row === undefined) continue;
    shown.push(row);
    if (collapsed.has(row.key)) index += row.descendantCount;
  }
  return shown;
}

/** Keys of the lines above a line, nearest first. */
export function keysAbove(rows: readonly WaterfallRow[], key: string): string[] {
  const byKey = new Map(rows.map((row) => [row.key, row]));
  const above: string[] = [];
  let parent = byKey.get(key)?.parentKey;
  while (parent !== undefined) {
    above.push(parent);
    parent = byKey.get(parent)?.parentKey;
  }
  return above;
}
