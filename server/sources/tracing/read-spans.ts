import type { Span } from '#lib/contract/traces.ts';

/** Spans of an answer, and what had to be said about it. */
export type ReadSpans = { spans: Span[]; warnings: string[] };

/** A span that could not be read, with the reason, or one that was. */
export type SpanOutcome = { span: Span; isBackwards: boolean } | { reason: string };

/** The spans that could be read; those that lack what is needed are counted and told in one sentence. */
export function collectSpans(outcomes: Iterable<SpanOutcome>): ReadSpans {
  const spans: Span[] = [];
  const reasons = new Map<string, number>();
  let backwards = 0;
  for (const outcome of outcomes) {
    if ('reason' in outcome) reasons.set(outcome.reason, (reasons.get(outcome.reason) ?? 0) + 1);
    else {
      spans.push(outcome.span);
      if (outcome.isBackwards) backwards++;
    }
  }
  const warnings = [...reasons].map(([reason, count]) => `${spansWere(count)} left out: ${reason}.`);
  if (backwards > 0)
    warnings.push(
      `${spansWere(backwards)} shown without a length, because the store says that the end lies before the beginning.`,
    );
  return { spans, warnings };
}

function spansWere(count: number): string {
  return count === 1 ? '1 span was' : `${count} spans were`;
}
