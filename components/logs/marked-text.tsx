import { type Finder, pieces } from './highlight-ranges.ts';

/** A text with what was searched for marked in it. */
export function MarkedText({ text, find }: { text: string; find: Finder }) {
  const ranges = find(text);
  if (ranges.length === 0) return text;
  let at = 0;
  return pieces(text, ranges).map((piece) => {
    const start = at;
    at += piece.text.length;
    return piece.isMarked ? (
      <mark key={start} className="rounded-[2px] bg-mark-warn/30 text-ink">
        {piece.text}
      </mark>
    ) : (
      piece.text
    );
  });
}
