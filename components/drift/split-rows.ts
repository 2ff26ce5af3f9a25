import type { DifferenceLine } from '#lib/contract/drift.ts';

/** One row of two columns; a side that has nothing there is absent. */
export type SplitRow = { own: DifferenceLine | undefined; other: DifferenceLine | undefined };

/** Lines laid side by side: what is alike stands in both columns, a change beside what it replaces. */
export function splitRows(lines: readonly DifferenceLine[]): SplitRow[] {
  const rows: SplitRow[] = [];
  let own: DifferenceLine[] = [];
  let other: DifferenceLine[] = [];
  const flush = () => {
    for (let index = 0; index < Math.max(own.length, other.length); index++)
      rows.push({ own: own[index], other: other[index] });
    [own, other] = [[], []];
  };
  for (const line of lines) {
    if (line.mark === 'right') {
      // A new change begins: the one before has both its sides.
      if (other.length > 0) flush();
      own.push(line);
    } else if (line.mark === 'left') other.push(line);
    else {
      flush();
      rows.push({ own: line, other: line });
    }
  }
  flush();
  return rows;
}
