import { isObject } from '#lib/json/json.ts';
import type { JsonToken } from './json-lines.ts';
import { scalarTokens } from './scalar-tokens.ts';

const mark = (text: string): JsonToken => ({ kind: 'mark', text });

/** A value on one line, `{ "prefix": "/" }`; undefined where that needs more than `room` characters. */
export function inlineJson(value: unknown, room: number): JsonToken[] | undefined {
  const isList = Array.isArray(value);
  if (!isList && !isObject(value)) return fitting(scalarTokens(value), room);
  const entries = Object.entries(value);
  const [open, close] = isList ? ['[', ']'] : ['{', '}'];
  if (entries.length === 0) return [mark(`${open}${close}`)];
  const tokens = [mark(`${open} `)];
  for (const [index, [key, entry]] of entries.entries()) {
    if (index > 0) tokens.push(mark(', '));
    if (!isList) tokens.push({ kind: 'key', text: JSON.stringify(key) }, mark(': '));
    const inner = inlineJson(entry, room - widthOf(tokens) - 2);
    if (inner === undefined) return undefined;
    tokens.push(...inner);
  }
  return fitting([...tokens, mark(` ${close}`)], room);
}

function fitting(tokens: JsonToken[], room: number): JsonToken[] | undefined {
  return widthOf(tokens) <= room ? tokens : undefined;
}

export function widthOf(tokens: readonly JsonToken[]): number {
  return tokens.reduce((sum, { text }) => sum + text.length, 0);
}
