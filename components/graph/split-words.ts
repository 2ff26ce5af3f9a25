import type { CanarySourceSummary } from '#lib/contract/canaries.ts';
import type { EdgeSplit } from '#lib/contract/edge-split.ts';
import type { GraphEdge } from '#lib/contract/graph.ts';
import { formatConfiguredShare, formatShare, formatShareEstimate } from '#lib/format-share.ts';

export const splitWords = {
  mismatch: 'mismatch',
  legend: 'split mismatch',
  mismatches: 'Splits not as configured',
  configured: (share: number) => `configured ${formatConfiguredShare(share)}`,
  set: (share: number) => `set ${formatConfiguredShare(share)}`,
  observed: (text: string) => `observed ${text}`,
  notJudged: (reason: string) => `Whether splits are as configured is not known: ${reason}`,
  judging: 'Asking whether the split is as configured.',
  mismatchBy: (callers: readonly string[]) => `mismatch of ${callers.join(', ')}`,
  notListed: 'The rule is not among those that were judged.',
  withPins: 'with what other rules send to the same versions:',
  requests: (count: string, total: string) => `${count} of ${total}`,
  /** Completes `catalog → v2 · `. */
  mismatchOf: (callers: readonly string[]) => `split not as configured by ${callers.join(', ')}`,
} as const;

/** What an edge's label says about its split; nothing where all of the traffic goes one way and should. */
export function splitParts({ split, splitShare }: GraphEdge): string[] {
  const configured = split?.configuredShare;
  const isUndivided = splitShare === undefined || splitShare === 1;
  if (split === undefined || configured === undefined) return isUndivided ? [] : [formatShare(splitShare)];
  if (isUndivided && configured === 1) return [];
  return [splitWords.configured(configured), splitWords.observed(observedText(split))];
}

/** The same where there is no room for words: `set 25 %`, `24.7 % ± 1.1`. */
export function shortSplitParts(edge: GraphEdge): string[] | undefined {
  const { split } = edge;
  if (split?.configuredShare === undefined || splitParts(edge).length === 0) return undefined;
  return [splitWords.set(split.configuredShare), observedText(split)];
}

/** `24.7 % ± 1.1` */
export function observedText({ observedShare, low, high }: EdgeSplit): string {
  return formatShareEstimate({ share: observedShare, low, high });
}

/** Names of callers as short as they stay apart. */
export function callerNames(callers: readonly CanarySourceSummary[]): string[] {
  const names = callers.map(({ workload }) => workload);
  return callers.map(({ namespace, workload }) =>
    names.filter((name) => name === workload).length > 1 ? `${namespace}/${workload}` : workload,
  );
}
