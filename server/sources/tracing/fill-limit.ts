import type { TraceSummary } from '#lib/contract/traces.ts';
import { ViglaError } from '#server/errors.ts';

/** What one question brought; `count` is how many traces the store gave, and `fitting` those that are really asked for. */
export type Found = { fitting: TraceSummary[]; count: number; warnings: string[] };

const rounds = 3;
const growth = 4;
const mostAsked = 2000;

type Filled = { traces: TraceSummary[]; isCut: boolean; warnings: string[] };

/**
 * Asks a store for the newest traces until `limit` fit, or it has no more, or enough is asked. A store that ignores a
 * part of the question gives traces that do not fit; these are left out, and a warning says so. A store that gives no more
 * than it did (too much at once, more than it may) is not asked further.
 */
export async function fillLimit(limit: number, ask: (depth: number) => Promise<Found>): Promise<Filled> {
  // One more than needed tells whether there are more.
  let depth = Math.min(limit + 1, mostAsked);
  let found = await ask(depth);
  const isShort = () => found.fitting.length <= limit && found.count >= depth;
  for (let round = 2; round <= rounds && isShort() && depth < mostAsked; round++) {
    const deeper = Math.min(depth * growth, mostAsked);
    const more = await unlessRefused(ask(deeper));
    if (more === undefined) break;
    found = more;
    depth = deeper;
  }
  const { fitting, count, warnings } = found;
  const newestFirst = fitting.toSorted((left, right) => right.startMs - left.startMs);
  const left = count - fitting.length;
  return {
    traces: newestFirst.slice(0, limit),
    isCut: newestFirst.length > limit || count >= depth,
    warnings: left > 0 ? [...warnings, leftOut({ left, depth, isAll: !isShort() })] : warnings,
  };
}

async function unlessRefused(answer: Promise<Found>): Promise<Found | undefined> {
  try {
    return await answer;
  } catch (error) {
    if (error instanceof ViglaError) return undefined;
    throw error;
  }
}

function leftOut({ left, depth, isAll }: { left: number; depth: number; isAll: boolean }): string {
  const what = `The store cannot filter by all that was asked: ${left} of the traces it gave were left out here.`;
  return isAll ? what : `${what} Only the newest ${depth} were looked at; a shorter time range shows more.`;
}
