import type { Verdict } from './judge-answer.ts';

/** What came of the cases of one source. */
export type Tally = {
  seed?: number;
  cases: number;
  /** Answers of the source that were broken on their way. */
  mutated: number;
  /** Answers of Vigla, by `answered` or the code of the refusal. */
  outcomes: Map<string, number>;
  failures: string[];
  slowestMs: number;
  slowestCase: number;
};

export function emptyTally(): Tally {
  return { cases: 0, mutated: 0, outcomes: new Map(), failures: [], slowestMs: 0, slowestCase: 0 };
}

/** Counts one answer of Vigla; a failure with all that is needed to see it again. */
export function note(
  tally: Tally,
  { name, index }: { name: string; index: number },
  asked: string,
  verdict: Verdict,
): void {
  if ('outcome' in verdict)
    tally.outcomes.set(verdict.outcome, (tally.outcomes.get(verdict.outcome) ?? 0) + 1);
  else tally.failures.push(`${name}, VIGLA_FUZZ_CASE=${index}: ${asked} ${verdict.failure}`);
}

/** One line of figures. */
export function describeTally(name: string, tally: Tally): string {
  const outcomes = [...tally.outcomes].map(([outcome, count]) => `${count} ${outcome}`).join(', ');
  return (
    `${name} (VIGLA_FUZZ_SEED=${tally.seed}): ${tally.mutated} answers broken in ${tally.cases} cases; ` +
    `Vigla: ${outcomes}; ${tally.failures.length} failures; slowest case ${tally.slowestCase} with ` +
    `${Math.round(tally.slowestMs)} ms`
  );
}
