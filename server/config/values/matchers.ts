import { z } from 'zod';
import { parseMatchers } from '#server/metrics/parse-matchers.ts';

/** Label matchers as PromQL writes them. */
export const matchers = z.string().transform((text, context) => {
  const parsed = parseMatchers(text);
  if (parsed === undefined) {
    context.addIssue({ code: 'custom', message: 'must be label matchers such as cluster="east",tenant="a"' });
    return z.NEVER;
  }
  return parsed;
});
