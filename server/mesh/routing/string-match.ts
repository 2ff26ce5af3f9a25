import { z } from 'zod';

/** Istio's StringMatch; an empty one asks only that the thing is there. */
export const stringMatchSchema = z.looseObject({
  exact: z.string().optional(),
  prefix: z.string().optional(),
  regex: z.string().optional(),
});

/** `/api` → `path begins with /api`. */
export function stringMatchWords(what: string, match: z.output<typeof stringMatchSchema>): string {
  if (match.exact !== undefined) return `${what} is ${quoted(match.exact)}`;
  if (match.prefix !== undefined) return `${what} begins with ${quoted(match.prefix)}`;
  if (match.regex !== undefined) return `${what} matches ${quoted(match.regex)}`;
  return `${what} is there`;
}

export function quoted(text: string): string {
  return text === '' || /\s/.test(text) ? `"${text}"` : text;
}
