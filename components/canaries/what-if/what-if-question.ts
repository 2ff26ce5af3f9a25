import { type WhatIfQuery, whatIfQuery } from '#lib/contract/canary-what-if.ts';
import { words } from './words.ts';

export type WhatIfFields = { configured: string; actual: string; requestsPerSecond: string };

/** What the fields ask, or what is wrong with them, field by field. The rate may be left out. */
export function whatIfQuestion(
  fields: WhatIfFields,
): { question: WhatIfQuery } | { problems: Partial<Record<keyof WhatIfFields, string>> } {
  const { configured, actual, requestsPerSecond } = fields;
  const parsed = whatIfQuery.safeParse({
    configured: numeral(configured),
    actual: numeral(actual),
    ...(requestsPerSecond.trim() === '' ? {} : { requestsPerSecond: numeral(requestsPerSecond) }),
  });
  if (parsed.success) return { question: parsed.data };
  const wrong = new Set(parsed.error.issues.map(({ path: [field] }) => field));
  return {
    problems: {
      ...(wrong.has('configured') && { configured: words.notAShare }),
      ...(wrong.has('actual') && { actual: words.notAShare }),
      ...(wrong.has('requestsPerSecond') && { requestsPerSecond: words.notARate }),
    },
  };
}

/** Without its sign and spaces; what is empty is no number, though JavaScript takes it for 0. */
function numeral(text: string): string {
  const bare = text.replaceAll(/[\s%]/g, '');
  return bare === '' ? 'none' : bare;
}
