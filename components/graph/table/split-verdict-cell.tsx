import { VerdictWordPanel } from '#components/canaries/verdict-word-panel.tsx';
import { type CanaryStatus, canaryStatuses } from '#lib/contract/canaries.ts';
import type { EdgeVerdict } from '../split-verdicts.ts';
import { callerNames, splitWords } from '../split-words.ts';

/** The worst verdict about an edge, and who is behind a mismatch. */
export function SplitVerdictCell({ verdicts }: { verdicts: readonly EdgeVerdict[] }) {
  const status = worstOf(verdicts);
  if (status === undefined) return null;
  return (
    <span className="inline-flex min-w-0 gap-1.5" title={splitVerdictText(verdicts)}>
      <VerdictWordPanel status={status} />
      <span className="truncate text-ink-muted">{namesOf(verdicts).join(', ')}</span>
    </span>
  );
}

/** The same in words, to sort and to export: `mismatch of checkout`. */
export function splitVerdictText(verdicts: readonly EdgeVerdict[]): string | undefined {
  const names = namesOf(verdicts);
  return names.length > 0 ? splitWords.mismatchBy(names) : worstOf(verdicts);
}

function worstOf(verdicts: readonly EdgeVerdict[]): CanaryStatus | undefined {
  return canaryStatuses.find((status) => verdicts.some((verdict) => verdict.status === status));
}

function namesOf(verdicts: readonly EdgeVerdict[]): string[] {
  return [...new Set(callerNames(verdicts.flatMap(({ mismatching }) => mismatching)))];
}
