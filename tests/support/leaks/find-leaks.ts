import type { HiddenNames } from './hidden-names.ts';

export type Leak = { name: string; field: string; text: string };

/** Every text of a JSON document, its keys among them, with the names of the fields that lead to it. */
function* textsIn(value: unknown, field = ''): Generator<{ field: string; text: string; isKey?: boolean }> {
  if (typeof value === 'string') yield { field, text: value };
  else if (Array.isArray(value)) for (const one of value) yield* textsIn(one, `${field}[]`);
  else if (typeof value === 'object' && value !== null)
    for (const [key, one] of Object.entries(value)) {
      const inner = field === '' ? key : `${field}.${key}`;
      yield { field: inner, text: key, isKey: true };
      yield* textsIn(one, inner);
    }
}

/** Where hidden names stand in a document, the fields left out that `isExempt` allows. */
export function findLeaks(
  document: unknown,
  { telling, namespaces, common }: HiddenNames,
  isExempt: (field: string) => boolean,
): Leak[] {
  const leaks: Leak[] = [];
  for (const { field, text, isKey = false } of textsIn(document)) {
    if (isExempt(field)) continue;
    for (const word of new Set(text.match(/[A-Za-z0-9]+(?:-[A-Za-z0-9]+)*/g) ?? [])) {
      const isWhole = text === word && ((common.has(word) && !isKey) || namespaces.has(word));
      if (telling.has(word) || isWhole || (namespaces.has(word) && isPart(text, word)))
        leaks.push({ name: word, field, text: text.slice(0, 160) });
    }
  }
  return leaks;
}

/** As a part of an address or of a name of several parts, not as a word of a sentence. */
function isPart(text: string, word: string): boolean {
  return new RegExp(`[./~|"]${word}(?![\\w-])|(?<![\\w-])${word}[/~|"]|(?<![\\w-])${word}\\.\\w`).test(text);
}

/** The documents in an answer: one, one for each event of a stream, or one for each line of a file. */
export function documentsIn(text: string): unknown[] {
  const lines = text.split('\n');
  if (/^(retry|data|id|event|:)/.test(text))
    return lines.flatMap((line) =>
      line.startsWith('data: ') ? [JSON.parse(line.slice('data: '.length))] : [],
    );
  const isLines = lines.length > 1 && lines.every((line) => line === '' || /^[{[].*[}\]]$/.test(line));
  return isLines
    ? lines.flatMap((line) => (line === '' ? [] : [JSON.parse(line)]))
    : text === ''
      ? []
      : [JSON.parse(text)];
}
