import type { CanaryItem } from '#lib/contract/canaries.ts';
import { words as canaryWords } from '../words.ts';
import { words } from './words.ts';

type Sources = Pick<CanaryItem, 'sources' | 'unobserved'>;

/** Of the sources: how many agree with what is configured, which do not, and how many are not decided. */
export function agreementOf({ sources, unobserved }: Sources): {
  text: string;
  deviating: string[];
  undecided: number;
} {
  const agreeing = sources.filter(({ verdict }) => ['consistent', 'minor'].includes(verdict.status)).length;
  const deviating = sources.filter(({ verdict }) => verdict.status === 'mismatch');
  const count = sources.length;
  const undecided = count - agreeing - deviating.length;
  return {
    text: unobserved === undefined ? textOf({ agreeing, undecided, count }) : canaryWords.notObserved,
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
export function agreementText(item: Sources): string {
  const { text, deviating, undecided } = agreementOf(item);
  return [
    text,
    ...(deviating.length === 0 ? [] : [words.deviates(deviating)]),
    ...(undecided === 0 ? [] : [words.undecided(undecided)]),
  ].join('; ');
}
