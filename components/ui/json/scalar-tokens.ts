import { formatCount } from '#lib/format-count.ts';
import type { JsonToken } from './json-lines.ts';

/** Certificates and inline programs: their whole text is what the copy button gives. */
const longestText = 400;

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
