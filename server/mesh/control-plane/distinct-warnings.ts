import type { Warning } from '#lib/contract/envelope.ts';

/** Each message once: a replica that is gone fails every question in the same words. */
export function distinctWarnings(warnings: readonly Warning[]): Warning[] {
  return [...new Map(warnings.map((warning) => [warning.message, warning])).values()];
}
