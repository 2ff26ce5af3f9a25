import type { Matcher } from './query.ts';

const matcherPattern = /\s*([a-zA-Z_][a-zA-Z0-9_]*)\s*(=~|!~|!=|=)\s*"((?:[^"\\]|\\.)*)"\s*(,|$)/y;
const escapes: Record<string, string> = { n: '\n', '\\': '\\', '"': '"' };

/** Reads `cluster="east",tenant=~"a|b"` as PromQL would; undefined when the text is something else. */
export function parseMatchers(text: string): Matcher[] | undefined {
  const matchers: Matcher[] = [];
  let position = 0;
  while (position < text.length) {
    matcherPattern.lastIndex = position;
    const found = matcherPattern.exec(text);
    if (found === null) return undefined;
    const [whole, label = '', is, value = ''] = found;
    if (is !== '=' && is !== '!=' && is !== '=~' && is !== '!~') return undefined;
    matchers.push({
      label,
      is,
      value: value.replaceAll(/\\(.)/g, (_, letter: string) => escapes[letter] ?? letter),
    });
    position += whole.length;
  }
  return matchers;
}
