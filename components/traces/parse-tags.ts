export type Tag = { key: string; value: string };
type TagsAnswer = { tags: Tag[] } | { problem: string };

/**
 * Reads `key=value` pairs separated by spaces, such as `http.status_code=503 note="two words"`; inside double quotes
 * a backslash keeps the next sign. Answers the pairs, or a sentence that says what is wrong.
 */
export function parseTags(text: string): TagsAnswer {
  const tags: Tag[] = [];
  let rest = text.trim();
  while (rest !== '') {
    const key = /^[^\s="]*/.exec(rest)?.[0] ?? '';
    const afterKey = rest.slice(key.length);
    if (key === '') return { problem: `“${firstWord(rest)}” has no key: write key=value.` };
    if (!afterKey.startsWith('=')) {
      return { problem: `“${firstWord(rest)}” is no pair: write key=value, such as http.status_code=503.` };
    }
    const taken = takeValue(afterKey.slice(1));
    if ('problem' in taken) return { problem: `${taken.problem} of “${key}”.` };
    if (tags.some((tag) => tag.key === key)) return { problem: `“${key}” is asked for twice.` };
    tags.push({ key, value: taken.value });
    rest = taken.rest.trim();
  }
  return { tags };
}

function takeValue(text: string): { value: string; rest: string } | { problem: string } {
  if (!text.startsWith('"')) {
    const value = /^[^\s"]*/.exec(text)?.[0] ?? '';
    const rest = text.slice(value.length);
    if (value === '') return { problem: 'There is no value behind the =' };
    return rest.startsWith('"') ? { problem: 'A quotation mark stands inside the value' } : { value, rest };
  }
  const quoted = /^"((?:[^"\\]|\\.)*)"/.exec(text);
  if (quoted === null) return { problem: 'The quotation mark is not closed in the value' };
  const rest = text.slice(quoted[0].length);
  if (/^\S/.test(rest)) return { problem: 'A space is missing behind the value' };
  return { value: (quoted[1] ?? '').replace(/\\(.)/g, '$1'), rest };
}

/** The text that reads as these pairs. */
export function printTags(tags: readonly Tag[]): string {
  return tags.map(({ key, value }) => `${key}=${printValue(value)}`).join(' ');
}

function printValue(value: string): string {
  return /^[^\s"\\]+$/.test(value) ? value : `"${value.replace(/["\\]/g, '\\$&')}"`;
}

function firstWord(text: string): string {
  return /^\S+/.exec(text)?.[0] ?? text;
}
