import { z } from 'zod';
import { parseDurationSeconds } from '#lib/duration.ts';

/** A time such as `20s`, in milliseconds. */
export const duration = z.string().transform((text, context) => {
  const seconds = parseDurationSeconds(text);
  if (seconds === undefined || seconds === 0) {
    context.addIssue({ code: 'custom', message: `"${text}" is not a duration such as 20s` });
    return z.NEVER;
  }
  return seconds * 1000;
});
