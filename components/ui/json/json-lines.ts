import { formatCount } from '#lib/format-count.ts';
import { isObject } from '#lib/json/json.ts';

export type JsonTokenKind = 'key' | 'string' | 'number' | 'word' | 'mark' | 'note';
export type JsonToken = { kind: JsonTokenKind; text: string };
/** One line of indented JSON. */
export type JsonLine = { depth: number; tokens: readonly JsonToken[] };

/** Certificates and inline programs: their whole text is what the copy button gives. */
const longestText = 400;

/** JSON as it is written, a line an entry; very long texts are cut and say so. */
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
  if (!isList && !isObject(value)) {
    const after: JsonToken[] = comma === '' ? [] : [mark(comma)];
    lines.push({ depth, tokens: [...before, ...scalarTokens(value), ...after] });
  } else if (entries.length === 0) {
    lines.push({ depth, tokens: [...before, mark(`${open}${close}${comma}`)] });
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

/** A text, a number or a word of JSON. */
export function scalarTokens(value: unknown): JsonToken[] {
  if (typeof value === 'number') return [{ kind: 'number', text: String(value) }];
  if (typeof value !== 'string') return [{ kind: 'word', text: String(value) }];
  if (value.length <= longestText) return [{ kind: 'string', text: JSON.stringify(value) }];
  const start = JSON.stringify(value.slice(0, longestText)).slice(0, -1);
  return [
    { kind: 'string', text: `${start}…"` },
    { kind: 'note', text: ` ${formatCount(value.length)} characters` },
  ];
}
