import { escapeRegularExpression } from '#server/metrics/match-one-of.ts';
import type { Matcher } from '#server/metrics/query.ts';
import { isUnknown } from './traffic-ends.ts';

const literal = /^(?:[^\\^$.*+?()[\]{}|]|\\[^a-zA-Z0-9])*$/;

/** The values that a matcher allows, where it lists them one by one; undefined for any other condition. */
export function valuesOf({ is, value }: Matcher): string[] | undefined {
  if (is === '=') return [value];
  if (is !== '=~') return undefined;
  const parts = value.split(/(?<!\\)\|/);
  return parts.every((part) => literal.test(part))
    ? parts.map((part) => part.replaceAll(/\\(.)/g, '$1'))
    : undefined;
}

/** Whether a matcher asks for nothing but that nothing is known, which is a guess at no name. */
export function asksForUnknown(matcher: Matcher): boolean {
  return valuesOf(matcher)?.every(isUnknown) ?? false;
}

export function isOneOf(label: string, values: readonly string[]): Matcher {
  return { label, is: '=~', value: values.map(escapeRegularExpression).join('|') };
}

export function isNoneOf(label: string, values: readonly string[]): Matcher {
  return { ...isOneOf(label, values), is: '!~' };
}
