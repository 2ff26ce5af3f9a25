import { z } from 'zod';

const jsonObject = z.string().transform((text, context): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    context.addIssue({ code: 'custom', message: 'is not JSON' });
    return z.NEVER;
  }
});

/** A line that is a JSON object or list, one field a line; undefined for any other. */
export function prettyJson(text: string): string | undefined {
  if (!/^\s*[[{]/.test(text)) return undefined;
  const parsed = jsonObject.safeParse(text);
  return parsed.success ? JSON.stringify(parsed.data, undefined, 2) : undefined;
}
