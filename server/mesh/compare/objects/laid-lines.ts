import type { ComparedLine } from '#lib/contract/compare-sides.ts';
import { formatQuantity } from '#lib/format-count.ts';
import { commonOrder } from '#server/mesh/proxy/drift/diff/common-order.ts';

/** Lines that are alike and shown round a change. */
const contextLines = 3;
const mostLines = 2_000;

/** Two texts as lines laid over each other; long stretches that are alike are folded. */
export function laidLines(before: string, after: string): ComparedLine[] {
  const [was, is] = [linesOf(before), linesOf(after)];
  const lines: ComparedLine[] = [];
  let [nextWas, nextIs] = [0, 0];
  for (const [wasAt, isAt] of [...commonOrder(was, is), [was.length, is.length] as const]) {
    for (const text of was.slice(nextWas, wasAt)) lines.push({ mark: 'before', text });
    for (const text of is.slice(nextIs, isAt)) lines.push({ mark: 'after', text });
    const [same] = is.slice(isAt, isAt + 1);
    if (same !== undefined) lines.push({ mark: 'same', text: same });
    [nextWas, nextIs] = [wasAt + 1, isAt + 1];
  }
  const folded = fold(lines);
  if (folded.length <= mostLines) return folded;
  const rest = folded.length - mostLines;
  return [
    ...folded.slice(0, mostLines),
    { mark: 'fold', text: `… ${formatQuantity(rest, 'more line', 'more lines')}` },
  ];
}

function linesOf(text: string): string[] {
  return text === '' ? [] : text.replace(/\n$/, '').split('\n');
}

/** A thing that is on one side only has nothing to fold. */
function fold(lines: readonly ComparedLine[]): ComparedLine[] {
  const changes = lines.flatMap(({ mark }, index) => (mark === 'same' ? [] : [index]));
  const isNear = new Set<number>();
  for (const index of changes)
    for (let near = index - contextLines; near <= index + contextLines; near++) isNear.add(near);
  const kept: ComparedLine[] = [];
  let hidden = 0;
  const flush = () => {
    if (hidden > 0) kept.push({ mark: 'fold', text: `… ${formatQuantity(hidden, 'line', 'lines')} alike` });
    hidden = 0;
  };
  for (const [index, line] of lines.entries())
    if (isNear.has(index)) {
      flush();
      kept.push(line);
    } else hidden += 1;
  flush();
  return kept;
}
