import { isObject } from '#lib/json/json.ts';
import { inlineJson, widthOf } from './inline-json.ts';
import { scalarTokens } from './scalar-tokens.ts';

export type JsonTokenKind = 'key' | 'string' | 'number' | 'word' | 'mark' | 'note';
export type JsonToken = { kind: JsonTokenKind; text: string };
/** One line of indented JSON. */
export type JsonLine = { depth: number; tokens: readonly JsonToken[] };

/** Characters up to which an object or a list stays on one line. */
const lineWidth = 84;

/** JSON as it reads best: what is short on one line, else a line an entry; very long texts are cut and say so. */
export function jsonLines(value: unknown): JsonLine[] {
  const lines: JsonLine[] = [];
  write({ lines, depth: 0, before: [], value, isLast: true });
  return lines;
}

type Writing = {
  lines: JsonLine[];
  depth: number;
  before: readonly JsonToken[];
  value: unknown;
  isLast: boolean;
};

function write({ lines, depth, before, value, isLast }: Writing): void {
  const isList = Array.isArray(value);
  const comma = isLast ? '' : ',';
  const entries: [string | undefined, unknown][] = isList
    ? value.map((entry: unknown) => [undefined, entry])
    : isObject(value)
      ? Object.entries(value)
      : [];
  const [open, close] = isList ? ['[', ']'] : ['{', '}'];
  const inline = inlineJson(value, lineWidth - 2 * depth - widthOf(before));
  if (inline !== undefined || entries.length === 0) {
    const after: JsonToken[] = comma === '' ? [] : [mark(comma)];
    lines.push({ depth, tokens: [...before, ...(inline ?? scalarTokens(value)), ...after] });
  } else {
    lines.push({ depth, tokens: [...before, mark(open)] });
    for (const [index, [key, entry]] of entries.entries()) {
      const name: JsonToken[] =
        key === undefined ? [] : [{ kind: 'key', text: JSON.stringify(key) }, mark(': ')];
      write({
        lines,
        depth: depth + 1,
        before: name,
        value: entry,
        isLast: index === entries.length - 1,
      });
    }
    lines.push({ depth, tokens: [mark(`${close}${comma}`)] });
  }
}

function mark(text: string): JsonToken {
  return { kind: 'mark', text };
}
