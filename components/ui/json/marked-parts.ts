export type MarkedPart = { start: number; text: string; isMarked: boolean };

/** A text in parts, marked where one of the others stands in it, whatever their letters' case. Empty texts mark nothing. */
export function markedParts(text: string, marks: readonly string[]): MarkedPart[] {
  const wanted = marks.filter((mark) => mark !== '').map((mark) => mark.toLowerCase());
  const lower = text.toLowerCase();
  const parts: MarkedPart[] = [];
  let from = 0;
  // A letter whose small form is longer would shift every place after it.
  while (from < text.length && lower.length === text.length) {
    const [next] = wanted
      .map((mark) => ({ start: lower.indexOf(mark, from), length: mark.length }))
      .filter(({ start }) => start >= 0)
      .sort((left, right) => left.start - right.start || right.length - left.length);
    if (next === undefined) break;
    if (next.start > from) parts.push({ start: from, text: text.slice(from, next.start), isMarked: false });
    from = next.start + next.length;
    parts.push({ start: next.start, text: text.slice(next.start, from), isMarked: true });
  }
  if (from < text.length) parts.push({ start: from, text: text.slice(from), isMarked: false });
  return parts;
}
