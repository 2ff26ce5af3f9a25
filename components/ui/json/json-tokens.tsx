import { Fragment } from 'react';
import type { JsonToken, JsonTokenKind } from './json-lines.ts';
import { markedParts } from './marked-parts.ts';

const colours: Record<JsonTokenKind, string> = {
  key: 'text-accent',
  string: 'text-ok',
  number: 'text-tcp',
  word: 'text-warn',
  mark: 'text-ink-muted',
  note: 'text-ink-muted italic',
};

type JsonTokensProps = { tokens: readonly JsonToken[]; highlight?: readonly string[] | undefined };

/** A line of JSON in colours, with the texts looked for marked in it. */
export function JsonTokens({ tokens, highlight = [] }: JsonTokensProps) {
  let column = 0;
  return tokens.map(({ kind, text }) => {
    const start = column;
    column += text.length;
    return (
      <span key={start} className={colours[kind]}>
        <MarkedText text={text} highlight={highlight} />
      </span>
    );
  });
}

/** A text with every occurrence of some others marked, whatever their letters' case. */
export function MarkedText({ text, highlight }: { text: string; highlight: readonly string[] }) {
  return markedParts(text, highlight).map(({ start, text: part, isMarked }) =>
    isMarked ? (
      <mark key={start} className="rounded-[2px] bg-mark-warn/30 text-ink">
        {part}
      </mark>
    ) : (
      <Fragment key={start}>{part}</Fragment>
    ),
  );
}
