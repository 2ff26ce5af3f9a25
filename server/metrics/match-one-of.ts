import type { Matcher } from '#server/metrics/query.ts';

/** The condition that a label has one of the values, each taken literally. No value at all matches no series. */
export function matchOneOf(label: string, values: readonly string[]): Matcher {
  const [first, ...others] = [...new Set(values)];
  // A class of every character and its complement: nothing has the length one and matches it, in RE2 as elsewhere.
  if (first === undefined) return { label, is: '=~', value: '[^\\s\\S]' };
  if (others.length === 0) return { label, is: '=', value: first };
  return { label, is: '=~', value: [first, ...others].map(escapeRegularExpression).join('|') };
}

/** Text as a regular expression that matches exactly it, in RE2 (Prometheus) and in JavaScript. */
export function escapeRegularExpression(text: string): string {
  return text.replaceAll(/[\\^$.*+?()[\]{}|]/g, '\\$&');
}
