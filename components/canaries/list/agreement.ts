import type { CanarySourceSummary } from '#lib/contract/canaries.ts';
import { words } from './words.ts';

/** Of the sources: how many agree with what is configured, which do not, and how many are not decided. */
export function agreementOf(sources: readonly CanarySourceSummary[]): {
  text: string;
  deviating: string[];
  undecided: number;
} {
  const agreeing = sources.filter(({ verdict }) => ['consistent', 'minor'].includes(verdict.status)).length;
  const deviating = sources.filter(({ verdict }) => verdict.status === 'mismatch');
  const count = sources.length;
  const undecided = count - agreeing - deviating.length;
  return {
    text: textOf({ agreeing, undecided, count }),
    deviating: deviating.map(({ workload }) => workload),
    // Said already where there is nothing else to say.
    undecided: undecided === count ? 0 : undecided,
  };
}

function textOf({ agreeing, undecided, count }: { agreeing: number; undecided: number; count: number }) {
  if (count === 0) return words.noSource;
  if (undecided === count) return words.undecided(count);
  return agreeing === count ? words.allAgree(count) : words.someAgree(agreeing, count);
}

/** The same in one line: `3 of 4 agree; mismatch: checkout`. */
export function agreementText(sources: readonly CanarySourceSummary[]): string {
  const { text, deviating, undecided } = agreementOf(sources);
  return [
    text,
    ...(deviating.length === 0 ? [] : [words.deviates(deviating)]),
    ...(undecided === 0 ? [] : [words.undecided(undecided)]),
  ].join('; ');
}
