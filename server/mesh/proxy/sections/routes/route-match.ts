import { textAt } from '#server/mesh/proxy/json/json.ts';

/** The path of a route's match in istioctl's words: `/api*`, `PathPrefix:/api`, `/api`, `regex /a.*`. */
export function routeMatch(match: unknown): string {
  const path = kinds.flatMap(({ at, text }) => {
    const value = textAt(match, ...at);
    return value === undefined || value === '' ? [] : [text(value)];
  });
  return path.join(' ');
}

const kinds: readonly { at: readonly string[]; text: (value: string) => string }[] = [
  { at: ['prefix'], text: (value) => `${value}*` },
  { at: ['path_separated_prefix'], text: (value) => `PathPrefix:${value}` },
  { at: ['path'], text: (value) => value },
  { at: ['safe_regex', 'regex'], text: (value) => `regex ${value}` },
  // Envoy before 1.15.
  { at: ['regex'], text: (value) => `regex ${value}` },
];
