import { flagAt, objectAt, textAt } from '#server/mesh/proxy/json/json.ts';

/** Envoy's StringMatcher in words: `is "a"`, `starts with "a"`, `matches` and a regular expression. */
export function stringMatchWords(matcher: unknown): string {
  const found = rules.find(({ field }) => textAt(matcher, field) !== undefined);
  const regex = textAt(matcher, 'safe_regex', 'regex') ?? textAt(matcher, 'regex');
  const words =
    found !== undefined
      ? `${found.verb} ${JSON.stringify(textAt(matcher, found.field))}`
      : regex !== undefined
        ? `matches /${regex}/`
        : objectAt(matcher, 'custom') !== undefined
          ? 'fits a matcher of its own'
          : 'is ""';
  return flagAt(matcher, 'ignore_case') ? `${words} in any case` : words;
}

const rules = [
  { field: 'exact', verb: 'is' },
  { field: 'prefix', verb: 'starts with' },
  { field: 'suffix', verb: 'ends with' },
  { field: 'contains', verb: 'contains' },
] as const;
