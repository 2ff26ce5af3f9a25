import { z } from 'zod';
import { parseDurationSeconds } from '#lib/duration.ts';

const namespaceName = /^[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?$/;

/** A namespace in a route's path. */
export const namespacePart = z.string().regex(namespaceName, { error: 'is not a namespace name' });

/** The name of a workload, service, host or application in a route's path. */
export const namePart = z.string().regex(/^[\w.*:-]{1,253}$/, { error: 'is not a name' });

/** A name of Istio for a cluster; absent means the home cluster. */
export const clusterParameter = z.string().min(1).max(253).optional();

/** `*` (all that the caller may see) or names separated by commas. */
export const namespacesParameter = z
  .string()
  .default('*')
  .transform((text, context) => {
    if (text === '*') return '*' as const;
    const names = [...new Set(text.split(',').map((name) => name.trim()))].sort();
    const bad = names.find((name) => !namespaceName.test(name));
    if (bad !== undefined) {
      context.addIssue({ code: 'custom', message: `"${bad}" is not a namespace name` });
      return z.NEVER;
    }
    return names;
  });

/** A Prometheus duration such as `30s`, `10m`, `1h30m`; answers seconds, from 30 s up to 30 days. */
export const rangeParameter = z
  .string()
  .default('10m')
  .transform((text, context) => {
    const seconds = parseDurationSeconds(text);
    if (seconds === undefined || seconds < 30 || seconds > 30 * 86_400) {
      context.addIssue({
        code: 'custom',
        message: `"${text}" is not a duration between 30s and 30d, such as 10m`,
      });
      return z.NEVER;
    }
    return seconds;
  });

/** `now` or an RFC 3339 time; answers the word or epoch seconds. */
export const atParameter = z
  .string()
  .default('now')
  .transform((text, context) => {
    if (text === 'now') return 'now' as const;
    const isRfc3339 = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?(Z|[+-]\d{2}:\d{2})$/.test(text);
    const milliseconds = isRfc3339 ? Date.parse(text) : Number.NaN;
    if (Number.isNaN(milliseconds)) {
      context.addIssue({ code: 'custom', message: `"${text}" is neither "now" nor an RFC 3339 time` });
      return z.NEVER;
    }
    return milliseconds / 1000;
  });

/** `true` or `false`, nothing else. */
export function flagParameter(byDefault: boolean) {
  return z
    .enum(['true', 'false'])
    .default(byDefault ? 'true' : 'false')
    .transform((text) => text === 'true');
}

/** Words out of a fixed list, separated by commas. */
export function wordsParameter<const Word extends string>(words: readonly Word[]) {
  return z
    .string()
    .default('')
    .transform((text, context) => {
      const asked = text.split(',').filter((word) => word !== '');
      const bad = asked.find((word) => !words.some((known) => known === word));
      if (bad !== undefined) {
        context.addIssue({ code: 'custom', message: `"${bad}" is none of ${words.join(', ')}` });
        return z.NEVER;
      }
      return words.filter((word) => asked.includes(word));
    });
}
