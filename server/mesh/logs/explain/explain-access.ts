import type { Explanation } from '#lib/contract/evidence.ts';
import type { AccessLog } from '#lib/contract/logs.ts';
import { responseFlags } from '#lib/response-flags.ts';

/** What a failing access line means and what to check next; undefined for one that tells of no failure. */
export function explainAccess(access: AccessLog): Explanation | undefined {
  const known = access.responseFlags.flatMap((flag) => responseFlags[flag] ?? []);
  if (known.length === 0) return undefined;
  return {
    text: known.map(({ meaning }) => meaning).join(' '),
    fix: known.map(({ next }) => next).join(' '),
    evidence: [],
  };
}
